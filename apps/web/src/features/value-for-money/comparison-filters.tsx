import type { VfmComparison } from '@accord/api-client'
import type { ListSearch } from '#lib/list-search.ts'
import { Choice } from '#ui/choice.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { ratingNames } from './compared-rows.ts'

type FiltersProps = { comparison: VfmComparison; list: ListSearch; clearHref: string | null }

export function ComparisonFilters({ comparison, list, clearHref }: FiltersProps) {
  const { words, years, year, criteria } = comparison
  const value = (name: string) => list.filterOf(name) ?? ''
  return (
    <FilterForm
      label="Filter partnerships"
      kept={{
        council: list.filterOf('council'),
        quarter: list.filterOf('quarter'),
        sort: list.filterOf('sort'),
      }}
      clearHref={clearHref}
    >
      <Choice
        label="Year"
        name="year"
        value={year.key}
        options={years.map(({ key, label }) => ({ value: key, label }))}
      />
      <Choice
        label="Rated"
        name="rating"
        value={value('rating')}
        options={[
          { value: '', label: 'Any' },
          ...ratingNames.map((name, place) => ({ value: name, label: words[place] ?? name })),
          { value: 'not_assessed', label: 'Not assessed' },
        ]}
      />
      <Choice
        label="Poor or fair on"
        name="criterion"
        value={value('criterion')}
        options={[
          { value: '', label: 'Any criterion' },
          ...criteria.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <Choice
        label="Partnerships"
        name="all"
        value={value('all')}
        options={[
          { value: '', label: 'Significant' },
          { value: 'true', label: 'All on the register' },
        ]}
      />
    </FilterForm>
  )
}
