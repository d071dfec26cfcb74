import type { IndicatorDetail } from '@accord/api-client'
import { memo } from 'react'
import { type Fact, FactList } from '#ui/fact-list.tsx'
import { FigureQuality } from './figure-quality.tsx'
import { goodWords, measureWords, ruleWords } from './indicator-words.ts'

/** How good the figure is, and what exactly it counts. */
export const IndicatorRecord = memo(function IndicatorRecord({ indicator }: { indicator: IndicatorDetail }) {
  return (
    <section>
      <div className="two-columns">
        <div>
          <h2>Data quality</h2>
          <FigureQuality indicator={indicator} />
        </div>
        <div>
          <h2>Definition</h2>
          <FactList facts={definitionOf(indicator)} />
        </div>
      </div>
    </section>
  )
})

function present(facts: readonly (Fact | null)[]): Fact[] {
  return facts.filter((fact) => fact !== null)
}

function definitionOf(indicator: IndicatorDetail): Fact[] {
  const { definition, counts, polarity, measure, outcome, framework, isDesignated } = indicator
  return present([
    definition === null ? null : { name: 'Definition', value: definition },
    counts === null ? null : { name: 'Counts', value: `${counts.numerator} ÷ ${counts.denominator}` },
    { name: 'Good is', value: `${goodWords[polarity]}; ${measureWords[measure]}` },
    { name: 'Rating rule', value: ruleWords(indicator) },
    {
      name: 'Agreed in',
      value: `${framework.name}, ${outcome}${isDesignated ? ', a designated target' : ''}`,
    },
  ])
}
