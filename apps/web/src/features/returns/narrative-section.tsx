import { countWords, isCopied, type NarrativeField, narrativeFields, narrativeWords } from '@accord/domain'
import { AnswerBox } from './answer-box.tsx'
import { useCell, useMayChange, useRoom } from './draft-context.tsx'
import { NeedsAWord } from './needs-a-word.tsx'
import { SectionHead } from './section-head.tsx'
import { StartFrom } from './start-from.tsx'

export const narrativeTitles: Readonly<Record<NarrativeField, string>> = {
  whatHappened: 'What happened',
  why: 'Why',
  whatWeAreDoing: 'What we are doing',
  whatWeNeed: 'What we need from members',
}

const narrativeHints: Readonly<Record<NarrativeField, string>> = {
  whatHappened: 'The quarter in a few sentences: what changed for residents.',
  why: 'Needed where a figure is off or near its target.',
  whatWeAreDoing: 'What is under way, and by when.',
  whatWeNeed: 'A decision, money, a word with someone. Leave it blank if nothing.',
}

/** The quarter in words: a hundred for each of four questions. */
export function NarrativeSection() {
  return (
    <>
      <NeedsAWord section="narrative" />
      <SectionHead
        section="narrative"
        note={`Up to ${narrativeWords} words each. Members read this first.`}
      />
      <div className="narrative-boxes">
        {narrativeFields.map((field) => (
          <NarrativeBox key={field} field={field} />
        ))}
      </div>
    </>
  )
}

function NarrativeBox({ field }: { field: NarrativeField }) {
  const { model } = useRoom()
  const cell = `narrative/${field}`
  const { text } = useCell(cell)
  const isOpen = useMayChange(cell)
  const words = countWords(text)
  const before = model.quarterlyReturn.lastNarrative?.[field] ?? null
  const title = narrativeTitles[field]
  return (
    <AnswerBox
      cell={cell}
      label={title}
      rows={4}
      hint={
        isOpen ? (
          <span className="small muted">
            {narrativeHints[field]}{' '}
            <span className={words > narrativeWords ? 'too-many' : undefined}>
              {words} of {narrativeWords} words.
            </span>
          </span>
        ) : undefined
      }
    >
      <StartFrom cell={cell} before={before} isCopied={isCopied(text, before)} about={title} />
    </AnswerBox>
  )
}
