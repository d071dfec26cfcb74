import type { ReturnSectionState } from '@accord/api-client'
import { capitalise, countWord } from '@accord/domain'
import { useRoom, useSummary } from './draft-context.tsx'
import { SaveMark } from './save-mark.tsx'

type Wanting = { cell: string; sentence: string; mark: 'invalid' | 'confirm' }

/**
 * What of a section is not saved or needs a word, first. It does not take focus: it comes and goes while
 * someone types, and the box says the same.
 */
export function NeedsAWord({ section }: { section: ReturnSectionState['section'] }) {
  const wanting = useWanting(section)
  if (wanting.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; this groups links to them.
    <div className="error-summary needs-a-word" role="group" aria-labelledby="needs-a-word-heading">
      <h2 id="needs-a-word-heading">{headingFor(wanting)}</h2>
      <ul>
        {wanting.map(({ cell, sentence, mark }) => (
          <li key={cell} className={mark === 'confirm' ? 'needs-confirmation' : undefined}>
            <SaveMark kind={mark} />{' '}
            <a
              href={`#${cell}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(cell)?.focus()
              }}
            >
              {sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function useWanting(section: string): Wanting[] {
  const { store, model } = useRoom()
  const { summary } = useSummary()
  const unsaved = [...store.all()]
    .filter(({ cell }) => cell.startsWith(`${section}/`))
    .filter(({ state }) => state === 'invalid' || state === 'conflict' || state === 'locked')
    .map(({ cell, sentence }) => ({
      cell,
      sentence: `${nameOf(model.bySlug.get(cell.split('/')[1] ?? '')?.row.code)}${sentence ?? 'two answers, choose one'}`,
      mark: 'invalid' as const,
    }))
  const toConfirm = summary.checks
    .filter((check) => check.section === section && check.tier === 'soft' && check.isBlocking)
    .map(({ cell, sentence }) => ({
      cell,
      sentence: `${nameOf(model.bySlug.get(cell.split('/')[1] ?? '')?.row.code)}${sentence.split('. ')[0]}. Is it right?`,
      mark: 'confirm' as const,
    }))
  return [...unsaved, ...toConfirm]
}

function nameOf(code: string | undefined): string {
  return code === undefined ? '' : `${code}: `
}

function headingFor(wanting: readonly Wanting[]): string {
  const unsaved = wanting.filter(({ mark }) => mark === 'invalid').length
  const toConfirm = wanting.length - unsaved
  const word = (count: number, one: string, more: string) => `${countWord(count)} ${count === 1 ? one : more}`
  const parts = [
    ...(unsaved === 0 ? [] : [word(unsaved, 'answer is not saved', 'answers are not saved')]),
    ...(toConfirm === 0
      ? []
      : [word(toConfirm, 'figure needs a word from you', 'figures need a word from you')]),
  ]
  return capitalise(parts.join(' and '))
}
