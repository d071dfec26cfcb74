import type { ReturnSummary } from '@accord/api-client'
import { capitalise, countOf, countWord, hasBeenReceived } from '@accord/domain'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { QuarterSwitcher } from '#features/quarters/quarter-switcher.tsx'
import { ReturnList } from '#features/returns/return-list.tsx'
import { waitsFor } from '#features/returns/return-waits.ts'
import { Loaded } from '#lib/loaded.tsx'
import { returnsPath } from '#lib/paths.ts'
import { newestQuarterQuery, quartersQuery, returnsQuery } from '#lib/queries.ts'
import { PageHead } from '#ui/page-head.tsx'
import { Section } from '#ui/section.tsx'
import { Hairlines, LoadingWords } from '#ui/skeleton.tsx'

const rowsShown = 14

function headlineFor(items: readonly ReturnSummary[] | undefined): string {
  if (items === undefined) return 'Returns'
  if (items.length === 0) return 'No return is expected in this quarter'
  const received = items.filter(({ state }) => hasBeenReceived(state)).length
  if (received === items.length) return `All ${countOf(items.length, 'return')} are in`
  return `${received} of ${countOf(items.length, 'return')} ${received === 1 ? 'is' : 'are'} in`
}

/** What is missing first, then by name as they come. */
function missingFirst(items: readonly ReturnSummary[]): ReturnSummary[] {
  const rank = ({ receipt }: ReturnSummary) => (receipt.kind === 'missing' ? 0 : 1)
  return items.toSorted((a, b) => rank(a) - rank(b))
}

/** What waits for the reader first, then every return of the quarter. */
export function ReturnsPage() {
  const [search] = useSearchParams()
  const newest = useQuery(newestQuarterQuery()).data?.items[0]
  const quarters = useQuery(quartersQuery()).data?.items ?? []
  const key = search.get('quarter') ?? newest?.key ?? null
  const place = quarters.findIndex((one) => one.key === key)
  const quarter = quarters[place]
  const asked = {
    quarter: search.get('quarter'),
    council: search.get('council'),
    pageSize: '200',
    sort: 'partnership',
  }
  const all = useQuery({ ...returnsQuery(asked), placeholderData: keepPreviousData })
  const own = useQuery({
    ...returnsQuery({ ...asked, council: null, mine: 'true' }),
    placeholderData: keepPreviousData,
  })
  const hrefFor = (next: string) => returnsPath({ council: search.get('council'), quarter: next })
  return (
    <>
      <title>Returns – Accord</title>
      <PageHead
        kicker={quarter === undefined ? undefined : <b>Returns for {quarter.label.toLowerCase()}</b>}
        headline={headlineFor(all.data?.items)}
        aside={
          quarter === undefined ? undefined : (
            <QuarterSwitcher
              quarter={quarter}
              previous={quarters[place + 1] ?? null}
              next={quarters[place - 1] ?? null}
              hrefFor={hrefFor}
            />
          )
        }
      />
      <Loaded
        query={all}
        what="The returns"
        isPart
        space={
          <>
            <LoadingWords>Loading the returns</LoadingWords>
            <Hairlines count={rowsShown} rowHeightPixels={52} />
          </>
        }
      >
        {({ items }) => {
          const mine = new Set((own.data?.items ?? []).map(({ id }) => id))
          const waiting = items.filter((one) => waitsFor(one, mine))
          const others = items.filter((one) => !waiting.includes(one))
          return (
            <>
              {waiting.length === 0 ? null : (
                <Section
                  heading={`${capitalise(countWord(waiting.length))} ${waiting.length === 1 ? 'waits' : 'wait'} for you`}
                >
                  <ReturnList caption="Returns that wait for you" returns={waiting} empty="" />
                </Section>
              )}
              {others.length === 0 && waiting.length > 0 ? null : (
                <Section heading={waiting.length === 0 ? 'Every return' : 'The others'}>
                  <ReturnList
                    caption="Returns of the quarter"
                    returns={missingFirst(others)}
                    empty="No return is expected in this quarter. Choose another quarter."
                  />
                </Section>
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}
