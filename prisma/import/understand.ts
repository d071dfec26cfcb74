import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { comparableName, countOf } from '@accord/domain'
import { Measure, Polarity } from '../client/generated/client.ts'
import { createAnswering, type FaultCounts } from './answering.ts'
import {
  type Fault,
  type ImportAnswers,
  type ImportQuestions,
  type IndicatorSettings,
  LEAVE_OUT,
  leaveOut,
  type NewIndicator,
} from './answers.ts'
import { type ColumnMapping, type Field, headingName } from './columns.ts'
import { millionths } from './decimal-text.ts'
import { proposedSettings, wordIn } from './indicator-settings.ts'
import { judgeIndicator, type PlacedFigure } from './judge-indicator.ts'
import { type Known, type KnownIndicator, seriesKey } from './known.ts'
import { type NewAlias, type NewOrganisation, nameSlug, placeOrganisations } from './organisations-in-file.ts'
import { createRowReader, type ReadFigure, type SaidOfIndicator } from './read-row.ts'
import type { TableRow } from './table.ts'

export type PlannedIndicator = {
  id: string
  slug: string
  code: string
  isRatio: boolean
  settings: IndicatorSettings
}

/** What is added beside figures. */
export type ImportPlan = {
  organisations: NewOrganisation[]
  aliases: NewAlias[]
  indicators: PlannedIndicator[]
  /** Quarters that the calendar does not have yet, by their index. */
  quarters: number[]
}

/** A figure as it would be loaded. */
export type PlannedFigure = PlacedFigure & { indicatorId: string }

export type Understood = {
  rows: number
  figures: PlannedFigure[]
  faults: Fault[]
  faultCounts: FaultCounts
  asked: ImportQuestions
  plan: ImportPlan
  indicators: number
  organisations: number
  quarters: { first: number; last: number } | null
  quarterCount: number
  /** Headings of columns that were not read. */
  ignoredColumns: string[]
}

export type UnderstandingInput = {
  header: readonly string[]
  mapping: ColumnMapping
  answers: ImportAnswers
  known: Known
  /** Of new indicators, said once for all of them. */
  given?: Partial<IndicatorSettings>
  onProgress?: (rows: number) => Promise<void> | void
}

const ROWS_A_TURN = 1000

type Group = { code: string; figures: ReadFigure[]; said: SaidOfIndicator }
type Gathered = { rows: number; groups: Map<string, Group>; waiting: { line: number; cell: string }[] }

async function gather(
  rows: AsyncIterable<TableRow>,
  { input, answering }: { input: UnderstandingInput; answering: ReturnType<typeof createAnswering> },
): Promise<Gathered> {
  const { header, mapping, answers, onProgress } = input
  const read = createRowReader(mapping, header)
  const gathered: Gathered = { rows: 0, groups: new Map(), waiting: [] }
  for await (const row of rows) {
    gathered.rows++
    const { figure, said, faults, either } = read(row)
    for (const found of faults) answering.fault(found)
    if (figure !== null) {
      const way = answers.choices.years
      if (either !== null && way !== 'financial' && way !== 'calendar') {
        const { quarter, year } = mapping.columns
        const cell = [quarter, year].flatMap((place) => (place === undefined ? [] : [row.cells[place] ?? '']))
        gathered.waiting.push({ line: row.line, cell: cell.join(' ') })
      } else {
        if (either !== null) figure.quarterIndex = either[way === 'calendar' ? 'calendar' : 'financial']
        const key = comparableName(figure.indicator)
        const group = gathered.groups.get(key)
        if (group === undefined) gathered.groups.set(key, { code: figure.indicator, figures: [figure], said })
        else group.figures.push(figure)
      }
    }
    if (gathered.rows % ROWS_A_TURN === 0) {
      await onProgress?.(gathered.rows)
      await nextTurn()
    }
  }
  return gathered
}

function askYears(
  rows: Gathered['waiting'],
  answering: ReturnType<typeof createAnswering>,
  column: string | null,
) {
  const answered = answering.answerFor('years')
  if (rows.length === 0 && answered === null) return
  for (const { line, cell } of rows) {
    const reason = `‘${cell}’ may be of the financial year or of the calendar year.`
    answering.fault({ line, column, cell, kind: 'question', code: 'years', group: 'years', reason })
  }
  const example = rows[0]?.cell ?? 'Q2 2009'
  answering.ask({
    code: 'years',
    group: 'years',
    sentence: `Quarters are written with one year, as in ‘${example}’. Which year is it?`,
    rows: rows.length,
    choices: [
      { value: 'financial', label: 'The financial year that begins in it: Q1 is April to June' },
      { value: 'calendar', label: 'The calendar year: Q1 is January to March' },
      leaveOut('Leave these rows out'),
    ],
    proposal: null,
  })
}

