import {
  type ChangeKind,
  changeActions,
  changeKindWord,
  changeStateWord,
  financialYearKey,
  financialYearLabel,
  whyCannotChange,
} from '@accord/domain'
import type { z } from 'zod'
import type { Context } from '#api/context.ts'
import { notFound } from '#api/problem.ts'
import { quarterInContext } from '#modules/quarters/quarters.service.ts'
import { type ChangeContent, isSame, standingOf } from './change-content.ts'
import { changeLines, type Names } from './change-lines.ts'
import { toPreview } from './change-preview.ts'
import { rolesFor } from './change-rules.ts'
import type { NewIndicator } from './changes.bodies.ts'
import { type ChangeRow, readChange, readChanges } from './changes.queries.ts'
import type { changesQuery, IndicatorChange, IndicatorChangeDetail } from './changes.schemas.ts'
import { readSubject, type SubjectRow } from './subject.queries.ts'
import { PREVIEWED } from './subject.service.ts'

/** What a row holds, by its kind: written by propose alone, which checked it. */
export function contentOf({ kind, before, after, startYear }: ChangeRow): ChangeContent {
  return { kind, before, after, ...(kind === 'targets' ? { startYear } : {}) } as ChangeContent
}

function namesOf({ outcomes, owners }: ChangeRow): Names {
  return {
    outcomes: new Map(outcomes.map(({ id, title }) => [id, title])),
    owners: new Map(owners.map(({ id, name }) => [id, name])),
  }
}

function subjectOf({ indicator, after }: ChangeRow) {
  if (indicator !== null) return indicator
  const { code, shortTitle, unit, decimals } = after as NewIndicator
  return { id: null, code, title: shortTitle, unit, decimals }
}

export function toChange(context: Context, row: ChangeRow): IndicatorChange {
  const { id, kind, state, version, framework, organisation, startYear } = row
  const { id: indicatorId, code, title, unit, decimals } = subjectOf(row)
  const held = rolesFor(context, row.councilIds)
  const isProposer = row.proposedById === context.actor.personId
  const rulings = changeActions.map((action) => ({
    action,
    obstacle: whyCannotChange(action, { state, isProposer, held }),
  }))
  return {
    ...{ id, kind, state, version, framework, organisation, unit, decimals },
    kindWord: changeKindWord(kind),
    stateWord: changeStateWord(state),
    indicator: { id: indicatorId, code, title },
    year:
      startYear === null ? null : { key: financialYearKey(startYear), label: financialYearLabel(startYear) },
    lines: changeLines(contentOf(row), { unit, decimals }, namesOf(row)),
    reason: row.reason,
    agreedBy: row.agreedBy,
    agreedOn: row.agreedOn,
    proposedBy: row.proposedBy,
    proposedOn: row.proposedOn,
    decidedBy: row.decidedBy,
    decidedOn: row.decidedOn,
    decisionNote: row.decisionNote,
    allowedActions: rulings.flatMap(({ action, obstacle }) => (obstacle === null ? [action] : [])),
    blockedBecause: rulings.flatMap(({ action, obstacle }) =>
      obstacle === null ? [] : [{ action, sentence: obstacle.sentence }],
    ),
  }
}

export async function listChanges(
  context: Context,
  { state, indicator, framework }: Omit<z.output<typeof changesQuery>, 'page' | 'pageSize' | 'format'>,
): Promise<IndicatorChange[]> {
  const rows = await readChanges(context, { state, indicator, framework })
  return rows.map((row) => toChange(context, row))
}

/** Those of one indicator in one framework, for its own pages. */
export async function changesOf(
  context: Context,
  asked: { indicator: string; framework: string; kinds: readonly ChangeKind[] },
): Promise<IndicatorChange[]> {
  return (await readChanges(context, asked)).map((row) => toChange(context, row))
}

export function known(row: ChangeRow | undefined): ChangeRow {
  if (row === undefined) {
    throw notFound('#/path/id', 'There is no such change. Choose one from /api/v1/indicator-changes.')
  }
  return row
}

/** The indicator of a change in its framework, as it stands; null for a new one. */
export async function subjectOfChange(context: Context, row: ChangeRow): Promise<SubjectRow | null> {
  if (row.indicator === null || row.kind === 'new_indicator') return null
  const { index } = await quarterInContext(context, undefined)
  const subject = await readSubject(context, {
    ...{ indicator: row.indicator.id, framework: row.framework.id },
    ...{ organisation: row.organisation?.id ?? null, quarterIndex: index, quartersBack: PREVIEWED },
  })
  return subject ?? null
}

/** What stands now in place of what the change was held against: an empty list where that is the same. */
export function changedSince(
  row: ChangeRow,
  subject: SubjectRow | null,
): IndicatorChangeDetail['changedSince'] {
  const content = contentOf(row)
  if (subject === null || content.kind === 'new_indicator') return []
  const now = standingOf(subject, { kind: content.kind, startYear: row.startYear })
  if (isSame(content.before, now)) return []
  const names = { outcomes: new Map(subject.outcomes.map(({ id, title }) => [id, title])), owners: new Map() }
  return changeLines({ ...content, after: now } as ChangeContent, subject.settings, names)
}

export async function changeDetail(context: Context, id: string): Promise<IndicatorChangeDetail> {
  return detailOf(context, known(await readChange(context, id)))
}

export async function detailOf(context: Context, row: ChangeRow): Promise<IndicatorChangeDetail> {
  const isWaiting = row.state === 'proposed'
  const subject = isWaiting ? await subjectOfChange(context, row) : null
  const content = contentOf(row)
  const movesStatuses =
    content.kind === 'indicator' || content.kind === 'placement' || content.kind === 'targets'
  const { index } = await quarterInContext(context, undefined)
  return {
    ...toChange(context, row),
    preview: subject !== null && movesStatuses ? toPreview(content, subject, index) : null,
    changedSince: changedSince(row, subject),
  }
}
