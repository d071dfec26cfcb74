import { capitalise, countOf, movedPoint } from '@accord/domain'
import { LEAVE_OUT, leaveOut } from './answers.ts'
import { millionths } from './decimal-text.ts'
import {
  askOfRows,
  type Judge,
  type JudgedIndicator,
  type PlacedFigure,
  seriesOf,
  shown,
} from './judged-indicator.ts'
import type { SeriesRange } from './known.ts'

const leastForOwnRange = 6
// The outer fifths may be the slips themselves; a quarter more on each side is still the same size.
const width = { trimmed: 5, below: 0.8, above: 1.25 }

/** What the values of a series in the file mostly lie between; for finding slips only. */
function ownRange(own: readonly PlacedFigure[]): SeriesRange | undefined {
  if (own.length < leastForOwnRange) return undefined
  const sorted = own.map(({ value }) => Number(value)).toSorted((a, b) => a - b)
  const cut = Math.max(1, Math.floor(sorted.length / width.trimmed))
  const least = (sorted[cut] ?? 0) * width.below
  const most = (sorted[sorted.length - 1 - cut] ?? 0) * width.above
  return { least: least.toFixed(6), most: most.toFixed(6), others: own.length - 1 }
}

/** Values whose point may have moved: kept, mended or left out. */
export function judgeMovedPoints(
  indicator: JudgedIndicator,
  figures: PlacedFigure[],
  judge: Judge,
): PlacedFigure[] {
  const { code, settings, rangeOf } = indicator
  const group = `moved_point:${code}`
  const moved = new Map<number, string>()
  const found: { figure: PlacedFigure; reason: string }[] = []
  for (const own of seriesOf(figures)) {
    const known = rangeOf(own[0]?.organisationId ?? null)
    const range = known !== undefined && known.others >= leastForOwnRange ? known : ownRange(own)
    if (range === undefined) continue
    for (const figure of own) {
      const value = movedPoint(figure.value ?? '0', range)
      if (value === null) continue
      moved.set(figure.line, value)
      const reason = `the point may have moved: ${shown(figure.value ?? '0', settings)} stands far from the others, and ${shown(value, settings)} would be among them.`
      found.push({ figure, reason })
    }
  }
  const rows = countOf(found.length, 'value')
  const answer = askOfRows(judge, found, {
    ...{ code: 'moved_point', group, field: 'value', proposal: null },
    sentence: `${capitalise(rows)} of ${code} may have the point in the wrong place. What is right?`,
    choices: [
      { value: 'keep', label: 'They are right: load them as they are' },
      { value: 'mend', label: 'Move the point: load what is proposed' },
      leaveOut('Leave these rows out'),
    ],
  })
  const answerOf = (line: number) => judge.answerFor(`${group}:${line}`) ?? answer
  return figures
    .filter(({ line }) => !moved.has(line) || answerOf(line) !== LEAVE_OUT)
    .map((figure) => {
      const value = moved.get(figure.line)
      if (value === undefined || answerOf(figure.line) !== 'mend') return figure
      const { fraction: _, ...rest } = figure
      return { ...rest, value }
    })
}

/** Figures that add up from April and fall within a year. */
export function judgeFalling(
  indicator: JudgedIndicator,
  figures: PlacedFigure[],
  judge: Judge,
): PlacedFigure[] {
  const { code, settings } = indicator
  if (settings.measure !== 'cumulative') return figures
  const found = seriesOf(figures).flatMap((own) =>
    own.flatMap((figure, place) => {
      const before = own[place - 1]
      if (
        before === undefined ||
        Math.floor(before.quarterIndex / 4) !== Math.floor(figure.quarterIndex / 4)
      ) {
        return []
      }
      const [now, then] = [figure.value ?? '0', before.value ?? '0']
      if (millionths(now) >= millionths(then)) return []
      const reason = `${shown(now, settings)} is less than ${shown(then, settings)} earlier in the year, and a figure that adds up from April does not usually fall.`
      return [{ figure, reason }]
    }),
  )
  const answer = askOfRows(judge, found, {
    ...{ code: 'falling', group: `falling:${code}`, field: 'value', proposal: 'keep' },
    sentence: `${capitalise(countOf(found.length, 'figure'))} of ${code}, which adds up from April, fall within a year. Are they right?`,
    choices: [{ value: 'keep', label: 'Yes, load them as they are' }, leaveOut('No, leave these rows out')],
  })
  const left = new Set(answer === LEAVE_OUT ? found.map(({ figure }) => figure.line) : [])
  return figures.filter(({ line }) => !left.has(line))
}
