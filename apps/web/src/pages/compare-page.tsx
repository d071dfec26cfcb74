import { useQueries } from '@tanstack/react-query'
import { Link } from 'react-router'
import { idsIn } from '#features/indicators/catalogue-words.ts'
import { CompareView } from '#features/indicators/compare-view.tsx'
import { useListSearch } from '#lib/list-search.ts'
import { indicatorsPath } from '#lib/paths.ts'
import { problemOf } from '#lib/problem.ts'
import { ProblemView } from '#lib/problem-view.tsx'
import { indicatorQuery } from '#lib/queries.ts'
import { PageHead } from '#ui/page-head.tsx'
import { Hairlines, LoadingHeading } from '#ui/skeleton.tsx'
import '../styles/catalogue.css'
import '../styles/indicator.css'

const rowsShown = 12

export function ComparePage() {
  const list = useListSearch()
  const place = { council: list.filterOf('council'), quarter: list.filterOf('quarter') }
  const ids = idsIn(list.filterOf('ids'))
  const queries = useQueries({
    queries: ids.map((id) => ({
      ...indicatorQuery(id, { quarter: place.quarter, framework: list.filterOf('framework') }),
    })),
  })
  const failed = queries.find(({ isError, data }) => isError && data === undefined)
  const indicators = queries.flatMap(({ data }) => data ?? [])
  return (
    <>
      <title>Compare indicators – Accord</title>
      {ids.length === 0 ? (
        <>
          <PageHead headline="Nothing is chosen to compare" />
          <p className="lead">
            Tick up to four indicators in <Link to={indicatorsPath(place)}>the list</Link>.
          </p>
        </>
      ) : failed !== undefined ? (
        <ProblemView
          error={problemOf(failed.error)}
          what="One of the indicators"
          onTryAgain={() => void failed.refetch()}
          isPart={false}
        />
      ) : indicators.length < ids.length ? (
        <div aria-busy="true">
          <LoadingHeading>Loading the indicators</LoadingHeading>
          <Hairlines count={rowsShown} rowHeightPixels={44} />
        </div>
      ) : (
        <CompareView indicators={indicators} ids={ids} place={place} />
      )}
    </>
  )
}