const sameFigure = (a: ReadFigure, b: ReadFigure) =>
  (['value', 'numerator', 'denominator'] as const).every((field) => {
    const [one, other] = [a[field], b[field]]
    return one === null || other === null ? one === other : millionths(one) === millionths(other)
  })

/** One figure for each place: the same twice is taken once, and of two that differ somebody says which. */
function withoutDuplicates(
  figures: PlannedFigure[],
  answering: ReturnType<typeof createAnswering>,
): PlannedFigure[] {
  const byPlace = new Map<string, PlannedFigure[]>()
  for (const figure of figures) {
    const key = `${figure.indicatorId} ${figure.quarterIndex} ${figure.organisationId ?? ''}`
    const own = byPlace.get(key)
    if (own === undefined) byPlace.set(key, [figure])
    else own.push(figure)
  }
  const places = [...byPlace.values()]
  let differing = 0
  for (const [first, ...others] of places) {
    for (const other of others) {
      if (first === undefined) continue
      const isSame = sameFigure(first, other)
      if (!isSame) differing++
      answering.fault({
        ...{
          line: other.line,
          column: null,
          cell: null,
          kind: isSame ? 'note' : 'question',
          code: 'duplicates',
        },
        ...{ group: isSame ? null : 'duplicates' },
        reason: `It is for the same indicator, organisation and quarter as line ${first.line}${isSame ? ', with the same figure: it is taken once' : ', with another figure'}.`,
      })
    }
  }
  const answer =
    differing === 0
      ? 'first'
      : answering.ask({
          code: 'duplicates',
          group: 'duplicates',
          sentence: `${countOf(differing, 'row')} ${differing === 1 ? 'repeats' : 'repeat'} another’s indicator, organisation and quarter with another figure. Which one counts?`,
          rows: differing,
          choices: [
            { value: 'first', label: 'The first of each' },
            { value: 'last', label: 'The last of each' },
            leaveOut('Neither: leave all of them out'),
          ],
          proposal: null,
        })
  return places.flatMap((own) => {
    const isDoubtful = own.some((figure) => own[0] !== undefined && !sameFigure(own[0], figure))
    if (isDoubtful && (answer === LEAVE_OUT || answer === null)) return []
    const kept = isDoubtful && answer === 'last' ? own.at(-1) : own[0]
    return kept === undefined ? [] : [kept]
  })
}

/** Where the file says another unit, polarity or measure than an indicator here has. */
function contradiction(
  said: SaidOfIndicator,
  known: KnownIndicator,
): { field: Field; reason: string } | null {
  if (said.unit !== undefined && said.unit.toLowerCase() !== known.unit.toLowerCase()) {
    return {
      field: 'unit',
      reason: `The file says ${known.code} is in ‘${said.unit}’, and here it is in ‘${known.unit}’.`,
    }
  }
  if (said.polarity !== undefined && wordIn(Polarity, said.polarity) !== known.polarity) {
    return {
      field: 'polarity',
      reason: `The file says ‘${said.polarity}’ is good for ${known.code}, and here it is ‘${known.polarity}’.`,
    }
  }
  if (said.measure !== undefined && wordIn(Measure, said.measure) !== known.measure) {
    return {
      field: 'measure',
      reason: `The file says ${known.code} is a ‘${said.measure}’ measure, and here it is ‘${known.measure}’.`,
    }
  }
  return null
}

