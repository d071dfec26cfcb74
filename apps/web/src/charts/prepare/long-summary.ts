import { type FigureFormat, formatFigure, quarterShortMonths, statusWord } from '@accord/domain'
import type { LongPoint } from './long-point.ts'

type SummaryInput = {
  title: string
  points: readonly LongPoint[]
  last: LongPoint | null
  end: LongPoint | null
  lead: { index: number; shown: string } | null
  format: FigureFormat
}

function monthOf(index: number): string {
  return quarterShortMonths(index).split(' to ')[1] ?? ''
}

/** First, last, target and forecast in sentences, and where the figures are. */
export function longSummary({ title, points, last, end, lead, format }: SummaryInput): string {
  const first = points.find(({ value }) => value !== null)
  if (first === undefined || last === null) return `${title}: no figures.`
  const state = last.state === 'provisional' ? ', provisional' : ''
  const sentences = [
    `${title}: from ${first.shown} in ${monthOf(first.index)} to ${last.shown} in ${monthOf(last.index)}${state}.`,
  ]
  if (last.targetShown !== null) {
    const word = last.status === null ? '' : `: ${statusWord(last.status).toLowerCase()}`
    sentences.push(`The target is ${last.targetShown}${word}.`)
  }
  if (end !== null) {
    const range =
      end.range80 === null
        ? ''
        : `, with an 80% range of ${end.range80.map((bound) => formatFigure(String(bound), format)).join(' to ')}`
    const against = end.targetShown === null ? '' : `, against a target of ${end.targetShown}`
    sentences.push(`The forecast for ${monthOf(end.index)} is ${end.forecastShown}${range}${against}.`)
  }
  if (lead !== null) sentences.push(`The lead’s own forecast for ${monthOf(lead.index)} is ${lead.shown}.`)
  return `${sentences.join(' ')} The same figures are in the table tab.`
}
