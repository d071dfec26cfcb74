import type { Framework, PartnershipSummary } from '@accord/api-client'
import { statusOrder, statusWord } from '@accord/domain'
import type { ListSearch } from '#lib/list-search.ts'
import { Choice } from '#ui/choice.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { SearchField } from '#ui/search-field.tsx'

type IndicatorFiltersProps = {
  list: ListSearch
  frameworks: readonly Framework[]
  owners: readonly PartnershipSummary[]
  clearHref: string | null
}

export function IndicatorFilters({ list, frameworks, owners, clearHref }: IndicatorFiltersProps) {
  const value = (name: string) => list.filterOf(name) ?? ''
  const outcomes = frameworks.find(({ id }) => id === value('framework'))?.outcomes ?? []
  return (
    <FilterForm
      label="Filter indicators"
      kept={{
        council: list.filterOf('council'),
        quarter: list.filterOf('quarter'),
        sort: list.filterOf('sort'),
      }}
      clearHref={clearHref}
    >
      <SearchField label="Words in the title or code" name="search" value={value('search')} />
      <Choice
        label="Framework"
        name="framework"
        value={value('framework')}
        options={[
          { value: '', label: 'Every framework' },
          ...frameworks.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {outcomes.length === 0 ? null : (
        <Choice
          label="Outcome"
          name="outcome"
          value={value('outcome')}
          options={[
            { value: '', label: 'Every outcome' },
            ...outcomes.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      )}
      <Choice
        label="Partnership"
        name="owner"
        value={value('owner')}
        options={[{ value: '', label: 'Any' }, ...owners.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Choice
        label="Now"
        name="status"
        value={value('status')}
        options={[
          { value: '', label: 'Any status' },
          ...statusOrder.map((status) => ({ value: status, label: statusWord(status) })),
        ]}
      />
    </FilterForm>
  )
}
