-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "polarity" AS ENUM ('higher', 'lower', 'range', 'none');

-- CreateEnum
CREATE TYPE "measure" AS ENUM ('snapshot', 'discrete_quarter', 'cumulative', 'rolling_year', 'annual', 'biennial');

-- CreateEnum
CREATE TYPE "tolerance_kind" AS ENUM ('relative', 'absolute');

-- CreateEnum
CREATE TYPE "measurement_state" AS ENUM ('provisional', 'final', 'revised');

-- CreateEnum
CREATE TYPE "missing_reason" AS ENUM ('not_due', 'awaiting_data', 'not_collected', 'not_applicable', 'suppressed');

-- CreateEnum
CREATE TYPE "reward_audit" AS ENUM ('audited', 'in_audit');

-- CreateEnum
CREATE TYPE "sector" AS ENUM ('statutory', 'independent', 'private', 'voluntary');

-- CreateEnum
CREATE TYPE "tier" AS ENUM ('regional', 'county', 'district', 'parish');

-- CreateEnum
CREATE TYPE "meeting_body" AS ENUM ('executive', 'scrutiny');

-- CreateEnum
CREATE TYPE "partnership_scope" AS ENUM ('countywide', 'district_specific');

-- CreateEnum
CREATE TYPE "partnership_level" AS ENUM ('board', 'public_service_board', 'thematic', 'district_lsp', 'linked_body');

-- CreateEnum
CREATE TYPE "member_involvement" AS ENUM ('elected_member_required', 'members_and_officers', 'officers_only');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('executive_member', 'portfolio_holder', 'scrutiny_member', 'performance_officer', 'administrator', 'partnership_lead', 'contributor');

-- CreateEnum
CREATE TYPE "return_state" AS ENUM ('not_started', 'in_progress', 'awaiting_sign_off', 'submitted', 'changes_requested', 'accepted', 'published', 'restated');

-- CreateEnum
CREATE TYPE "access_level" AS ENUM ('public', 'internal', 'exempt', 'confidential');

-- CreateEnum
CREATE TYPE "action_source" AS ENUM ('annual_plan', 'vfm_improvement', 'governance_review', 'audit', 'scrutiny');

-- CreateTable
CREATE TABLE "deployment" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "mode" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,
    "seed_version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "deployment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quarter" (
    "index" INTEGER NOT NULL,
    "start_year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "opens_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,

    CONSTRAINT "quarter_pkey" PRIMARY KEY ("index")
);

-- CreateTable
CREATE TABLE "framework" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "short_title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "start_year" INTEGER NOT NULL,
    "end_year" INTEGER NOT NULL,
    "on_dashboard" BOOLEAN NOT NULL DEFAULT false,
    "accountable_body_id" UUID,
    "reward_pence" BIGINT,

    CONSTRAINT "framework_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework_council" (
    "framework_id" UUID NOT NULL,
    "council_id" UUID NOT NULL,

    CONSTRAINT "framework_council_pkey" PRIMARY KEY ("framework_id","council_id")
);

