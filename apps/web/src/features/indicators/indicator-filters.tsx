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

/** Asked for less often: folded away until one is set. */
const moreNames: readonly string[] = ['officer', 'polarity', 'frequency']

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
  const shown = filters.filter(({ name }) => !moreNames.includes(name))
  const more = filters.filter(({ name }) => moreNames.includes(name))
  const choice = ({ label, name, options }: (typeof filters)[number]) => (
    // Keyed by its options too: they arrive later, and what is being typed beside them must stay.
    <Choice
      key={`${name} ${options.length}`}
      label={label}
      name={name}
      value={value(name)}
      options={options}
    />
  )
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
      <SearchField label="Code, words or partnership" name="search" value={value('search')} />
      {shown.map(choice)}
      <details className="filters-more" open={list.isFiltered(moreNames)}>
        <summary>More filters</summary>
        <div>{more.map(choice)}</div>
      </details>
    </FilterForm>
  )
}
