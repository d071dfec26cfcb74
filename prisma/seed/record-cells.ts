import {
  cellKey,
  type IndicatorField,
  indicatorCell,
  narrativeFields,
  quarterEndsOn,
  quarterStartsOn,
} from '@accord/domain'
import { CURRENT_QUARTER, isoDate } from './calendar.ts'
import { idFor, nth, pickFor, slugOf } from './identity.ts'
import { codesOwnedBy } from './indicators.ts'
import { measurementId, measurementRows } from './measurements.ts'
import { partnershipId } from './partnership-names.ts'
import { nameOfPerson } from './people.ts'
import { actionRows, questionRows } from './records.ts'
import { resourcesOf } from './resources.ts'
import { returnEntryRows } from './return-entries.ts'
import { narrativeOf, returnId } from './returns.ts'
import { riskReviewRows } from './risk-reviews.ts'
import type { Told } from './told.ts'

/** Cell → text; blank cells are left out. */
export type Cells = Map<string, string>
type Written = [string, string | null | undefined]

const FIGURES = new Map(measurementRows().map((row) => [row.id, row]))
const ENTRIES = new Map(returnEntryRows().map((row) => [row.id, row]))
const REVIEWS = riskReviewRows()
const ACTIONS = actionRows()
const QUESTIONS = questionRows()

/** What a return’s cells held when it was signed, as its record has it. */
export function recordCells(told: Told): Cells {
  const written = [
    ...codesOwnedBy(told.partnership).flatMap((code) => indicatorCells(told, code)),
    ...actionCells(told),
    ...riskCells(told),
    ...resourceCells(told),
    ...narrativeCells(told),
    ...questionCells(told),
  ]
  return new Map(written.flatMap(([key, text]) => (text ? [[key, text] as const] : [])))
}

function indicatorCells(told: Told, code: string): Written[] {
  const slug = slugOf(code)
  const cell = (field: IndicatorField, text: string | null | undefined): Written => [
    indicatorCell(slug, field),
    text,
  ]
  const entry = ENTRIES.get(idFor('return entry', returnId(told), code))
  return [
    ...figureCells(told, code).map(([field, text]) => cell(field, text)),
    cell('commentary', entry?.commentary),
    cell('cause', entry?.cause),
    cell('action', entry?.action),
    cell('owner', entry?.ownerId ? nameOfPerson(entry.ownerId) : null),
    cell('due', dayOf(entry?.dueOn)),
    cell('forecast', textOf(entry?.forecast)),
    cell('forecastReason', entry?.forecastReason),
  ]
}

function figureCells(told: Told, code: string): [IndicatorField, string | null][] {
  const figure = FIGURES.get(measurementId({ code, quarterIndex: told.quarterIndex }))
  if (!figure) return []
  const { value, numerator, denominator, missingReason } = figure
  // Of a figure that is not due there is nothing to say.
  if (missingReason) return missingReason === 'not_due' ? [] : [['missing', missingReason]]
  if (numerator === null) return [['value', textOf(value)]]
  return [
    ['numerator', textOf(numerator)],
    ['denominator', textOf(denominator)],
  ]
}

const UNDER_WAY = ['Under way.', 'Begun, and on course.', 'A first meeting was held.', 'Costs agreed.']

function actionCells(told: Told): Written[] {
  const [firstDay, lastDay] = [quarterStartsOn(told.quarterIndex), quarterEndsOn(told.quarterIndex)]
  return ACTIONS.filter((action) => action.partnershipId === partnershipId(told.partnership)).flatMap(
    ({ id = '', openedOn, completedOn, progress }): Written[] => {
      const completed = dayOf(completedOn)
      const isReported = (dayOf(openedOn) ?? '') <= lastDay && (completed === null || completed >= firstDay)
      if (!isReported) return []
      const isLatest = told.quarterIndex === CURRENT_QUARTER
      const earlier = nth(UNDER_WAY, pickFor(UNDER_WAY.length, id, String(told.quarterIndex)))
      return [
        [cellKey({ section: 'actions', id, field: 'progress' }), isLatest ? progress : earlier],
        [
          cellKey({ section: 'actions', id, field: 'completed' }),
          completed !== null && completed <= lastDay ? completed : null,
        ],
      ]
    },
  )
}

function riskCells(told: Told): Written[] {
  return REVIEWS.filter((review) => review.returnId === returnId(told)).flatMap(
    ({ riskId: id, likelihood, impact, note }): Written[] => [
      [cellKey({ section: 'risks', id, field: 'likelihood' }), String(likelihood)],
      [cellKey({ section: 'risks', id, field: 'impact' }), String(impact)],
      [cellKey({ section: 'risks', id, field: 'review' }), note],
    ],
  )
}

function resourceCells({ partnership, quarterIndex }: Told): Written[] {
  const { memberHours, officerHours, fundingPence } = resourcesOf(partnership, quarterIndex)
  return [
    ['resources/memberHours', memberHours],
    ['resources/officerHours', officerHours],
    ['resources/funding', fundingPence === null ? null : String(fundingPence / 100n)],
  ]
}

function narrativeCells(told: Told): Written[] {
  const narrative = narrativeOf(told)
  return narrativeFields.map((field) => [cellKey({ section: 'narrative', field }), narrative[field]])
}

// Asked about a quarter, a question is answered in the return for the next.
function questionCells(told: Told): Written[] {
  return QUESTIONS.filter(
    (question) =>
      question.partnershipId === partnershipId(told.partnership) &&
      question.quarterIndex === told.quarterIndex - 1,
  ).map(({ id = '', answer }) => [cellKey({ section: 'questions', id, field: 'answer' }), answer])
}

function dayOf(date: Date | string | null | undefined): string | null {
  return date ? isoDate(new Date(date)) : null
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value)
}
