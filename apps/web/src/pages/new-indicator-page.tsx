import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { NewIndicatorForm } from '#features/indicator-changes/new-indicator-form.tsx'
import { useListSearch } from '#lib/list-search.ts'
import { Loaded } from '#lib/loaded.tsx'
import { indicatorsPath } from '#lib/paths.ts'
import { frameworkQuery, frameworksQuery } from '#lib/queries.ts'
import { Breadcrumb } from '#ui/breadcrumb.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Hairlines, LoadingWords } from '#ui/skeleton.tsx'
import '../styles/catalogue.css'
import '../styles/cycle.css'
import '../styles/scrutiny.css'

const rowsShown = 10

export function NewIndicatorPage() {
  const list = useListSearch()
  const place = { council: list.filterOf('council'), quarter: list.filterOf('quarter') }
  const frameworks = useQuery(frameworksQuery(null)).data?.items ?? []
  const chosen = list.filterOf('framework') ?? frameworks[0]?.id ?? null
  const query = useQuery({
    ...frameworkQuery(chosen ?? ''),
    enabled: chosen !== null,
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <title>A new indicator – Accord</title>
      <Breadcrumb crumbs={[{ label: 'Indicators', to: indicatorsPath(place) }, { label: 'New' }]} />
      <PageHead headline="Propose a new indicator" />
      <p className="lead">It is in the catalogue once another person approves it.</p>
      <Loaded
        query={query}
        what="The framework"
        isPart
        space={
          <>
            <LoadingWords>Loading the framework</LoadingWords>
            <Hairlines count={rowsShown} rowHeightPixels={60} />
          </>
        }
      >
        {(framework) => <NewIndicatorForm framework={framework} frameworks={frameworks} place={place} />}
      </Loaded>
    </>
  )
}
