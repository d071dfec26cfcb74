-- A dashboard says what changed in its quarter: found by date, not by reading every change there ever was.
CREATE INDEX "target_change_agreed_on_idx" ON "target_change"("agreed_on");
CREATE INDEX "measurement_revision_revised_at_idx" ON "measurement_revision"("revised_at");
