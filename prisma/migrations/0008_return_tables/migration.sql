-- The draft of a return, what was signed off, who was asked, told and given more time, and what was published.

-- AlterTable
ALTER TABLE "action" ADD COLUMN "progress" TEXT;

-- AlterTable
ALTER TABLE "indicator" ADD COLUMN "hard_min" DECIMAL(18,6),
ADD COLUMN "hard_max" DECIMAL(18,6);

-- AlterTable
ALTER TABLE "quarter" ADD COLUMN "opened_at" TIMESTAMPTZ(3),
ADD COLUMN "opened_by_id" UUID;

-- AlterTable
ALTER TABLE "quarterly_return" ADD COLUMN "member_hours" DECIMAL(10,1),
ADD COLUMN "officer_hours" DECIMAL(10,1),
ADD COLUMN "funding_pence" BIGINT;

-- AlterTable
ALTER TABLE "return_entry" ADD COLUMN "owner_name" TEXT,
ADD COLUMN "forecast" DECIMAL(18,6),
ADD COLUMN "forecast_reason" TEXT;

-- AlterTable
ALTER TABLE "session" ADD COLUMN "assignment_id" UUID;

-- CreateTable
CREATE TABLE "quarter_date_change" (
    "id" UUID NOT NULL,
    "quarter_index" INTEGER NOT NULL,
    "old_opens_on" DATE NOT NULL,
    "new_opens_on" DATE NOT NULL,
    "old_due_on" DATE NOT NULL,
    "new_due_on" DATE NOT NULL,
    "old_closes_on" DATE NOT NULL,
    "new_closes_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by_id" UUID NOT NULL,

    CONSTRAINT "quarter_date_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "quarter_index" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by_id" UUID NOT NULL,
    "dashboard" JSONB NOT NULL,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "return_id" UUID,
    "kind" TEXT NOT NULL,
    "on_date" DATE NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "mail_state" TEXT NOT NULL DEFAULT 'waiting',
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_setting" (
    "kind" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3),

    CONSTRAINT "reminder_setting_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "idempotent_answer" (
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotent_answer_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateTable
CREATE TABLE "return_cell" (
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "cell" TEXT NOT NULL,
    "value" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by_id" UUID NOT NULL,

    CONSTRAINT "return_cell_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_cell_change" (
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "cell" TEXT NOT NULL,
    "old_value" TEXT,
    "new_value" TEXT,
    "version" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by_id" UUID NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "return_cell_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_submission" (
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_by_id" UUID NOT NULL,
    "contents" JSONB NOT NULL,

    CONSTRAINT "return_submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_assignment" (
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "cells" TEXT[],
    "person_id" UUID,
    "invited_name" TEXT,
    "invited_email" TEXT,
    "token_hash" BYTEA,
    "expires_on" DATE,
    "redeemed_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "return_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_extension" (
    "id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "until" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "agreed_by_id" UUID NOT NULL,
    "agreed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "return_extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk_review" (
    "id" UUID NOT NULL,
    "risk_id" UUID NOT NULL,
    "return_id" UUID,
    "likelihood" INTEGER NOT NULL,
    "impact" INTEGER NOT NULL,
    "note" TEXT,
    "reviewed_on" DATE NOT NULL,
    "reviewed_by_id" UUID NOT NULL,

    CONSTRAINT "risk_review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "quarter_date_change_quarter_index_idx" ON "quarter_date_change"("quarter_index");

-- CreateIndex
CREATE UNIQUE INDEX "publication_council_id_quarter_index_key" ON "publication"("council_id", "quarter_index");

-- CreateIndex
CREATE INDEX "notification_mail_state_idx" ON "notification"("mail_state");

-- CreateIndex
CREATE UNIQUE INDEX "notification_person_id_return_id_kind_on_date_key" ON "notification"("person_id", "return_id", "kind", "on_date");

-- CreateIndex
CREATE INDEX "idempotent_answer_created_at_idx" ON "idempotent_answer"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "return_cell_return_id_cell_key" ON "return_cell"("return_id", "cell");

-- CreateIndex
CREATE UNIQUE INDEX "return_cell_change_return_id_cell_version_key" ON "return_cell_change"("return_id", "cell", "version");

-- CreateIndex
CREATE UNIQUE INDEX "return_submission_return_id_number_key" ON "return_submission"("return_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "return_assignment_token_hash_key" ON "return_assignment"("token_hash");

-- CreateIndex
CREATE INDEX "return_assignment_return_id_idx" ON "return_assignment"("return_id");

-- CreateIndex
CREATE INDEX "return_assignment_person_id_idx" ON "return_assignment"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "return_extension_return_id_key" ON "return_extension"("return_id");

-- CreateIndex
CREATE INDEX "risk_review_risk_id_idx" ON "risk_review"("risk_id");

-- CreateIndex
CREATE INDEX "risk_review_return_id_idx" ON "risk_review"("return_id");

-- CreateIndex
CREATE INDEX "session_assignment_id_idx" ON "session"("assignment_id");

-- AddForeignKey
ALTER TABLE "quarter_date_change" ADD CONSTRAINT "quarter_date_change_quarter_index_fkey" FOREIGN KEY ("quarter_index") REFERENCES "quarter"("index") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quarter_date_change" ADD CONSTRAINT "quarter_date_change_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_quarter_index_fkey" FOREIGN KEY ("quarter_index") REFERENCES "quarter"("index") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "quarterly_return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_setting" ADD CONSTRAINT "reminder_setting_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotent_answer" ADD CONSTRAINT "idempotent_answer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_cell" ADD CONSTRAINT "return_cell_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "quarterly_return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_cell" ADD CONSTRAINT "return_cell_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_cell_change" ADD CONSTRAINT "return_cell_change_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "quarterly_return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_cell_change" ADD CONSTRAINT "return_cell_change_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_submission" ADD CONSTRAINT "return_submission_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "quarterly_return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_submission" ADD CONSTRAINT "return_submission_signed_by_id_fkey" FOREIGN KEY ("signed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_assignment" ADD CONSTRAINT "return_assignment_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "quarterly_return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_assignment" ADD CONSTRAINT "return_assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_assignment" ADD CONSTRAINT "return_assignment_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_extension" ADD CONSTRAINT "return_extension_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "quarterly_return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_extension" ADD CONSTRAINT "return_extension_agreed_by_id_fkey" FOREIGN KEY ("agreed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quarter" ADD CONSTRAINT "quarter_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "return_assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_review" ADD CONSTRAINT "risk_review_risk_id_fkey" FOREIGN KEY ("risk_id") REFERENCES "risk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_review" ADD CONSTRAINT "risk_review_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "quarterly_return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_review" ADD CONSTRAINT "risk_review_reviewed_by_id_fkey" FOREIGN KEY ("reviewed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Prisma's schema cannot say that nulls are alike: what is about no one return is also said once a day.
DROP INDEX "notification_person_id_return_id_kind_on_date_key";
CREATE UNIQUE INDEX "notification_person_id_return_id_kind_on_date_key"
  ON "notification" ("person_id", "return_id", "kind", "on_date") NULLS NOT DISTINCT;

-- A cell is saved many times over: room beside its row lets it change without touching an index.
ALTER TABLE "return_cell" SET (fillfactor = 80);

-- A quarter that has returns was opened.
UPDATE "quarter" SET "opened_at" = "opens_on"::timestamp AT TIME ZONE 'Europe/London'
  WHERE EXISTS (SELECT FROM "quarterly_return" r WHERE r."quarter_index" = "quarter"."index");
