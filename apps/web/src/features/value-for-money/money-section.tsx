import { formatDate } from '@accord/domain'
import { PairedBars, PairedSwatch } from '#charts/draw/paired-bars.tsx'
import { useIsNarrow } from '#ui/use-is-narrow.ts'
import { answerWords } from './money-words.ts'
import type { PartnershipValue } from './value-types.ts'

function moneyRows({ money, medians, highPerformers }: PartnershipValue) {
  const median = { cost: medians.cost, saving: medians.saving, perPound: medians.perPound }
  return [
    { label: 'This partnership', isOwn: true, ...money },
    ...(medians.assessed === 0 ? [] : [{ label: `Median of ${medians.assessed}`, isOwn: false, ...median }]),
    ...highPerformers.map(({ shortName, cost, saving, perPound }) => ({
      ...{ label: shortName, isOwn: false, cost, saving, perPound },
    })),
  ]
}

/** The first question, its answer, and what the answer rests on. */
export function MoneySection({ value }: { value: PartnershipValue }) {
  const isNarrow = useIsNarrow()
  const { assessment, year } = value
  return (
    <section aria-labelledby="first-question">
      <h2 className="first-question" id="first-question">
        Is the investment of member time, officer time and money in line with the benefits and savings?
      </h2>
      {assessment === null ? (
        <p className="answer">It has not been assessed for {year.label}.</p>
      ) : (
        <>
          <p className="answer">
            <b>{assessment.answer === null ? 'Not answered.' : answerWords[assessment.answer]}</b>{' '}
            {assessment.answerReason}
          </p>
          <p className="small muted">{signature(value)}</p>
          <div className="section-head bars-head">
            <h3>Cost and cashable saving, {year.label}</h3>
            <p>Right: saved for each £1 of cost</p>
          </div>
          <PairedBars year={year.label} rows={moneyRows(value)} isNarrow={isNarrow} />
          <ul className="chart-key">
            <li>
              <PairedSwatch part="cost" />
              cost: member time, officer time and funding
            </li>
            <li>
              <PairedSwatch part="saving" />
              cashable saving, signed by finance
            </li>
          </ul>
        </>
      )}
    </section>
  )
}

/** A person’s judgement is signed: who, when, moderated and agreed by whom. */
function signature({ assessment }: PartnershipValue): string {
  if (assessment === null) return ''
  const { assessedBy, assessedOn, moderatedBy, agreedBy, agreedOn } = assessment
  const judge = assessedBy.jobTitle === null ? assessedBy.name : `${assessedBy.name}, ${assessedBy.jobTitle}`
  const parts = [
    `Judged by ${judge}, ${formatDate(assessedOn)}`,
    ...(moderatedBy === null ? [] : [`moderated by ${moderatedBy}`]),
    ...(agreedBy === null || agreedOn === null ? [] : [`agreed by ${agreedBy}, ${formatDate(agreedOn)}`]),
  ]
  return `${parts.join('; ')}.`
}
