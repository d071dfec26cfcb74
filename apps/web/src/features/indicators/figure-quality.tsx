import type { IndicatorDetail } from '@accord/api-client'
import { capitalise, countOf, formatDate, parseQuarterKey, quarterLabel } from '@accord/domain'
import { type Fact, FactList } from '#ui/fact-list.tsx'
import { lagWords } from './indicator-words.ts'

/** How far the figure can be trusted, each fact in a sentence. */
export function FigureQuality({ indicator }: { indicator: IndicatorDetail }) {
  return <FactList facts={qualityOf(indicator)} />
}

const stateSentences = {
  provisional: 'Provisional until validated',
  final: 'Final',
  revised: 'Revised: the figure as first published is listed below',
} as const

function qualityOf(indicator: IndicatorDetail): Fact[] {
  const { state, quality, source, reportedBy, asAt } = indicator
  const { coverage, note } = quality
  const facts: (Fact | null)[] = [
    { name: 'State', value: state === null ? 'No figure for this quarter' : stateSentences[state] },
    source === null && reportedBy === null
      ? null
      : { name: 'Source', value: capitalise(source ?? reportedBy ?? '') },
    lagFact(indicator),
    signOffFact(indicator),
    reportingFact(indicator),
    ageFact(indicator),
    coverage === null && note === null
      ? null
      : {
          name: 'Coverage',
          value: [
            coverage === null
              ? null
              : `${coverage.reported} of ${coverage.bodies === 1 ? '1 body' : `${coverage.bodies} bodies`} reported.`,
            note,
          ]
            .filter((part) => part !== null)
            .join(' '),
        },
    revisionFact(indicator),
    forecastFact(indicator),
    { name: 'Position on', value: formatDate(asAt) },
  ]
  return facts.filter((fact) => fact !== null)
}

function lagFact({ lagWeeks, quality, quarter }: IndicatorDetail): Fact | null {
  if (lagWeeks === null) return null
  const on =
    quality.availableOn === null
      ? ''
      : `: ${quarter.name.toLowerCase()} by ${formatDate(quality.availableOn)}`
  return { name: 'Arrives', value: `${capitalise(lagWords(lagWeeks))}${on}` }
}

function signOffFact({ quality: { signOff }, quarter, owner }: IndicatorDetail): Fact | null {
  if (owner === null) return null
  const nobody = `The return of ${quarter.name.toLowerCase()} has not been signed here`
  return {
    name: 'Signed off',
    value: signOff === null ? nobody : `${signOff.by}, ${formatDate(signOff.on)}`,
  }
}

function reportingFact({ quality: { reporting } }: IndicatorDetail): Fact | null {
  if (reporting === null) return null
  const { counted, onTime, typicalDays } = reporting
  const typical = typicalDays === null ? '' : `; typically ${countOf(typicalDays, 'day')} after the quarter`
  const many = counted === 1 ? 'The last return was' : `Of the last ${counted} returns ${onTime}`
  const words =
    counted === 1
      ? `${many} ${onTime === 1 ? 'on time' : 'not on time'}`
      : `${many} ${onTime === 1 ? 'was' : 'were'} on time`
  return { name: 'Timeliness', value: `${words}${typical}` }
}

function ageFact({ quality: { newest } }: IndicatorDetail): Fact {
  if (newest === null) return { name: 'Newest figure', value: 'None yet' }
  const reported = newest.reportedOn === null ? '' : `, reported ${formatDate(newest.reportedOn)}`
  return {
    name: 'Newest figure',
    value: `${newest.label}: ${countOf(newest.ageDays, 'day')} since that quarter ended${reported}`,
  }
}

function revisionFact({ quality, revisions }: IndicatorDetail): Fact {
  const { count, mean, largest } = quality.revisions
  const name = 'Past revisions'
  if (count === 0) return { name, value: 'No figure has been restated' }
  const sizes =
    mean === null ? '' : count === 1 ? `, by ${largest}` : `: mean change ${mean}, largest ${largest}`
  return {
    name,
    value: (
      <>
        {`${countOf(count, 'figure')} restated${sizes}`}
        <ul>
          {revisions.map(({ quarter, from, to, reason, revisedOn }) => (
            <li key={`${quarter} ${revisedOn} ${to}`}>
              {`${labelOf(quarter)}: ${from ?? 'no figure'} to ${to ?? 'no figure'} on ${formatDate(revisedOn)}. ${reason}`}
            </li>
          ))}
        </ul>
      </>
    ),
  }
}

function forecastFact({ quality: { forecasts } }: IndicatorDetail): Fact | null {
  if (forecasts === null) return null
  const { count, insidePercent, meanMiss } = forecasts
  return {
    name: 'Past forecasts',
    value: `${countOf(count, 'year-end forecast')} by today’s method: ${insidePercent}% ended inside the 80% range; mean miss ${meanMiss}`,
  }
}

function labelOf(quarterKey: string): string {
  const index = parseQuarterKey(quarterKey)
  return index === null ? quarterKey : quarterLabel(index)
}
