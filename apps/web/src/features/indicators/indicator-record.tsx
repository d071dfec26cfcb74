import type { IndicatorDetail } from '@accord/api-client'
import { capitalise, formatDate, parseQuarterKey, quarterLabel } from '@accord/domain'
import { type Fact, FactList } from '#ui/fact-list.tsx'
import { goodWords, lagWords, measureWords, ruleWords } from './indicator-words.ts'

const stateSentences = {
  provisional: 'Provisional until validated',
  final: 'Final',
  revised: 'Revised: the figure as first published is listed below',
} as const

/** How good the figure is, and what exactly it counts. */
export function IndicatorRecord({ indicator }: { indicator: IndicatorDetail }) {
  return (
    <section>
      <div className="two-columns">
        <div>
          <h2>Data quality</h2>
          <FactList facts={qualityOf(indicator)} />
        </div>
        <div>
          <h2>Definition and source</h2>
          <FactList facts={definitionOf(indicator)} />
        </div>
      </div>
    </section>
  )
}

function present(facts: readonly (Fact | null)[]): Fact[] {
  return facts.filter((fact) => fact !== null)
}

function qualityOf({ state, reportedBy, lagWeeks, revisions, asAt }: IndicatorDetail): Fact[] {
  return present([
    { name: 'State', value: state === null ? 'No figure for this quarter' : stateSentences[state] },
    reportedBy === null ? null : { name: 'Reported by', value: capitalise(reportedBy) },
    lagWeeks === null ? null : { name: 'Arrives', value: capitalise(lagWords(lagWeeks)) },
    {
      name: 'Restated',
      value: revisions.length === 0 ? 'No figure has been restated' : <Revisions revisions={revisions} />,
    },
    { name: 'Position on', value: formatDate(asAt) },
  ])
}

function Revisions({ revisions }: Pick<IndicatorDetail, 'revisions'>) {
  return (
    <ul>
      {revisions.map(({ quarter, from, to, reason, revisedOn }) => (
        <li key={`${quarter} ${revisedOn} ${to}`}>
          {`${labelOf(quarter)}: ${from ?? 'no figure'} to ${to ?? 'no figure'} on ${formatDate(revisedOn)}. ${reason}`}
        </li>
      ))}
    </ul>
  )
}

function labelOf(quarterKey: string): string {
  const index = parseQuarterKey(quarterKey)
  return index === null ? quarterKey : quarterLabel(index)
}

function definitionOf(indicator: IndicatorDetail): Fact[] {
  const { definition, counts, polarity, measure, source, outcome, framework, isDesignated } = indicator
  return present([
    definition === null ? null : { name: 'Definition', value: definition },
    counts === null ? null : { name: 'Counts', value: `${counts.numerator} ÷ ${counts.denominator}` },
    { name: 'Good is', value: `${goodWords[polarity]}; ${measureWords[measure]}` },
    source === null ? null : { name: 'Source', value: source },
    { name: 'Rating rule', value: ruleWords(indicator) },
    {
      name: 'Agreed in',
      value: `${framework.name}, ${outcome}${isDesignated ? ', a designated target' : ''}`,
    },
  ])
}
