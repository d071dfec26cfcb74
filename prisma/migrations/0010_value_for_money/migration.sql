-- Value for money by criterion, with evidence, and what scrutiny does with it.

-- CreateEnum
CREATE TYPE "work_kind" AS ENUM ('review', 'report', 'follow_up');

-- CreateEnum
CREATE TYPE "work_state" AS ENUM ('planned', 'under_way', 'reported', 'dropped');

-- CreateEnum
CREATE TYPE "recommendation_response" AS ENUM ('accepted', 'accepted_in_part', 'rejected');

-- CreateEnum
CREATE TYPE "time_kind" AS ENUM ('member_time', 'officer_time');

-- CreateEnum
CREATE TYPE "assessment_state" AS ENUM ('draft', 'moderated', 'agreed');

-- CreateEnum
CREATE TYPE "assessment_answer" AS ENUM ('in_line', 'not_yet', 'not_in_line');

-- CreateEnum
CREATE TYPE "investment_kind" AS ENUM ('member_time', 'officer_time', 'funding');

-- CreateEnum
CREATE TYPE "saving_kind" AS ENUM ('cashable', 'drawn_in');

-- CreateEnum
CREATE TYPE "benefit_kind" AS ENUM ('building_relationships', 'intelligence_sharing', 'liaison', 'innovation');

-- AlterTable
ALTER TABLE "action" ADD COLUMN "assessment_id" UUID;

-- AlterTable
ALTER TABLE "question" ADD COLUMN "closed_by_id" UUID,
ADD COLUMN "number" INTEGER,
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- Those asked before are numbered in the order they were asked.
UPDATE "question" q SET "number" = asked."number" FROM (
  SELECT "id", row_number() OVER (PARTITION BY "council_id", "partnership_id" ORDER BY "asked_on", "id") AS "number"
  FROM "question") asked WHERE asked."id" = q."id";

ALTER TABLE "question" ALTER COLUMN "number" SET NOT NULL;

