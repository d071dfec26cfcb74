/** Overdue from the day after it was due, until it is done. ISO dates; an action without a date is never overdue. */
export function isOverdue(
  { dueOn, completedOn }: { dueOn: string | null; completedOn: string | null },
  today: string,
): boolean {
  // ISO dates sort as text.
  return dueOn !== null && completedOn === null && dueOn < today
}
