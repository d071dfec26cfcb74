-- CreateTable
CREATE TABLE "indicator_event" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "organisation_id" UUID,
    "quarter_index" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "indicator_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "process_mark" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "organisation_id" UUID,
    "quarter_index" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "process_mark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "indicator_event_indicator_id_idx" ON "indicator_event"("indicator_id");

-- CreateIndex
CREATE INDEX "process_mark_indicator_id_idx" ON "process_mark"("indicator_id");

-- AddForeignKey
ALTER TABLE "indicator_event" ADD CONSTRAINT "indicator_event_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_event" ADD CONSTRAINT "indicator_event_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_event" ADD CONSTRAINT "indicator_event_quarter_index_fkey" FOREIGN KEY ("quarter_index") REFERENCES "quarter"("index") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_event" ADD CONSTRAINT "indicator_event_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_event" ADD CONSTRAINT "indicator_event_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process_mark" ADD CONSTRAINT "process_mark_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process_mark" ADD CONSTRAINT "process_mark_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process_mark" ADD CONSTRAINT "process_mark_quarter_index_fkey" FOREIGN KEY ("quarter_index") REFERENCES "quarter"("index") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process_mark" ADD CONSTRAINT "process_mark_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "process_mark" ADD CONSTRAINT "process_mark_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the shapes cannot say ---------------------------------------------------------------------------------

alter table indicator_event
  add constraint indicator_event_title_said check (is_said(title) and char_length(title) <= 40),
  add constraint indicator_event_note_said check (is_said(note)),
  add constraint indicator_event_withdrawn_by_someone check ((withdrawn_at is null) = (withdrawn_by_id is null)),
  add constraint indicator_event_withdrawn_after_added check (withdrawn_at >= added_at);
alter table process_mark
  add constraint process_mark_reason_said check (is_said(reason)),
  add constraint process_mark_withdrawn_by_someone check ((withdrawn_at is null) = (withdrawn_by_id is null)),
  add constraint process_mark_withdrawn_after_added check (withdrawn_at >= added_at);

-- Limits begin anew at a quarter once; what was withdrawn is in nobody's way.
create unique index process_mark_stands_once
  on process_mark (indicator_id, organisation_id, quarter_index) nulls not distinct where withdrawn_at is null;

-- What was noted stays as it was noted: all that can happen to it is to be withdrawn, once.
create function is_only_withdrawn() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.withdrawn_at is null and new.withdrawn_at is not null
    and to_jsonb(new) - 'withdrawn_at' - 'withdrawn_by_id' = to_jsonb(old) - 'withdrawn_at' - 'withdrawn_by_id' then
    return new;
  end if;
  perform refuse(tg_table_name || '_is_only_withdrawn', 'What was noted is withdrawn, and never changed or removed.');
  return null;
end $$;
do $$
declare name text;
begin
  foreach name in array array['indicator_event', 'process_mark'] loop
    execute format('create trigger is_only_withdrawn before update or delete on %I
      for each row execute function is_only_withdrawn()', name);
    execute format('create trigger is_only_withdrawn_whole before truncate on %I
      for each statement execute function is_append_only()', name);
  end loop;
end $$;