/** Reads, places and judges all rows of a file. Knows of the database what `known` says, and writes nothing. */
export async function understand(
  rows: AsyncIterable<TableRow>,
  input: UnderstandingInput,
): Promise<Understood> {
  const { header, mapping, answers, known, given = {} } = input
  const heading = (field: Field) => {
    const place = mapping.columns[field]
    return place === undefined ? null : (header[place] ?? null)
  }
  const answering = createAnswering(answers, heading)
  const gathered = await gather(rows, { input, answering })
  askYears(gathered.waiting, answering, heading('quarter'))

  const rowsByName = new Map<string, number>()
  for (const { figures } of gathered.groups.values()) {
    for (const { organisation } of figures) {
      if (organisation !== null) rowsByName.set(organisation, (rowsByName.get(organisation) ?? 0) + 1)
    }
  }
  const organisations = placeOrganisations(rowsByName, { known, answering })
  const placed = (figure: ReadFigure): PlacedFigure[] => {
    if (figure.organisation === null) return [{ ...figure, organisationId: null }]
    const found = organisations.found.get(figure.organisation) ?? null
    return found === null ? [] : [{ ...figure, organisationId: found.id }]
  }

  const byCode = new Map(known.indicators.map((indicator) => [comparableName(indicator.code), indicator]))
  const newIndicators: NewIndicator[] = []
  const planned: PlannedIndicator[] = []
  const figures: PlannedFigure[] = []
  for (const [key, { code, figures: own, said }] of gathered.groups) {
    await nextTurn()
    const existing = byCode.get(key)
    const first = own[0]?.line ?? 1
    const refuse = (field: Field, faultCode: string, reason: string) => {
      const column = heading(field)
      answering.fault({
        line: first,
        column,
        cell: code,
        kind: 'error',
        code: faultCode,
        group: null,
        reason: `${reason} Its ${countOf(own.length, 'row')} cannot be loaded.`,
      })
    }
    if (existing === undefined && !known.framework.isImported) {
      refuse('indicator', 'unknown_indicator', `‘${code}’ is no indicator of ${known.framework.title}.`)
      continue
    }
    const against = existing === undefined ? null : contradiction(said, existing)
    if (against !== null) {
      refuse(against.field, 'contradiction', against.reason)
      continue
    }
    const answered = answers.indicators[code]
    const settings = existing ?? answered ?? proposedSettings(code, { figures: own, said, given })
    const id = existing?.id ?? randomUUID()
    if (existing === undefined) {
      newIndicators.push({ code, rows: own.length, settings, isAnswered: answered !== undefined })
      const slug = `${known.framework.slug}-${nameSlug(code) || 'indicator'}`
      planned.push({ id, slug, code, settings, isRatio: own.some(({ denominator }) => denominator !== null) })
    }
    const percentIn = settings.unit === '%' ? undefined : own.find(({ isPercent }) => isPercent)
    if (percentIn !== undefined) {
      refuse(
        'value',
        'unit',
        `‘${percentIn.value}%’ in line ${percentIn.line} is a percentage, and the unit of ${code} is ${settings.unit}.`,
      )
      continue
    }
    const judged = judgeIndicator(
      {
        ...{ code, settings, isKnown: existing !== undefined, isStrict: !known.framework.isImported },
        ...{ hardMin: existing?.hardMin ?? null, hardMax: existing?.hardMax ?? null },
        figures: own.flatMap(placed),
        rangeOf: (organisationId) => known.ranges.get(seriesKey(id, organisationId)),
      },
      answering,
    )
    for (const figure of judged) figures.push({ ...figure, indicatorId: id })
  }
  const kept = withoutDuplicates(figures, answering)
  if (answering.counts.error > 0) {
    answering.ask({
      code: 'errors',
      group: 'errors',
      sentence: `${countOf(answering.counts.error, 'thing')} in the file cannot be loaded. Put them right in the file and import it again, or leave those rows out.`,
      rows: answering.counts.error,
      choices: [leaveOut('Leave these rows out and load the rest')],
      proposal: null,
    })
  }
  const quarters = new Set(kept.map(({ quarterIndex }) => quarterIndex))
  const usedOrganisations = new Set(kept.map(({ organisationId }) => organisationId))
  const usedIndicators = new Set(kept.map(({ indicatorId }) => indicatorId))
  const read = new Set(Object.values(mapping.columns))
  const isUsed = ({ id }: { id: string }) => usedOrganisations.has(id)
  return {
    rows: gathered.rows,
    figures: kept,
    faults: answering.faults.toSorted((a, b) => a.line - b.line),
    faultCounts: answering.counts,
    asked: { questions: answering.questions, indicators: newIndicators },
    plan: {
      organisations: organisations.added.filter(isUsed),
      aliases: organisations.aliases,
      indicators: planned.filter(({ id }) => usedIndicators.has(id)),
      quarters: [...quarters].filter((index) => !known.quarters.has(index)).sort((a, b) => a - b),
    },
    indicators: usedIndicators.size,
    organisations: [...usedOrganisations].filter((id) => id !== null).length,
    quarters: quarters.size === 0 ? null : { first: Math.min(...quarters), last: Math.max(...quarters) },
    quarterCount: quarters.size,
    ignoredColumns: header.filter((name, place) => !read.has(place) && headingName(name) !== ''),
  }
}
