import type { IndicatorChangePage } from '@accord/api-client'
import { capitalise, countOf, countWord } from '@accord/domain'
import { csvPath, indicatorsPath, type Place } from '#lib/paths.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Section } from '#ui/section.tsx'
import { ChangeList } from './change-list.tsx'

/** What waits for approval first, then what was decided. */
export function ChangesView({ page, place }: { page: IndicatorChangePage; place: Place }) {
  const waiting = page.items.filter(({ state }) => state === 'proposed')
  const decided = page.items.filter(({ state }) => state !== 'proposed')
  return (
    <>
      <Breadcrumb crumbs={[{ label: 'Indicators', to: indicatorsPath(place) }, { label: 'Changes' }]} />
      <PageHead headline={headlineOf(waiting.length)} />
      <p className="lead">
        A change of an indicator is proposed with its reason, and put in force by another person. Published
        quarters keep what was published.
      </p>
      {waiting.length === 0 ? null : (
        <Section heading="Waiting for approval">
          <ChangeList changes={waiting} place={place} />
        </Section>
      )}
      <Section
        heading={decided.length === 0 ? 'Nothing has been decided yet' : 'Decided'}
        note={
          <a href={csvPath('/indicator-changes', {})} download>
            Download CSV
          </a>
        }
      >
        {decided.length === 0 ? (
          <p className="muted">Approved, declined and withdrawn changes are kept here for good.</p>
        ) : (
          <>
            <p className="small muted">{countOf(decided.length, 'change')}, newest first</p>
            <ChangeList changes={decided} place={place} />
          </>
        )}
      </Section>
    </>
  )
}

function headlineOf(waiting: number): string {
  if (waiting === 0) return 'No change of an indicator waits for approval'
  return `${capitalise(countWord(waiting))} ${waiting === 1 ? 'change of an indicator waits' : 'changes of indicators wait'} for approval`
}