-- CreateTable
CREATE TABLE "work_item" (
    "id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "kind" "work_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "partnership_id" UUID,
    "meeting_id" UUID,
    "planned_on" DATE NOT NULL,
    "state" "work_state" NOT NULL DEFAULT 'planned',
    "findings" TEXT,
    "access" "access_level" NOT NULL DEFAULT 'internal',
    "exempt_paragraph" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "work_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recommendation" (
    "id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "work_item_id" UUID,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_on" DATE NOT NULL,
    "response" "recommendation_response",
    "response_reason" TEXT,
    "responded_by_id" UUID,
    "responded_on" DATE,
    "action_id" UUID,
    "follow_up_on" DATE,
    "outcome" TEXT,
    "closed_on" DATE,
    "closed_by_id" UUID,
    "access" "access_level" NOT NULL DEFAULT 'internal',
    "exempt_paragraph" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interview_note" (
    "id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "with_whom" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "access" "access_level" NOT NULL DEFAULT 'internal',
    "exempt_paragraph" INTEGER,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "interview_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vfm_scheme" (
    "id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "from_year" INTEGER NOT NULL,
    "words" TEXT[],

    CONSTRAINT "vfm_scheme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vfm_criterion" (
    "id" UUID NOT NULL,
    "scheme_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "vfm_criterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hourly_rate" (
    "id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "kind" "time_kind" NOT NULL,
    "from_on" DATE NOT NULL,
    "pence" INTEGER NOT NULL,
    "set_by" TEXT NOT NULL,

    CONSTRAINT "hourly_rate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vfm_assessment" (
    "id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "start_year" INTEGER NOT NULL,
    "state" "assessment_state" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "rating" INTEGER,
    "rating_reason" TEXT,
    "answer" "assessment_answer",
    "answer_reason" TEXT,
    "assessed_by_id" UUID NOT NULL,
    "assessed_on" DATE NOT NULL,
    "moderated_by_id" UUID,
    "moderated_on" DATE,
    "agreed_by_id" UUID,
    "agreed_on" DATE,
    "last_agreed" JSONB,

    CONSTRAINT "vfm_assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vfm_assessment_event" (
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "from_state" "assessment_state",
    "to_state" "assessment_state" NOT NULL,
    "reason" TEXT,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID NOT NULL,

    CONSTRAINT "vfm_assessment_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vfm_judgement" (
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "rating" INTEGER,
    "judgement" TEXT,

    CONSTRAINT "vfm_judgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vfm_evidence" (
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "criterion_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT,
    "url" TEXT,
    "file_id" UUID,
    "framework_indicator_id" UUID,
    "access" "access_level" NOT NULL DEFAULT 'internal',
    "exempt_paragraph" INTEGER,
    "added_by_id" UUID NOT NULL,
    "added_on" DATE NOT NULL,
    "withdrawn_on" DATE,

    CONSTRAINT "vfm_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "content" BYTEA NOT NULL,
    "access" "access_level" NOT NULL DEFAULT 'internal',
    "exempt_paragraph" INTEGER,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vfm_investment" (
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "kind" "investment_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "hours" DECIMAL(10,1),
    "pence" BIGINT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "vfm_investment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vfm_saving" (
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "kind" "saving_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "pence" BIGINT NOT NULL,
    "signed_by" TEXT,
    "signed_on" DATE,
    "position" INTEGER NOT NULL,

    CONSTRAINT "vfm_saving_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vfm_benefit" (
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "kind" "benefit_kind" NOT NULL,
    "rating" INTEGER,
    "evidence" TEXT,

    CONSTRAINT "vfm_benefit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vfm_outcome" (
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "framework_indicator_id" UUID,
    "actual" DECIMAL(18,6),
    "target" DECIMAL(18,6),
    "unit" TEXT,
    "decimals" INTEGER,
    "polarity" "polarity",
    "position" INTEGER NOT NULL,

    CONSTRAINT "vfm_outcome_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "question_council_id_partnership_id_number_key" ON "question"("council_id", "partnership_id", "number");

-- CreateIndex
CREATE INDEX "work_item_council_id_planned_on_idx" ON "work_item"("council_id", "planned_on");

-- CreateIndex
CREATE INDEX "work_item_partnership_id_idx" ON "work_item"("partnership_id");

-- CreateIndex
CREATE UNIQUE INDEX "recommendation_action_id_key" ON "recommendation"("action_id");

-- CreateIndex
CREATE INDEX "recommendation_partnership_id_idx" ON "recommendation"("partnership_id");

-- CreateIndex
CREATE INDEX "recommendation_work_item_id_idx" ON "recommendation"("work_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "recommendation_council_id_partnership_id_number_key" ON "recommendation"("council_id", "partnership_id", "number");

-- CreateIndex
CREATE INDEX "interview_note_council_id_partnership_id_idx" ON "interview_note"("council_id", "partnership_id");

-- CreateIndex
CREATE INDEX "interview_note_partnership_id_idx" ON "interview_note"("partnership_id");

-- CreateIndex
CREATE UNIQUE INDEX "vfm_scheme_council_id_from_year_key" ON "vfm_scheme"("council_id", "from_year");

-- CreateIndex
CREATE UNIQUE INDEX "vfm_criterion_scheme_id_slug_key" ON "vfm_criterion"("scheme_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "hourly_rate_council_id_kind_from_on_key" ON "hourly_rate"("council_id", "kind", "from_on");

-- CreateIndex
CREATE INDEX "vfm_assessment_partnership_id_idx" ON "vfm_assessment"("partnership_id");

-- CreateIndex
CREATE UNIQUE INDEX "vfm_assessment_council_id_partnership_id_start_year_key" ON "vfm_assessment"("council_id", "partnership_id", "start_year");

-- CreateIndex
CREATE INDEX "vfm_assessment_event_assessment_id_idx" ON "vfm_assessment_event"("assessment_id");

-- CreateIndex
CREATE INDEX "vfm_judgement_criterion_id_idx" ON "vfm_judgement"("criterion_id");

-- CreateIndex
CREATE UNIQUE INDEX "vfm_judgement_assessment_id_criterion_id_key" ON "vfm_judgement"("assessment_id", "criterion_id");

-- CreateIndex
CREATE INDEX "vfm_evidence_assessment_id_idx" ON "vfm_evidence"("assessment_id");

-- CreateIndex
CREATE INDEX "vfm_evidence_criterion_id_idx" ON "vfm_evidence"("criterion_id");

-- CreateIndex
CREATE INDEX "vfm_evidence_file_id_idx" ON "vfm_evidence"("file_id");

-- CreateIndex
CREATE INDEX "vfm_investment_assessment_id_idx" ON "vfm_investment"("assessment_id");

-- CreateIndex
CREATE INDEX "vfm_saving_assessment_id_idx" ON "vfm_saving"("assessment_id");

-- CreateIndex
CREATE UNIQUE INDEX "vfm_benefit_assessment_id_kind_key" ON "vfm_benefit"("assessment_id", "kind");

-- CreateIndex
CREATE INDEX "vfm_outcome_assessment_id_idx" ON "vfm_outcome"("assessment_id");

-- CreateIndex
CREATE INDEX "action_assessment_id_idx" ON "action"("assessment_id");

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "vfm_assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_item" ADD CONSTRAINT "work_item_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_item" ADD CONSTRAINT "work_item_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_item" ADD CONSTRAINT "work_item_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_item" ADD CONSTRAINT "work_item_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_work_item_id_fkey" FOREIGN KEY ("work_item_id") REFERENCES "work_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_action_id_fkey" FOREIGN KEY ("action_id") REFERENCES "action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_responded_by_id_fkey" FOREIGN KEY ("responded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_note" ADD CONSTRAINT "interview_note_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_note" ADD CONSTRAINT "interview_note_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_note" ADD CONSTRAINT "interview_note_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_scheme" ADD CONSTRAINT "vfm_scheme_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_criterion" ADD CONSTRAINT "vfm_criterion_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "vfm_scheme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hourly_rate" ADD CONSTRAINT "hourly_rate_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_assessment" ADD CONSTRAINT "vfm_assessment_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_assessment" ADD CONSTRAINT "vfm_assessment_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_assessment" ADD CONSTRAINT "vfm_assessment_assessed_by_id_fkey" FOREIGN KEY ("assessed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_assessment" ADD CONSTRAINT "vfm_assessment_moderated_by_id_fkey" FOREIGN KEY ("moderated_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_assessment" ADD CONSTRAINT "vfm_assessment_agreed_by_id_fkey" FOREIGN KEY ("agreed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_assessment_event" ADD CONSTRAINT "vfm_assessment_event_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "vfm_assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_assessment_event" ADD CONSTRAINT "vfm_assessment_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_judgement" ADD CONSTRAINT "vfm_judgement_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "vfm_assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_judgement" ADD CONSTRAINT "vfm_judgement_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "vfm_criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_evidence" ADD CONSTRAINT "vfm_evidence_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "vfm_assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_evidence" ADD CONSTRAINT "vfm_evidence_criterion_id_fkey" FOREIGN KEY ("criterion_id") REFERENCES "vfm_criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_evidence" ADD CONSTRAINT "vfm_evidence_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_evidence" ADD CONSTRAINT "vfm_evidence_framework_indicator_id_fkey" FOREIGN KEY ("framework_indicator_id") REFERENCES "framework_indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_evidence" ADD CONSTRAINT "vfm_evidence_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_investment" ADD CONSTRAINT "vfm_investment_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "vfm_assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_saving" ADD CONSTRAINT "vfm_saving_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "vfm_assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_benefit" ADD CONSTRAINT "vfm_benefit_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "vfm_assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_outcome" ADD CONSTRAINT "vfm_outcome_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "vfm_assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_outcome" ADD CONSTRAINT "vfm_outcome_framework_indicator_id_fkey" FOREIGN KEY ("framework_indicator_id") REFERENCES "framework_indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the shapes cannot say ---------------------------------------------------------------------------------

alter table vfm_scheme
  add constraint vfm_scheme_four_words check (cardinality(words) = 4 and array_position(words, null) is null);
alter table vfm_criterion
  add constraint vfm_criterion_slug_form check (is_slug(slug)),
  add constraint vfm_criterion_said check (is_said(title) and is_said(question));
alter table hourly_rate
  add constraint hourly_rate_positive check (pence > 0),
  add constraint hourly_rate_set_by_someone check (is_said(set_by));

alter table vfm_assessment
  add constraint vfm_assessment_rating_1_to_4 check (rating between 1 and 4),
  add constraint vfm_assessment_version_from_1 check (version >= 1),
  add constraint vfm_assessment_said check (is_said(rating_reason) and is_said(answer_reason)),
  -- A draft may hold anything; from moderation on it is a judgement with its reason.
  add constraint vfm_assessment_whole_once_moderated check (
    state = 'draft' or num_nulls(rating, rating_reason, answer, answer_reason, moderated_by_id, moderated_on) = 0
  ),
  add constraint vfm_assessment_agreed_by_someone check (
    (state = 'agreed') = (agreed_on is not null) and (agreed_by_id is null) = (agreed_on is null)
  ),
  -- While it is agreed it is its own record; the copy is for while it is a draft again.
  add constraint vfm_assessment_copy_only_while_open check (state <> 'agreed' or last_agreed is null),
  add constraint vfm_assessment_moderated_by_another check (moderated_by_id <> assessed_by_id),
  add constraint vfm_assessment_agreed_by_another check (agreed_by_id <> assessed_by_id);
alter table vfm_assessment_event
  add constraint vfm_assessment_event_reason_to_go_back check (
    is_said(reason) and (from_state is null or to_state <> 'draft' or reason is not null)
  );
alter table vfm_judgement
  add constraint vfm_judgement_1_to_4 check (rating between 1 and 4),
  add constraint vfm_judgement_said check (is_said(judgement));
alter table vfm_evidence
  add constraint vfm_evidence_title_said check (is_said(title)),
  add constraint vfm_evidence_is_one_thing check (num_nonnulls(note, url, file_id, framework_indicator_id) = 1),
  add constraint vfm_evidence_url_is_web check (url ~ '^https?://[^[:space:]]+$'),
  add constraint vfm_evidence_note_said check (is_said(note)),
  add constraint vfm_evidence_withdrawn_after_added check (withdrawn_on >= added_on);
alter table vfm_investment
  add constraint vfm_investment_title_said check (is_said(title)),
  add constraint vfm_investment_hours_or_money check (
    case kind when 'funding' then pence is not null and hours is null else hours is not null and pence is null end
  ),
  add constraint vfm_investment_not_negative check (hours >= 0 and pence is null or pence >= 0);
alter table vfm_saving
  add constraint vfm_saving_title_said check (is_said(title)),
  add constraint vfm_saving_not_negative check (pence >= 0),
  add constraint vfm_saving_signed_says_when check ((signed_by is null) = (signed_on is null) and is_said(signed_by));
alter table vfm_benefit
  add constraint vfm_benefit_1_to_4 check (rating between 1 and 4),
  add constraint vfm_benefit_said check (is_said(evidence));
alter table vfm_outcome
  add constraint vfm_outcome_title_said check (is_said(title)),
  add constraint vfm_outcome_of_an_indicator_or_its_own check (
    case when framework_indicator_id is null
      then num_nulls(unit, decimals, polarity) = 0
      else num_nonnulls(actual, target, unit, decimals, polarity) = 0
    end
  ),
  add constraint vfm_outcome_decimals_0_to_6 check (decimals between 0 and 6);

alter table stored_file
  add constraint stored_file_name_said check (is_said(name) and name !~ '[/\\[:cntrl:]]'),
  add constraint stored_file_size_true check (size = octet_length(content) and size > 0),
  add constraint stored_file_hash_true check (sha256 = sha256(content));

-- Exempt names its paragraph, and nothing else does.
do $$
declare name text;
begin
  foreach name in array array['vfm_evidence', 'stored_file', 'work_item', 'recommendation', 'interview_note'] loop
    execute format('alter table %I add constraint %I check (
      (access = ''exempt'') = (exempt_paragraph is not null) and (exempt_paragraph is null or exempt_paragraph between 1 and 7))',
      name, name || '_exempt_names_paragraph');
  end loop;
end $$;

alter table work_item
  add constraint work_item_said check (is_said(title) and is_said(purpose) and is_said(findings)),
  add constraint work_item_version_from_1 check (version >= 1),
  add constraint work_item_reported_says_what check (state <> 'reported' or findings is not null);
alter table recommendation
  add constraint recommendation_number_from_1 check (number >= 1),
  add constraint recommendation_version_from_1 check (version >= 1),
  add constraint recommendation_said check (is_said(text) and is_said(response_reason) and is_said(outcome)),
  add constraint recommendation_response_signed check (
    (response is null) = (responded_on is null) and (response is null) = (responded_by_id is null)
  ),
  -- Accepted may speak for itself; anything less needs its reason.
  add constraint recommendation_response_has_reason check (
    response is null or response = 'accepted' or response_reason is not null
  ),
  add constraint recommendation_action_of_an_accepted_one check (action_id is null or response in ('accepted', 'accepted_in_part')),
  add constraint recommendation_closed_after_response check (
    (closed_on is null) = (closed_by_id is null) and (closed_on is null or response is not null and closed_on >= responded_on)
  );
alter table interview_note
  add constraint interview_note_said check (is_said(with_whom) and is_said(text));
alter table question
  add constraint question_number_from_1 check (number >= 1),
  add constraint question_version_from_1 check (version >= 1),
  add constraint question_closed_by_someone check (closed_by_id is null or closed_on is not null);

-- History, and what cannot be taken back ---------------------------------------------------------------------

do $$
declare name text;
begin
  foreach name in array array['vfm_assessment_event', 'interview_note'] loop
    execute format('create trigger is_append_only before update or delete on %I
      for each row execute function is_append_only()', name);
    execute format('create trigger is_append_only_whole before truncate on %I
      for each statement execute function is_append_only()', name);
  end loop;
end $$;

-- A file is what somebody gave: its bytes, its name and its marking never change under those who cite it.
create trigger is_append_only before update or delete on stored_file
  for each row execute function is_append_only();

create function vfm_assessment_moves_by_steps() returns trigger language plpgsql as $$
begin
  if new.state <> old.state and (old.state, new.state) not in (
    ('draft', 'moderated'), ('moderated', 'agreed'), ('moderated', 'draft'), ('agreed', 'draft')
  ) then
    perform refuse('vfm_assessment_moves_by_steps', 'An assessment goes from draft to moderated to agreed, or back to draft.');
  end if;
  return new;
end $$;
create trigger moves_by_steps before update on vfm_assessment
  for each row execute function vfm_assessment_moves_by_steps();

create function vfm_assessment_event_is_recorded() returns trigger language plpgsql as $$
begin
  if not exists (
    select from vfm_assessment_event e
    where e.assessment_id = new.id and is_of_this_transaction(e.xmin) and e.to_state = new.state
  ) then
    perform refuse('vfm_assessment_event_is_recorded', 'An assessment moves only with a record of who moved it.');
  end if;
  return null;
end $$;
create constraint trigger event_is_recorded after update of state on vfm_assessment
  deferrable initially deferred for each row when (new.state <> old.state)
  execute function vfm_assessment_event_is_recorded();

-- What an agreed assessment holds is changed by taking the assessment back to draft, with a reason.
create function vfm_part_of_an_open_assessment() returns trigger language plpgsql as $$
begin
  if exists (
    select from vfm_assessment a
    where a.id = coalesce(new.assessment_id, old.assessment_id) and a.state = 'agreed'
  ) then
    perform refuse('vfm_part_of_an_open_assessment', 'An agreed assessment is not changed. Take it back to draft first.');
  end if;
  return coalesce(new, old);
end $$;
do $$
declare name text;
begin
  foreach name in array array['vfm_judgement', 'vfm_evidence', 'vfm_investment', 'vfm_saving', 'vfm_benefit', 'vfm_outcome'] loop
    execute format('create trigger part_of_an_open_assessment before update or delete on %I
      for each row execute function vfm_part_of_an_open_assessment()', name);
  end loop;
end $$;
