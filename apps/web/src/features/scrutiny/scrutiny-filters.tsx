import type { CouncilScrutiny } from '@accord/api-client'
import type { ListSearch } from '#lib/list-search.ts'
import { Choice } from '#ui/choice.tsx'
import { FilterForm } from '#ui/filter-form.tsx'

type ScrutinyFiltersProps = {
  list: ListSearch
  partnerships: CouncilScrutiny['partnerships']
  clearHref: string | null
}

const states = [
  { value: '', label: 'All' },
  { value: 'overdue', label: 'Overdue or late' },
  { value: 'open', label: 'Open' },
  { value: 'answered', label: 'Answered' },
  { value: 'closed', label: 'Closed' },
]

export function ScrutinyFilters({ list, partnerships, clearHref }: ScrutinyFiltersProps) {
  const value = (name: string) => list.filterOf(name) ?? ''
  return (
    <FilterForm
      label="Filter scrutiny"
      kept={{ council: list.filterOf('council'), quarter: list.filterOf('quarter') }}
      clearHref={clearHref}
    >
      <Choice
        label="Partnership"
        name="partnership"
        value={value('partnership')}
        options={[
          { value: '', label: 'All' },
          ...partnerships.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Choice label="State" name="state" value={value('state')} options={states} />
    </FilterForm>
  )
}
