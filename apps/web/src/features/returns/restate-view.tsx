import type { QuarterlyReturn } from '@accord/api-client'
import { countOf, formatFigure } from '@accord/domain'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { cyclePath, indicatorPath, returnPath } from '#lib/paths.ts'
import { Section } from '#ui/section.tsx'
import { useRoom } from './draft-context.tsx'
import { RestateForm } from './restate-form.tsx'
import { isRestatable, type RestatedFigure } from './restatement.ts'
import { ReturnHead } from './return-head.tsx'
import { ReturnTitle } from './return-title.tsx'
import { Steps } from './steps.tsx'

/** Where an officer corrects what was published. */
export function RestateView() {
  const { model } = useRoom()
  const { quarterlyReturn } = model
  const [done, setDone] = useState<readonly RestatedFigure[] | null>(null)
  return (
    <>
      <ReturnTitle part="Restate figures" />
      <ReturnHead quarterlyReturn={quarterlyReturn} isToRead />
      <Steps current={null} />
      {done === null ? (
        <Section heading="Restate figures">
          <FormOrWhyNot quarterlyReturn={quarterlyReturn} onDone={setDone} />
        </Section>
      ) : (
        <Restated quarterlyReturn={quarterlyReturn} done={done} onAgain={() => setDone(null)} />
      )}
    </>
  )
}

type FormOrWhyNotProps = Parameters<typeof RestateForm>[0]

function FormOrWhyNot({ quarterlyReturn, onDone }: FormOrWhyNotProps) {
  const { allowedActions, indicators } = quarterlyReturn
  if (!allowedActions.includes('restate')) return <WhyNot quarterlyReturn={quarterlyReturn} />
  if (!indicators.some(isRestatable)) {
    return <p>This return has no figures in the record, so there is none to restate.</p>
  }
  return <RestateForm quarterlyReturn={quarterlyReturn} onDone={onDone} />
}

function WhyNot({ quarterlyReturn: { id, blockedBecause } }: { quarterlyReturn: QuarterlyReturn }) {
  const obstacles = blockedBecause.find(({ action }) => action === 'restate')?.obstacles ?? []
  return (
    <div className="callout">
      {obstacles.length === 0 ? (
        <p>A performance officer restates figures once they are published. There is nothing for you to do.</p>
      ) : (
        obstacles.map(({ code, sentence }) => (
          <p key={code}>Only published figures are restated. {sentence}</p>
        ))
      )}
      <p>
        <Link to={returnPath(id, 'sign-off')}>Back to the return</Link>
      </p>
    </div>
  )
}

type RestatedProps = {
  quarterlyReturn: QuarterlyReturn
  done: readonly RestatedFigure[]
  onAgain: () => void
}

/** What it is now; the heading takes focus, so that it is read. */
function Restated({ quarterlyReturn, done, onAgain }: RestatedProps) {
  const { id, quarter, indicators } = quarterlyReturn
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const changed = indicators.filter((row) => done.some(({ indicator }) => indicator === row.id))
  return (
    <section>
      <div className="section-head">
        <h2 ref={heading} tabIndex={-1} className="restated-heading">
          {countOf(done.length, 'figure')} restated
        </h2>
      </div>
      <ul className="restated">
        {changed.map((row) => (
          <li key={row.id}>
            <Link to={indicatorPath(row.id, { council: null, quarter: quarter.key })}>
              {row.code} {row.title}
            </Link>
            {row.recorded === null || row.recorded.value === null
              ? null
              : `: now ${formatFigure(row.recorded.value, row)}`}
          </li>
        ))}
      </ul>
      <p>What was published stays readable beside it.</p>
      <p className="restate-actions">
        <Link className="button" to={returnPath(id, 'sign-off')}>
          Back to the return
        </Link>
        <Link to={cyclePath({ council: null, quarter: quarter.key })}>See it as reported and as now</Link>
        <button type="button" className="link-button" onClick={onAgain}>
          Restate another
        </button>
      </p>
    </section>
  )
}
