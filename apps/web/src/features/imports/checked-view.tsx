import { countOf, joinWithAnd } from '@accord/domain'
import { Link } from 'react-router'
import { importPath } from '#lib/paths.ts'
import { type Fact, FactList } from '#ui/fact-list.tsx'
import { Section } from '#ui/section.tsx'
import { Differences } from './differences.tsx'
import { ErrorList } from './error-list.tsx'
import type { ImportViewProps } from './import-props.ts'
import { countsPhrase, spanWords } from './import-words.ts'
import { LoadForm } from './load-form.tsx'
import { NoteList } from './note-list.tsx'
import { QuestionsForm } from './questions-form.tsx'

const namesShown = 5

function names(all: readonly string[]): string {
  const rest = all.length - namesShown
  return rest > 0 ? `${all.slice(0, namesShown).join(', ')} and ${rest} more` : joinWithAnd(all)
}

function factsOf({ found, place }: ImportViewProps): Fact[] {
  const { summary, target } = found
  if (summary === null) return []
  const { newOrganisations, newIndicators, newQuarters, newAliases, ignoredColumns, others, published } =
    summary
  return [
    {
      name: 'Goes to',
      value: (
        <>
          {target?.title} {target?.framework === null ? '(new)' : ''} ·{' '}
          <Link to={importPath(found.id, place, { step: 'columns' })}>Change the columns</Link>
        </>
      ),
    },
    { name: 'Figures', value: `${countsPhrase(summary)}, of ${countOf(summary.rows, 'row')}` },
    { name: 'Quarters', value: spanWords(summary.firstQuarter, summary.lastQuarter) },
    {
      name: 'Covers',
      value: `${countOf(summary.indicators, 'indicator')}, ${countOf(summary.organisations, 'organisation')}`,
    },
    ...(newOrganisations.length === 0
      ? []
      : [{ name: 'Organisations added', value: names(newOrganisations) }]),
    ...(newIndicators.length === 0 ? [] : [{ name: 'Indicators added', value: names(newIndicators) }]),
    ...(newQuarters.length === 0
      ? []
      : [
          {
            name: 'Quarters added',
            value: `${countOf(newQuarters.length, 'quarter')}, with the usual dates`,
          },
        ]),
    ...(newAliases.length === 0 ? [] : [{ name: 'Names remembered', value: names(newAliases) }]),
    ...(others === 0
      ? []
      : [
          { name: 'Not in this file', value: `${countOf(others, 'figure')} loaded before: left as they are` },
        ]),
    ...(published === 0
      ? []
      : [
          {
            name: 'Published already',
            value: `${countOf(published, 'change')} to published quarters: the publications stay as they were`,
          },
        ]),
    ...(ignoredColumns.length === 0 ? [] : [{ name: 'Columns not read', value: names(ignoredColumns) }]),
  ]
}

/** The third and fourth steps: what there is to decide, then every difference, then loading. */
export function CheckedView(props: ImportViewProps) {
  const { found, list } = props
  return (
    <>
      <FactList facts={factsOf(props)} />
      <Questions found={found} />
      <ErrorList found={found} />
      <NoteList found={found} />
      <Section
        heading={
          found.added + found.changed === 0
            ? 'No figure would change'
            : `What would change: ${countsPhrase(found)}`
        }
        note={
          found.open > 0
            ? 'As the proposals have it, until the questions are answered.'
            : 'Nothing has been loaded yet.'
        }
      >
        <Differences found={found} list={list} />
      </Section>
      <LoadForm found={found} />
    </>
  )
}

/** While one is open they stand first; once all are answered they are there to look at, out of the way. */
function Questions({ found }: Pick<ImportViewProps, 'found'>) {
  const count = found.questions.length + found.newIndicators.length
  if (count === 0) return null
  const form = <QuestionsForm key={found.version} found={found} />
  if (found.open > 0) return form
  return (
    <details className="import-notes">
      <summary>
        {count === 1 ? 'The question is' : `All ${count} questions are`} answered: see or change the answers
      </summary>
      {form}
    </details>
  )
}
