import type { CatalogueChoices, Framework } from '@accord/api-client'
import { frequencies, frequencyWord, statusOrder, statusWord } from '@accord/domain'
import type { ListSearch } from '#lib/list-search.ts'
import { Choice } from '#ui/choice.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { attentionWords, polarityWords } from './catalogue-words.ts'

type IndicatorFiltersProps = {
  list: ListSearch
  frameworks: readonly Framework[]
  choices: CatalogueChoices | null
  clearHref: string | null
}

type Option = { value: string; label: string }

const any = (label: string): Option => ({ value: '', label })

export function IndicatorFilters({ list, frameworks, choices, clearHref }: IndicatorFiltersProps) {
  const value = (name: string) => list.filterOf(name) ?? ''
  const outcomes = frameworks.find(({ id }) => id === value('framework'))?.outcomes ?? []
  const { owners = [], officers = [] } = choices ?? {}
  const filters: { label: string; name: string; options: Option[] }[] = [
    {
      label: 'Framework',
      name: 'framework',
      options: [any('Every framework'), ...frameworks.map(({ id, name }) => ({ value: id, label: name }))],
    },
    ...(outcomes.length === 0
      ? []
      : [
          {
            label: 'Outcome',
            name: 'outcome',
            options: [
              any('Every outcome'),
              ...outcomes.map(({ id, title }) => ({ value: id, label: title })),
            ],
          },
        ]),
    {
      label: 'Partnership',
      name: 'owner',
      options: [any('Any'), ...owners.map(({ id, name }) => ({ value: id, label: name }))],
    },
    {
      label: 'Lead officer',
      name: 'officer',
      options: [any('Any'), ...officers.map(({ id, name }) => ({ value: id, label: name }))],
    },
    {
      label: 'Now',
      name: 'status',
      options: [
        any('Any status'),
        ...statusOrder.map((status) => ({ value: status, label: statusWord(status) })),
      ],
    },
    {
      label: 'Needs attention',
      name: 'attention',
      options: [
        any('All'),
        ...Object.entries(attentionWords).map(([name, word]) => ({ value: name, label: word })),
      ],
    },
    {
      label: 'Which way is good',
      name: 'polarity',
      options: [
        any('Either'),
        ...Object.entries(polarityWords).map(([name, word]) => ({ value: name, label: word })),
      ],
    },
    {
      label: 'A new figure',
      name: 'frequency',
      options: [
        any('However often'),
        ...frequencies.map((frequency) => ({ value: frequency, label: frequencyWord(frequency) })),
      ],
    },
  ]
  return (
    <FilterForm
      label="Filter indicators"
      kept={{
        council: list.filterOf('council'),
        quarter: list.filterOf('quarter'),
        sort: list.filterOf('sort'),
        chosen: list.filterOf('chosen'),
      }}
      clearHref={clearHref}
    >
      <SearchField
        label="Words in the code, title, definition, outcome or partnership"
        name="search"
        value={value('search')}
      />
      {filters.map(({ label, name, options }) => (
        <Choice key={name} label={label} name={name} value={value(name)} options={options} />
      ))}
    </FilterForm>
  )
}
