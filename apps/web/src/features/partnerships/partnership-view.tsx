import type { PartnershipDetail } from '@accord/api-client'
import { formatDate } from '@accord/domain'
import type { ReactNode } from 'react'
import { type Place, partnershipsPath } from '#lib/paths.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { FactList } from '#ui/fact-list.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ActionList, RiskList } from './delivery.tsx'
import { Members } from './members.tsx'
import { OwnedIndicators } from './owned-indicators.tsx'
import { registerFacts, standingFacts } from './partnership-facts.tsx'
import { ReturnStory } from './return-story.tsx'
import { ValueForMoney } from './value-for-money.tsx'

type PartnershipViewProps = { partnership: PartnershipDetail; place: Place; quarterSwitcher: ReactNode }

/** One partnership: what it answers for, what it says, what it is worth, and what it is. */
export function PartnershipView({ partnership, place, quarterSwitcher }: PartnershipViewProps) {
  const { name, shortName, headline, purpose, asAt, council } = partnership
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Partnerships', to: partnershipsPath(place) }, { label: shortName }]} />
      <PageHead
        kicker={
          <>
            <b>{name}</b>
            {council === null ? '' : ` on the register of ${council.name}`}
          </>
        }
        headline={headline}
        aside={quarterSwitcher}
      />
      {purpose === null ? null : <p className="lead">{purpose}</p>}
      <p className="position">Position on {formatDate(asAt)}.</p>
      <OwnedIndicators partnership={partnership} place={place} />
      <section>
        <div className="two-columns">
          <ReturnStory partnership={partnership} />
          <ValueForMoney partnership={partnership} place={place} />
        </div>
      </section>
      <section>
        <div className="two-columns">
          <RiskList risks={partnership.risks} />
          <ActionList actions={partnership.actions} />
        </div>
      </section>
      <section>
        <div className="two-columns">
          <div>
            <h2>On the register</h2>
            <FactList facts={registerFacts(partnership)} />
          </div>
          <div>
            <h2>What it is</h2>
            <FactList facts={standingFacts(partnership, place)} />
          </div>
        </div>
      </section>
      <Members members={partnership.members} />
    </>
  )
}
