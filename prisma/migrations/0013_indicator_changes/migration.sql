-- Changes of indicators with their proposals and decisions, baselines, and a catalogue that is searched in place.

-- CreateEnum
CREATE TYPE "indicator_change_kind" AS ENUM ('new_indicator', 'indicator', 'placement', 'targets', 'baseline');

-- CreateEnum
CREATE TYPE "indicator_change_state" AS ENUM ('proposed', 'approved', 'declined', 'withdrawn');

-- AlterTable
ALTER TABLE "framework" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "target_change" ADD COLUMN "sequence" BIGSERIAL NOT NULL;

-- CreateTable
CREATE TABLE "indicator_change" (
    "id" UUID NOT NULL,
    "kind" "indicator_change_kind" NOT NULL,
    "indicator_id" UUID,
    "framework_id" UUID NOT NULL,
    "organisation_id" UUID,
    "start_year" INTEGER,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "agreed_by" TEXT,
    "agreed_on" DATE,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "indicator_change_state" NOT NULL DEFAULT 'proposed',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "indicator_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "baseline" (
    "id" UUID NOT NULL,
    "framework_indicator_id" UUID NOT NULL,
    "organisation_id" UUID,
    "period_label" TEXT NOT NULL,
    "value" DECIMAL(18,6) NOT NULL,

    CONSTRAINT "baseline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "baseline_change" (
    "id" UUID NOT NULL,
    "baseline_id" UUID NOT NULL,
    "old_period_label" TEXT,
    "new_period_label" TEXT NOT NULL,
    "old_value" DECIMAL(18,6),
    "new_value" DECIMAL(18,6) NOT NULL,
    "agreed_by" TEXT NOT NULL,
    "agreed_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_by_id" UUID,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "baseline_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "indicator_change_indicator_id_idx" ON "indicator_change"("indicator_id");

-- CreateIndex
CREATE INDEX "indicator_change_framework_id_idx" ON "indicator_change"("framework_id");

-- CreateIndex
CREATE INDEX "indicator_change_state_proposed_at_idx" ON "indicator_change"("state", "proposed_at");

-- CreateIndex
CREATE UNIQUE INDEX "baseline_framework_indicator_id_organisation_id_key" ON "baseline"("framework_indicator_id", "organisation_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "baseline_change_baseline_id_idx" ON "baseline_change"("baseline_id");

-- AddForeignKey
ALTER TABLE "indicator_change" ADD CONSTRAINT "indicator_change_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_change" ADD CONSTRAINT "indicator_change_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_change" ADD CONSTRAINT "indicator_change_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_change" ADD CONSTRAINT "indicator_change_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_change" ADD CONSTRAINT "indicator_change_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline" ADD CONSTRAINT "baseline_framework_indicator_id_fkey" FOREIGN KEY ("framework_indicator_id") REFERENCES "framework_indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline" ADD CONSTRAINT "baseline_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline_change" ADD CONSTRAINT "baseline_change_baseline_id_fkey" FOREIGN KEY ("baseline_id") REFERENCES "baseline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline_change" ADD CONSTRAINT "baseline_change_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Searching ------------------------------------------------------------------------------------------------

-- Lower case, without accents, and with one kind of apostrophe and dash: the same for what is kept and what is asked.
-- Capitals with accents are named too: lower() leaves them as they are on a server with the plain locale.
create function folded(text) returns text language sql immutable parallel safe
  return translate(lower($1), 
    'áàâäãåāçćčéèêëēíìîïīñńóòôöõōøúùûüūýÿžźÁÀÂÄÃÅĀÇĆČÉÈÊËĒÍÌÎÏĪÑŃÓÒÔÖÕŌØÚÙÛÜŪÝŸŽŹ’‘–—',
    'aaaaaaaccceeeeeiiiiinnooooooouuuuuyyzzaaaaaaaccceeeeeiiiiinnooooooouuuuuyyzz''''--');

-- No extension is asked for: a server of another kind may have none, and text this short is read through in time.
-- The code stands in it twice, so that 'NI192' finds 'NI 192'. Its order is by its letters, then by its number.
alter table indicator
  add column search_text text generated always as (
    folded(code || ' ' || replace(code, ' ', '') || ' ' || short_title || ' ' || title || ' ' || coalesce(definition, ''))
  ) stored,
  add column code_order text generated always as (
    lower(regexp_replace(code, '[0-9].*$', '')) || lpad(coalesce(substring(code from '[0-9]+'), ''), 12, '0') || lower(code)
  ) stored;

alter table outcome add column search_text text generated always as (folded(title)) stored;
alter table partnership
  add column search_text text generated always as (folded(name || ' ' || short_name)) stored;

-- The whole area’s figures and targets of one quarter, side by side: the catalogue is filtered by status.
create index measurement_whole_area_by_quarter on measurement (quarter_index, indicator_id)
  include (value, missing_reason) where organisation_id is null;
create index target_whole_area_by_quarter on target (start_year, quarter_number, framework_indicator_id)
  include (value, range_low, range_high) where organisation_id is null;

-- Meaning --------------------------------------------------------------------------------------------------

alter table framework add constraint framework_version_from_1 check (version >= 1);

alter table indicator_change
  add constraint indicator_change_version_from_1 check (version >= 1),
  add constraint indicator_change_has_reason check (is_said(reason)),
  add constraint indicator_change_has_its_subject check (
    case kind
      when 'new_indicator' then before is null and (indicator_id is not null) = (state = 'approved')
      else indicator_id is not null
    end
  ),
  add constraint indicator_change_year_of_targets check ((start_year is not null) = (kind = 'targets')),
  add constraint indicator_change_body_of_targets check (
    organisation_id is null or kind in ('targets', 'baseline')
  ),
  add constraint indicator_change_says_who_agreed check (
    case when kind in ('targets', 'baseline')
      then agreed_by is not null and is_said(agreed_by) and agreed_on is not null
      else agreed_by is null and agreed_on is null
    end
  ),
  add constraint indicator_change_decided_with_its_state check (
    (state = 'proposed') = (decided_by_id is null) and (decided_by_id is null) = (decided_at is null)
    and (state <> 'proposed' or decision_note is null)
  ),
  add constraint indicator_change_decided_by_another check (
    case state
      when 'approved' then decided_by_id <> proposed_by_id
      when 'declined' then decided_by_id <> proposed_by_id
      when 'withdrawn' then decided_by_id = proposed_by_id
      else true
    end
  ),
  add constraint indicator_change_declined_with_reason check (
    state <> 'declined' or (decision_note is not null and is_said(decision_note))
  ),
  add constraint indicator_change_decided_after_proposed check (decided_at >= proposed_at);

create function indicator_change_stays_decided() returns trigger language plpgsql as $$
begin
  perform refuse('indicator_change_stays_decided', 'A change that was decided stays as it was decided.');
  return null;
end $$;
create trigger stays_decided before update on indicator_change
  for each row when (old.state <> 'proposed') execute function indicator_change_stays_decided();
create trigger stays before delete on indicator_change
  for each row execute function indicator_change_stays_decided();

alter table baseline add constraint baseline_period_said check (is_said(period_label));
alter table baseline_change
  add constraint baseline_change_says_who_and_why check (is_said(agreed_by) and is_said(reason)),
  add constraint baseline_change_old_value_whole check ((old_value is null) = (old_period_label is null)),
  add constraint baseline_change_changes_something check (
    (old_value, old_period_label) is distinct from (new_value, new_period_label)
  );

create trigger is_append_only before update or delete on baseline_change
  for each row execute function is_append_only();
create trigger is_append_only_whole before truncate on baseline_change
  for each statement execute function is_append_only();

-- Every baseline begins with a change from nothing, so it is checked whenever it or its history is written.
create function baseline_history_leads_to_present(baseline_to_check uuid) returns void language plpgsql as $$
declare
  present text := (select (b.value, b.period_label)::text from baseline b where b.id = baseline_to_check);
  leads boolean := (
    select count(*) filter (where c.old_value is null) = 1
      and steps_lead_to(
        array_agg(case when c.old_value is null then 'none' else (c.old_value, c.old_period_label)::text end),
        array_agg((c.new_value, c.new_period_label)::text), present)
    from baseline_change c where c.baseline_id = baseline_to_check
  );
begin
  if present is not null and not leads then
    perform refuse('baseline_history_leads_to_present', 'The recorded changes of a baseline lead to its present value.');
  end if;
end $$;

create function baseline_is_recorded() returns trigger language plpgsql as $$
begin
  perform baseline_history_leads_to_present(new.id);
  return null;
end $$;
create constraint trigger is_recorded after insert or update on baseline
  deferrable initially deferred for each row execute function baseline_is_recorded();

create function baseline_change_is_real() returns trigger language plpgsql as $$
begin
  perform baseline_history_leads_to_present(new.baseline_id);
  return null;
end $$;
create constraint trigger is_real after insert on baseline_change
  deferrable initially deferred for each row execute function baseline_change_is_real();
