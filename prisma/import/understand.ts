import { setImmediate as nextTurn } from 'node:timers/promises'
import { countOf } from '@accord/domain'
import { type Answering, createAnswering, type FaultCounts } from './answering.ts'
import {
  type Fault,
  type ImportAnswers,
  type ImportQuestions,
  type IndicatorSettings,
  leaveOut,
  type NewIndicator,
} from './answers.ts'
import { type ColumnMapping, type Field, headingName } from './columns.ts'
import { withoutDuplicates } from './duplicates.ts'
import { askYears, codeKey, type Gathered, gatherRows } from './gather-rows.ts'
import { judgeIndicator } from './judge-indicator.ts'
import type { PlacedFigure, PlannedFigure } from './judged-indicator.ts'
import { type Known, seriesKey } from './known.ts'
import { type NewAlias, type NewOrganisation, placeOrganisations } from './organisations-in-file.ts'
import { type PlannedIndicator, placeIndicator } from './place-indicator.ts'
import type { ReadFigure } from './read-row.ts'
import type { TableRow } from './table.ts'

/** What is added beside figures. */
export type ImportPlan = {
  organisations: NewOrganisation[]
  aliases: NewAlias[]
  indicators: PlannedIndicator[]
  /** Quarters that the calendar does not have yet, by their index. */
  quarters: number[]
}

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

function rowsByName({ indicators }: Gathered): Map<string, number> {
  const rows = new Map<string, number>()
  for (const { figures } of indicators.values()) {
    for (const { organisation } of figures) {
      if (organisation !== null) rows.set(organisation, (rows.get(organisation) ?? 0) + 1)
    }
  }
  return rows
}

type Organisations = ReturnType<typeof placeOrganisations>

/** Nothing for a row whose organisation is left out or not decided yet. */
function placed(figure: ReadFigure, { found }: Organisations): PlacedFigure[] {
  if (figure.organisation === null) return [{ ...figure, organisationId: null }]
  const organisation = found.get(figure.organisation) ?? null
  return organisation === null ? [] : [{ ...figure, organisationId: organisation.id }]
}

type Judged = { figures: PlannedFigure[]; planned: PlannedIndicator[]; shown: NewIndicator[] }

async function judgeAll(
  { indicators }: Gathered,
  input: UnderstandingInput,
  { organisations, answering }: { organisations: Organisations; answering: Answering },
): Promise<Judged> {
  const { known, answers, given = {} } = input
  const byCode = new Map(known.indicators.map((indicator) => [codeKey(indicator.code), indicator]))
  const slugs = new Set(known.indicatorSlugs)
  const judged: Judged = { figures: [], planned: [], shown: [] }
  for (const [key, gathered] of indicators) {
    await nextTurn()
    const { code } = gathered
    const place = placeIndicator(gathered, {
      ...{ known, given, answering, slugs },
      ...{ existing: byCode.get(key), answered: answers.indicators[code] },
    })
    if (place === null) continue
    const { id, settings, existing, added } = place
    if (added !== null) {
      judged.planned.push(added.planned)
      judged.shown.push(added.shown)
    }
    const figures = judgeIndicator(
      {
        ...{ code, settings, isKnown: existing !== null, isStrict: !known.framework.isImported },
        ...{ hardMin: existing?.hardMin ?? null, hardMax: existing?.hardMax ?? null },
        figures: gathered.figures.flatMap((figure) => placed(figure, organisations)),
        rangeOf: (organisationId) => known.ranges.get(seriesKey(id, organisationId)),
      },
      answering,
    )
    for (const figure of figures) judged.figures.push({ ...figure, indicatorId: id })
  }
  return judged
}

function askErrors({ ask, counts }: Answering): void {
  if (counts.error === 0) return
  ask({
    code: 'errors',
    group: 'errors',
    sentence: `${countOf(counts.error, 'thing')} in the file cannot be loaded. Put them right in the file and import it again, or leave those rows out.`,
    rows: counts.error,
    choices: [leaveOut('Leave these rows out and load the rest')],
    proposal: null,
  })
}

/** Reads, places and judges all rows of a file. Knows of the database what `known` says, and writes nothing. */
export async function understand(
  rows: AsyncIterable<TableRow>,
  input: UnderstandingInput,
): Promise<Understood> {
  const { header, mapping, answers, known, onProgress } = input
  const heading = (field: Field) => {
    const place = mapping.columns[field]
    return place === undefined ? null : (header[place] ?? null)
  }
  const answering = createAnswering(answers, heading)
  const gathered = await gatherRows(rows, { header, mapping, answering, onProgress })
  askYears(gathered.waiting, answering, heading('quarter'))
  const organisations = placeOrganisations(rowsByName(gathered), { known, answering })
  const { planned, shown, ...judged } = await judgeAll(gathered, input, { organisations, answering })
  const figures = withoutDuplicates(judged.figures, answering)
  askErrors(answering)

  const quarters = new Set(figures.map(({ quarterIndex }) => quarterIndex))
  const used = new Set(figures.flatMap(({ organisationId, indicatorId }) => [organisationId, indicatorId]))
  const isUsed = ({ id }: { id: string }) => used.has(id)
  const read = new Set(Object.values(mapping.columns))
  return {
    ...{ rows: gathered.rows, figures, faultCounts: answering.counts },
    faults: answering.faults.toSorted((a, b) => a.line - b.line),
    asked: { questions: answering.questions, indicators: shown },
    plan: {
      organisations: organisations.added.filter(isUsed),
      aliases: organisations.aliases,
      indicators: planned.filter(isUsed),
      quarters: [...quarters].filter((index) => !known.quarters.has(index)).sort((a, b) => a - b),
    },
    indicators: new Set(figures.map(({ indicatorId }) => indicatorId)).size,
    organisations: new Set(figures.flatMap(({ organisationId }) => organisationId ?? [])).size,
    quarters: quarters.size === 0 ? null : { first: Math.min(...quarters), last: Math.max(...quarters) },
    quarterCount: quarters.size,
    ignoredColumns: header.filter((name, place) => !read.has(place) && headingName(name) !== ''),
  }
}