-- CreateTable
CREATE TABLE "outcome" (
    "id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "short_title" TEXT NOT NULL,
    "phrase" TEXT,
    "definition" TEXT,
    "unit" TEXT NOT NULL,
    "decimals" INTEGER NOT NULL,
    "polarity" "polarity" NOT NULL,
    "measure" "measure" NOT NULL,
    "is_ratio" BOOLEAN NOT NULL DEFAULT false,
    "numerator_label" TEXT,
    "denominator_label" TEXT,
    "rounded_counts" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT,
    "reported_by" TEXT,
    "lag_weeks" INTEGER,
    "title_checked_in_source" BOOLEAN NOT NULL DEFAULT false,
    "tolerance_kind" "tolerance_kind" NOT NULL DEFAULT 'relative',
    "green_tolerance" DECIMAL(18,6) NOT NULL DEFAULT 0,
    "amber_tolerance" DECIMAL(18,6) NOT NULL DEFAULT 0.1,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "framework_indicator" (
    "id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "owner_id" UUID,
    "position" INTEGER NOT NULL,
    "is_designated" BOOLEAN NOT NULL DEFAULT false,
    "is_data_only" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "framework_indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target" (
    "id" UUID NOT NULL,
    "framework_indicator_id" UUID NOT NULL,
    "organisation_id" UUID,
    "start_year" INTEGER NOT NULL,
    "quarter_number" INTEGER,
    "value" DECIMAL(18,6),
    "range_low" DECIMAL(18,6),
    "range_high" DECIMAL(18,6),

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_change" (
    "id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "old_value" DECIMAL(18,6),
    "new_value" DECIMAL(18,6),
    "old_range_low" DECIMAL(18,6),
    "old_range_high" DECIMAL(18,6),
    "new_range_low" DECIMAL(18,6),
    "new_range_high" DECIMAL(18,6),
    "agreed_by" TEXT NOT NULL,
    "agreed_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_by_id" UUID,

    CONSTRAINT "target_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measurement" (
    "id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "quarter_index" INTEGER NOT NULL,
    "organisation_id" UUID,
    "value" DECIMAL(18,6),
    "numerator" DECIMAL(18,6),
    "denominator" DECIMAL(18,6),
    "state" "measurement_state",
    "missing_reason" "missing_reason",
    "note" TEXT,
    "period_label" TEXT,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "measurement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measurement_revision" (
    "id" UUID NOT NULL,
    "measurement_id" UUID NOT NULL,
    "old_value" DECIMAL(18,6),
    "new_value" DECIMAL(18,6),
    "old_numerator" DECIMAL(18,6),
    "new_numerator" DECIMAL(18,6),
    "old_denominator" DECIMAL(18,6),
    "new_denominator" DECIMAL(18,6),
    "old_state" "measurement_state",
    "new_state" "measurement_state",
    "reason" TEXT NOT NULL,
    "revised_at" TIMESTAMPTZ(3) NOT NULL,
    "revised_by_id" UUID,

    CONSTRAINT "measurement_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reward_target" (
    "id" UUID NOT NULL,
    "framework_id" UUID NOT NULL,
    "framework_indicator_id" UUID NOT NULL,
    "without_stretch" DECIMAL(18,6) NOT NULL,
    "stretch" DECIMAL(18,6) NOT NULL,
    "actual" DECIMAL(18,6),
    "share_pence" BIGINT NOT NULL,
    "audit" "reward_audit" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "reward_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "sector" "sector" NOT NULL,
    "tier" "tier",
    "is_council" BOOLEAN NOT NULL DEFAULT false,
    "keeps_register" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figures_version" (
    "council_id" UUID NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "figures_version_pkey" PRIMARY KEY ("council_id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "quarter_index" INTEGER NOT NULL,
    "body" "meeting_body" NOT NULL,
    "held_on" DATE NOT NULL,
    "purpose" TEXT,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "purpose" TEXT,
    "scope" "partnership_scope" NOT NULL,
    "level" "partnership_level" NOT NULL,
    "theme" TEXT,
    "is_statutory" BOOLEAN NOT NULL DEFAULT false,
    "member_involvement" "member_involvement" NOT NULL,
    "lead_officer_id" UUID,
    "support_officer_id" UUID,
    "reports_to_id" UUID,
    "predecessor_id" UUID,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "partnership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "capacity" TEXT NOT NULL,
    "joined_on" DATE NOT NULL,
    "left_on" DATE,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "strategic_priority" (
    "id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "strategic_priority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portfolio" (
    "id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "holder_id" UUID,

    CONSTRAINT "portfolio_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_entry" (
    "id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "portfolio_id" UUID,
    "position" INTEGER NOT NULL,
    "added_on" DATE NOT NULL,
    "removed_on" DATE,
    "significant_since" DATE,
    "significant_until" DATE,
    "significant_reason" TEXT,

    CONSTRAINT "register_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_entry_priority" (
    "register_entry_id" UUID NOT NULL,
    "priority_id" UUID NOT NULL,

    CONSTRAINT "register_entry_priority_pkey" PRIMARY KEY ("register_entry_id","priority_id")
);

-- CreateTable
CREATE TABLE "vfm_rating" (
    "id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "start_year" INTEGER NOT NULL,
    "rating" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "rated_on" DATE NOT NULL,

    CONSTRAINT "vfm_rating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vfm_rating_change" (
    "id" UUID NOT NULL,
    "rating_id" UUID NOT NULL,
    "old_rating" INTEGER,
    "new_rating" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_on" DATE NOT NULL,
    "changed_by_id" UUID NOT NULL,

    CONSTRAINT "vfm_rating_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "job_title" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_role" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "council_id" UUID,
    "partnership_id" UUID,

    CONSTRAINT "person_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "sequence" BIGSERIAL NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "old_value" JSONB,
    "new_value" JSONB,
    "reason" TEXT,
    "previous_hash" BYTEA NOT NULL DEFAULT '\x',
    "hash" BYTEA NOT NULL DEFAULT '\x',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "quarterly_return" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "quarter_index" INTEGER NOT NULL,
    "state" "return_state" NOT NULL DEFAULT 'not_started',
    "version" INTEGER NOT NULL DEFAULT 1,
    "due_on" DATE NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "what_happened" TEXT,
    "why" TEXT,
    "what_we_are_doing" TEXT,
    "what_we_need" TEXT,

    CONSTRAINT "quarterly_return_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_entry" (
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "framework_indicator_id" UUID NOT NULL,
    "commentary" TEXT,
    "cause" TEXT,
    "action" TEXT,
    "owner_id" UUID,
    "due_on" DATE,

    CONSTRAINT "return_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_event" (
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "from_state" "return_state",
    "to_state" "return_state" NOT NULL,
    "reason" TEXT,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,

    CONSTRAINT "return_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "likelihood_before" INTEGER NOT NULL,
    "impact_before" INTEGER NOT NULL,
    "likelihood_after" INTEGER NOT NULL,
    "impact_after" INTEGER NOT NULL,
    "mitigation" TEXT,
    "owner_id" UUID,
    "is_joint" BOOLEAN NOT NULL DEFAULT false,
    "access" "access_level" NOT NULL DEFAULT 'internal',
    "exempt_paragraph" INTEGER,
    "opened_on" DATE NOT NULL,
    "reviewed_on" DATE NOT NULL,
    "closed_on" DATE,

    CONSTRAINT "risk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action" (
    "id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "source" "action_source" NOT NULL,
    "outcome" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "owner_id" UUID,
    "opened_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "completed_on" DATE,

    CONSTRAINT "action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "quarter_index" INTEGER NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_on" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "answer_due_on" DATE NOT NULL,
    "answer" TEXT,
    "answered_on" DATE,
    "closed_on" DATE,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "quarter_start_year_number_key" ON "quarter"("start_year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "framework_slug_key" ON "framework"("slug");

-- CreateIndex
CREATE INDEX "framework_council_council_id_idx" ON "framework_council"("council_id");

-- CreateIndex
CREATE UNIQUE INDEX "outcome_framework_id_slug_key" ON "outcome"("framework_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_slug_key" ON "indicator"("slug");

-- CreateIndex
CREATE INDEX "framework_indicator_indicator_id_idx" ON "framework_indicator"("indicator_id");

-- CreateIndex
CREATE INDEX "framework_indicator_owner_id_idx" ON "framework_indicator"("owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "framework_indicator_framework_id_indicator_id_key" ON "framework_indicator"("framework_id", "indicator_id");

-- CreateIndex
CREATE UNIQUE INDEX "target_framework_indicator_id_organisation_id_start_year_qu_key" ON "target"("framework_indicator_id", "organisation_id", "start_year", "quarter_number");

-- CreateIndex
CREATE INDEX "target_change_target_id_idx" ON "target_change"("target_id");

-- CreateIndex
CREATE UNIQUE INDEX "measurement_indicator_id_quarter_index_organisation_id_key" ON "measurement"("indicator_id", "quarter_index", "organisation_id");

-- CreateIndex
CREATE INDEX "measurement_revision_measurement_id_idx" ON "measurement_revision"("measurement_id");

-- CreateIndex
CREATE UNIQUE INDEX "reward_target_framework_indicator_id_key" ON "reward_target"("framework_indicator_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_council_id_quarter_index_body_held_on_key" ON "meeting"("council_id", "quarter_index", "body", "held_on");

-- CreateIndex
CREATE UNIQUE INDEX "partnership_slug_key" ON "partnership"("slug");

-- CreateIndex
CREATE INDEX "partnership_reports_to_id_idx" ON "partnership"("reports_to_id");

-- CreateIndex
CREATE INDEX "membership_organisation_id_idx" ON "membership"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_partnership_id_organisation_id_joined_on_key" ON "membership"("partnership_id", "organisation_id", "joined_on");

-- CreateIndex
CREATE UNIQUE INDEX "strategic_priority_council_id_slug_key" ON "strategic_priority"("council_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "portfolio_council_id_slug_key" ON "portfolio"("council_id", "slug");

-- CreateIndex
CREATE INDEX "register_entry_partnership_id_idx" ON "register_entry"("partnership_id");

-- CreateIndex
CREATE UNIQUE INDEX "register_entry_council_id_partnership_id_key" ON "register_entry"("council_id", "partnership_id");

-- CreateIndex
CREATE UNIQUE INDEX "vfm_rating_council_id_partnership_id_start_year_key" ON "vfm_rating"("council_id", "partnership_id", "start_year");

-- CreateIndex
CREATE INDEX "vfm_rating_change_rating_id_idx" ON "vfm_rating_change"("rating_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "person_role_person_id_role_council_id_partnership_id_key" ON "person_role"("person_id", "role", "council_id", "partnership_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "audit_event_subject_type_subject_id_idx" ON "audit_event"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "quarterly_return_quarter_index_idx" ON "quarterly_return"("quarter_index");

-- CreateIndex
CREATE UNIQUE INDEX "quarterly_return_partnership_id_quarter_index_key" ON "quarterly_return"("partnership_id", "quarter_index");

-- CreateIndex
CREATE INDEX "return_entry_framework_indicator_id_idx" ON "return_entry"("framework_indicator_id");

-- CreateIndex
CREATE UNIQUE INDEX "return_entry_return_id_framework_indicator_id_key" ON "return_entry"("return_id", "framework_indicator_id");

-- CreateIndex
CREATE INDEX "return_event_return_id_idx" ON "return_event"("return_id");

-- CreateIndex
CREATE INDEX "risk_partnership_id_idx" ON "risk"("partnership_id");

-- CreateIndex
CREATE INDEX "action_partnership_id_idx" ON "action"("partnership_id");

-- CreateIndex
CREATE INDEX "question_council_id_quarter_index_idx" ON "question"("council_id", "quarter_index");

-- CreateIndex
CREATE INDEX "question_partnership_id_idx" ON "question"("partnership_id");

-- AddForeignKey
ALTER TABLE "framework" ADD CONSTRAINT "framework_accountable_body_id_fkey" FOREIGN KEY ("accountable_body_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_council" ADD CONSTRAINT "framework_council_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_council" ADD CONSTRAINT "framework_council_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_indicator" ADD CONSTRAINT "framework_indicator_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_indicator" ADD CONSTRAINT "framework_indicator_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_indicator" ADD CONSTRAINT "framework_indicator_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "framework_indicator" ADD CONSTRAINT "framework_indicator_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_framework_indicator_id_fkey" FOREIGN KEY ("framework_indicator_id") REFERENCES "framework_indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_change" ADD CONSTRAINT "target_change_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_change" ADD CONSTRAINT "target_change_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_quarter_index_fkey" FOREIGN KEY ("quarter_index") REFERENCES "quarter"("index") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement_revision" ADD CONSTRAINT "measurement_revision_measurement_id_fkey" FOREIGN KEY ("measurement_id") REFERENCES "measurement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement_revision" ADD CONSTRAINT "measurement_revision_revised_by_id_fkey" FOREIGN KEY ("revised_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reward_target" ADD CONSTRAINT "reward_target_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reward_target" ADD CONSTRAINT "reward_target_framework_indicator_id_fkey" FOREIGN KEY ("framework_indicator_id") REFERENCES "framework_indicator"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figures_version" ADD CONSTRAINT "figures_version_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_quarter_index_fkey" FOREIGN KEY ("quarter_index") REFERENCES "quarter"("index") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_lead_officer_id_fkey" FOREIGN KEY ("lead_officer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_support_officer_id_fkey" FOREIGN KEY ("support_officer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_reports_to_id_fkey" FOREIGN KEY ("reports_to_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategic_priority" ADD CONSTRAINT "strategic_priority_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio" ADD CONSTRAINT "portfolio_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio" ADD CONSTRAINT "portfolio_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_entry_priority" ADD CONSTRAINT "register_entry_priority_register_entry_id_fkey" FOREIGN KEY ("register_entry_id") REFERENCES "register_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_entry_priority" ADD CONSTRAINT "register_entry_priority_priority_id_fkey" FOREIGN KEY ("priority_id") REFERENCES "strategic_priority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_rating" ADD CONSTRAINT "vfm_rating_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_rating" ADD CONSTRAINT "vfm_rating_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_rating_change" ADD CONSTRAINT "vfm_rating_change_rating_id_fkey" FOREIGN KEY ("rating_id") REFERENCES "vfm_rating"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vfm_rating_change" ADD CONSTRAINT "vfm_rating_change_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_role" ADD CONSTRAINT "person_role_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_role" ADD CONSTRAINT "person_role_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_role" ADD CONSTRAINT "person_role_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quarterly_return" ADD CONSTRAINT "quarterly_return_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quarterly_return" ADD CONSTRAINT "quarterly_return_quarter_index_fkey" FOREIGN KEY ("quarter_index") REFERENCES "quarter"("index") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_entry" ADD CONSTRAINT "return_entry_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "quarterly_return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_entry" ADD CONSTRAINT "return_entry_framework_indicator_id_fkey" FOREIGN KEY ("framework_indicator_id") REFERENCES "framework_indicator"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_entry" ADD CONSTRAINT "return_entry_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_event" ADD CONSTRAINT "return_event_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "quarterly_return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_event" ADD CONSTRAINT "return_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk" ADD CONSTRAINT "risk_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk" ADD CONSTRAINT "risk_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action" ADD CONSTRAINT "action_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_quarter_index_fkey" FOREIGN KEY ("quarter_index") REFERENCES "quarter"("index") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

