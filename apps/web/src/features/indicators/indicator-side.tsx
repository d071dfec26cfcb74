import type { IndicatorDetail } from '@accord/api-client'
import { formatFigure } from '@accord/domain'
import { memo } from 'react'
import { Link } from 'react-router'
import { ThresholdBar } from '#charts/draw/threshold-bar.tsx'
import { formatTarget } from '#charts/prepare/summaries.ts'
import { RatedWord } from '#charts/status-word.tsx'
import { type Place, partnershipPath } from '#lib/paths.ts'
import { type Fact, FactList } from '#ui/fact-list.tsx'

type IndicatorSideProps = { indicator: IndicatorDetail; place: Place }

/** The two statuses, why the first is what it is, and the facts of the indicator. */
export const IndicatorSide = memo(function IndicatorSide({ indicator, place }: IndicatorSideProps) {
  const { whyHeading, now, thresholds, value, polarity, yearEnd } = indicator
  return (
    <div className="indicator-side">
      <div>
        <TwoStatuses indicator={indicator} />
        <h3>{whyHeading}</h3>
        <p>{now.why}</p>
        {thresholds === null ? null : (
          <ThresholdBar value={value} thresholds={thresholds} polarity={polarity} format={indicator} />
        )}
        <h3>And at year end?</h3>
        <p>{yearEnd.why}</p>
      </div>
      <div>
        <FactList facts={factsOf({ indicator, place })} />
      </div>
    </div>
  )
})

function TwoStatuses({ indicator }: { indicator: IndicatorDetail }) {
  const { quarter, now, value, target, yearEnd, leadForecast, code } = indicator
  const figures = (figure: string | null, aim: IndicatorDetail['target']) =>
    [
      figure === null ? 'No figure' : formatFigure(figure, indicator),
      aim === null ? 'no target' : `target ${formatTarget(aim, indicator)}`,
    ].join(', ')
  return (
    <>
      <h2>Two statuses</h2>
      <dl className="two-statuses">
        <div>
          <dt>Now, {quarter.name.toLowerCase()}</dt>
          <dd>
            <RatedWord rating={now} about={`${code} now`} />
            <span className="detail">{figures(value, target)}</span>
          </dd>
        </div>
        <div>
          <dt>Year end, forecast</dt>
          <dd>
            <RatedWord rating={yearEnd} about={`${code} at year end`} />
            <span className="detail">
              {yearEnd.value === null ? 'No forecast' : figures(yearEnd.value, yearEnd.target)}
            </span>
            {leadForecast === null ? null : (
              <span className="detail">
                Lead’s own forecast {formatFigure(leadForecast.value, indicator)}
                {leadForecast.reason === null ? '' : `: ${leadForecast.reason}`}
              </span>
            )}
          </dd>
        </div>
      </dl>
    </>
  )
}

function factsOf({ indicator, place }: IndicatorSideProps): Fact[] {
  const { yearEnd, onYearAgo, onLastQuarter, owner, leadOfficer } = indicator
  const aim = yearEnd.target === null ? 'target' : formatTarget(yearEnd.target, indicator)
  const facts: (Fact | null)[] = [
    yearEnd.chance === null
      ? null
      : {
          name: `Chance of meeting ${aim}`,
          value: (
            <>
              <b className="strong">{yearEnd.chance}</b>
              {yearEnd.odds === null ? '' : `, ${yearEnd.odds}`}
            </>
          ),
        },
    onYearAgo === null ? null : { name: 'On a year ago', value: <Movement sentence={onYearAgo.sentence} /> },
    onLastQuarter === null
      ? null
      : { name: 'On last quarter', value: <Movement sentence={onLastQuarter.sentence} /> },
    owner === null
      ? null
      : {
          name: 'Owner',
          value: (
            <>
              <Link to={partnershipPath(owner.id, place)}>{owner.name}</Link>
              {leadOfficer === null ? '' : `, ${leadOfficer}`}
            </>
          ),
        },
  ]
  return facts.filter((fact) => fact !== null)
}

/** 'Up from 43.0%: better', the word in bold. */
function Movement({ sentence }: { sentence: string }) {
  const [movement, word] = sentence.split(': ')
  return word === undefined ? (
    sentence
  ) : (
    <>
      {movement}: <b className="strong">{word}</b>
    </>
  )
}
