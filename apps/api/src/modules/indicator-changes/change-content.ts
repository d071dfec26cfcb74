import type {
  BaselineValue,
  NewIndicator,
  Placement,
  Proposal,
  Settings,
  YearTargets,
} from './changes.bodies.ts'
import { type SubjectRow, yearTargetsOf } from './subject.queries.ts'

/** What a change is of, as it was and as it would be. */
export type ChangeContent =
  | { kind: 'new_indicator'; before: null; after: NewIndicator }
  | { kind: 'indicator'; before: Settings; after: Settings }
  | { kind: 'placement'; before: Placement; after: Placement }
  | { kind: 'targets'; startYear: number; before: YearTargets; after: YearTargets }
  | { kind: 'baseline'; before: BaselineValue | null; after: BaselineValue }

/** What a change of an indicator would replace, as it stands. */
export function standingOf(
  subject: SubjectRow,
  asked: { kind: Exclude<Proposal['kind'], 'new_indicator'>; startYear: number | null },
): ChangeContent['before'] {
  if (asked.kind === 'indicator') return subject.settings
  if (asked.kind === 'placement') return subject.placement
  if (asked.kind === 'baseline') return subject.baseline
  return yearTargetsOf(subject, asked.startYear ?? 0)
}

/** In one order, so that what is kept and what is read can be compared. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, held]) => [name, inOrder(held)]),
  )
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
}
