-- Figures come in from files: what each file held, what it did, and what it was told.

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('reading', 'mapping', 'checking', 'ready', 'applied', 'undone', 'failed', 'abandoned');

-- CreateEnum
CREATE TYPE "import_fault_kind" AS ENUM ('error', 'question', 'note');

-- CreateEnum
CREATE TYPE "import_outcome" AS ENUM ('added', 'changed', 'same');

-- CreateTable
CREATE TABLE "series_import" (
    "id" UUID NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'reading',
    "version" INTEGER NOT NULL DEFAULT 1,
    "file_name" TEXT NOT NULL,
    "file_size" BIGINT NOT NULL,
    "file_sha256" BYTEA,
    "sheet" TEXT,
    "header" TEXT[],
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "mapping" JSONB,
    "target" JSONB,
    "answers" JSONB,
    "questions" JSONB,
    "plan" JSONB,
    "summary" JSONB,
    "failure" TEXT,
    "framework_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_by_id" UUID,
    "applied_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "undo_reason" TEXT,

    CONSTRAINT "series_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series_import_progress" (
    "import_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "series_import_progress_pkey" PRIMARY KEY ("import_id")
);

-- CreateTable
CREATE TABLE "series_import_row" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "cells" TEXT[],

    CONSTRAINT "series_import_row_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateTable
CREATE TABLE "series_import_fault" (
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT,
    "cell" TEXT,
    "kind" "import_fault_kind" NOT NULL,
    "code" TEXT NOT NULL,
    "group_key" TEXT,
    "reason" TEXT NOT NULL,

    CONSTRAINT "series_import_fault_pkey" PRIMARY KEY ("import_id","position")
);

-- CreateTable
CREATE TABLE "series_import_figure" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "outcome" "import_outcome" NOT NULL,
    "measurement_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "organisation_id" UUID,
    "quarter_index" INTEGER NOT NULL,
    "old_value" DECIMAL(18,6),
    "old_numerator" DECIMAL(18,6),
    "old_denominator" DECIMAL(18,6),
    "old_state" "measurement_state",
    "old_missing" "missing_reason",
    "new_value" DECIMAL(18,6),
    "new_numerator" DECIMAL(18,6),
    "new_denominator" DECIMAL(18,6),
    "new_state" "measurement_state",
    "new_missing" "missing_reason",
    "note" TEXT,
    "period_label" TEXT,
    "is_undone" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "series_import_figure_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateTable
CREATE TABLE "organisation_alias" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "alias" TEXT NOT NULL,
    "normalised" TEXT NOT NULL,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "column_mapping" (
    "signature" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "used_by_id" UUID,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "column_mapping_pkey" PRIMARY KEY ("signature")
);

-- CreateIndex
CREATE INDEX "series_import_created_at_idx" ON "series_import"("created_at");

-- CreateIndex
CREATE INDEX "series_import_figure_import_id_outcome_indicator_id_quarter_idx" ON "series_import_figure"("import_id", "outcome", "indicator_id", "quarter_index");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_alias_normalised_key" ON "organisation_alias"("normalised");

-- CreateIndex
CREATE INDEX "organisation_alias_organisation_id_idx" ON "organisation_alias"("organisation_id");

-- AddForeignKey
ALTER TABLE "series_import" ADD CONSTRAINT "series_import_framework_id_fkey" FOREIGN KEY ("framework_id") REFERENCES "framework"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_import" ADD CONSTRAINT "series_import_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_import" ADD CONSTRAINT "series_import_applied_by_id_fkey" FOREIGN KEY ("applied_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_import" ADD CONSTRAINT "series_import_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_import_progress" ADD CONSTRAINT "series_import_progress_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "series_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_import_row" ADD CONSTRAINT "series_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "series_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_import_fault" ADD CONSTRAINT "series_import_fault_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "series_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_import_figure" ADD CONSTRAINT "series_import_figure_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "series_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_alias" ADD CONSTRAINT "organisation_alias_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_alias" ADD CONSTRAINT "organisation_alias_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_used_by_id_fkey" FOREIGN KEY ("used_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What an import may be ---------------------------------------------------------------------------------------

alter table series_import
  add constraint series_import_file_named check (is_said(file_name) and file_size >= 0),
  add constraint series_import_version_from_1 check (version >= 1),
  add constraint series_import_rows_not_negative check (row_count >= 0),
  add constraint series_import_applied_when check ((state in ('applied', 'undone')) = (applied_at is not null)),
  add constraint series_import_applied_somewhere check (applied_at is null or framework_id is not null),
  add constraint series_import_undone_with_reason check (
    (state = 'undone') = (undone_at is not null) and (undone_at is null) = (undo_reason is null) and is_said(undo_reason)
  ),
  add constraint series_import_failed_says_why check ((state = 'failed') = (failure is not null) and is_said(failure));

alter table series_import_fault
  add constraint series_import_fault_said check (is_said(reason)),
  add constraint series_import_fault_question_has_group check (kind <> 'question' or group_key is not null);

alter table series_import_figure
  add constraint series_import_figure_value_or_reason check ((new_value is null) <> (new_missing is null)),
  add constraint series_import_figure_state_with_value check ((new_value is null) = (new_state is null)),
  add constraint series_import_figure_counts_together check (
    (new_numerator is null) = (new_denominator is null) and (new_numerator is null or new_value is not null)
  ),
  add constraint series_import_figure_added_from_nothing check (
    outcome <> 'added' or num_nonnulls(old_value, old_numerator, old_denominator, old_state, old_missing) = 0
  ),
  add constraint series_import_figure_undone_did_something check (not is_undone or outcome <> 'same');

alter table organisation_alias
  add constraint organisation_alias_said check (is_said(alias) and normalised <> '');

-- An import goes its way once: what was loaded is undone, never loaded again.
create function series_import_moves_by_steps() returns trigger language plpgsql as $$
begin
  if new.state <> old.state and (old.state, new.state) not in (
    ('reading', 'mapping'), ('reading', 'failed'), ('reading', 'abandoned'),
    ('mapping', 'checking'), ('mapping', 'abandoned'),
    ('checking', 'ready'), ('checking', 'mapping'), ('checking', 'abandoned'),
    ('ready', 'checking'), ('ready', 'applied'), ('ready', 'abandoned'),
    ('applied', 'undone')
  ) then
    perform refuse('series_import_moves_by_steps', 'An import is read, mapped, checked, loaded and perhaps undone, in this order.');
  end if;
  return new;
end $$;
create trigger moves_by_steps before update on series_import
  for each row execute function series_import_moves_by_steps();

-- What a loaded import did is its history: only that it was undone is added.
create function series_import_figure_is_kept() returns trigger language plpgsql as $$
begin
  if exists (select from series_import i where i.id = old.import_id and i.state in ('applied', 'undone'))
    and (tg_op = 'DELETE' or to_jsonb(new) - 'is_undone' <> to_jsonb(old) - 'is_undone') then
    perform refuse('series_import_figure_is_kept', 'What a loaded import did is kept as it was.');
  end if;
  return coalesce(new, old);
end $$;
create trigger is_kept before update or delete on series_import_figure
  for each row execute function series_import_figure_is_kept();
