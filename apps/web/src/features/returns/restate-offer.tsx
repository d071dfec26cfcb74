import type { QuarterlyReturn } from '@accord/api-client'
import { Link } from 'react-router'
import { returnPath } from '#lib/paths.ts'
import { Section } from '#ui/section.tsx'

/** The way to correct what was published, or why it is not open yet. */
export function RestateOffer({ quarterlyReturn }: { quarterlyReturn: QuarterlyReturn }) {
  const { id, allowedActions, blockedBecause } = quarterlyReturn
  const blocked = blockedBecause.find(({ action }) => action === 'restate')
  const isAllowed = allowedActions.includes('restate')
  if (!isAllowed && blocked === undefined) return null
  return (
    <div id="restate" className="restate-part">
      <Section heading="Restate a figure">
        {isAllowed ? (
          <>
            <p className="prose">
              Corrects a figure that was published, with a reason. The published copy stays as it is; the
              dashboard shows the corrected figure beside it.
            </p>
            <p className="restate-offer">
              <Link className="button button-secondary" to={returnPath(id, 'restate')}>
                Restate figures
              </Link>
            </p>
          </>
        ) : (
          blocked?.obstacles.map(({ code, sentence }) => (
            <p key={code} className="muted">
              Only published figures are restated. {sentence}
            </p>
          ))
        )}
      </Section>
    </div>
  )
}
