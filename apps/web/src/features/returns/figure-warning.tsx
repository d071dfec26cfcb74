import type { ReturnCheck } from '@accord/domain'
import { confirmationText, type EnteredFigures, indicatorCell } from '@accord/domain'
import { type FormEvent, useId, useState } from 'react'
import { answerPath } from '#lib/paths.ts'
import { Button } from '#ui/button.tsx'
import { useMayChange, useRoom } from './draft-context.tsx'
import { groupDigits } from './return-words.ts'

type FigureWarningProps = {
  slug: string
  code: string
  warning: ReturnCheck
  /** The figures that would be confirmed. */
  figures: EnteredFigures
  id: string
}

type Way = 'asked' | 'why' | 'colleague'

/** A figure out of the ordinary: it is saved, and asked about. Three ways on; none of them has to be taken now. */
export function FigureWarning({ slug, code, warning, figures, id }: FigureWarningProps) {
  const isOpen = useMayChange(indicatorCell(slug, 'confirmation'))
  const [way, setWay] = useState<Way>('asked')
  const [first, rest] = splitFirst(warning.sentence)
  if (warning.confirmation !== null && way !== 'why') {
    return (
      <div className="figure-warning figure-warning-confirmed" id={id}>
        <p>
          {first} {rest} <b>Confirmed: {warning.confirmation}</b>{' '}
          {isOpen ? (
            <button type="button" className="link-button" onClick={() => setWay('why')}>
              Change the word <span className="visually-hidden">for {code}</span>
            </button>
          ) : null}
        </p>
      </div>
    )
  }
  return (
    <div className="figure-warning" id={id}>
      <p>
        <b>{first}</b> {rest}
      </p>
      {!isOpen ? null : way === 'why' ? (
        <Confirm
          slug={slug}
          code={code}
          figures={figures}
          word={warning.confirmation ?? ''}
          onDone={() => setWay('asked')}
        />
      ) : (
        <Ways slug={slug} code={code} warning={warning} onWay={setWay} />
      )}
      {way === 'colleague' ? <Link cell={warning.cell} code={code} /> : null}
    </div>
  )
}

function splitFirst(sentence: string): [string, string] {
  const end = sentence.indexOf('. ')
  return end === -1 ? [sentence, ''] : [sentence.slice(0, end + 1), sentence.slice(end + 2)]
}

type WaysProps = { slug: string; code: string; warning: ReturnCheck; onWay: (way: Way) => void }

function Ways({ slug, code, warning, onWay }: WaysProps) {
  const { store } = useRoom()
  const { suggestion } = warning
  return (
    <div className="figure-warning-ways">
      {suggestion === null ? null : (
        <Button onClick={() => store.typeMany([[indicatorCell(slug, suggestion.field), suggestion.value]])}>
          Change it to {groupDigits(suggestion.value)} <span className="visually-hidden">({code})</span>
        </Button>
      )}
      <Button look="secondary" onClick={() => onWay('why')}>
        It is right, and here is why <span className="visually-hidden">({code})</span>
      </Button>
      <Button look="secondary" onClick={() => onWay('colleague')}>
        Ask a colleague <span className="visually-hidden">about {code}</span>
      </Button>
    </div>
  )
}

type ConfirmProps = { slug: string; code: string; figures: EnteredFigures; word: string; onDone: () => void }

function Confirm({ slug, code, figures, word, onDone }: ConfirmProps) {
  const { store } = useRoom()
  const id = useId()
  const [isMissing, setMissing] = useState(false)

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const text = confirmationText(figures, String(new FormData(event.currentTarget).get('word') ?? ''))
    setMissing(text === '')
    if (text === '') return
    store.typeMany([[indicatorCell(slug, 'confirmation'), text]])
    onDone()
  }

  return (
    <form className="figure-warning-why" onSubmit={onSubmit}>
      <label htmlFor={id}>
        Why the figure is right <span className="visually-hidden">({code})</span>
      </label>
      {isMissing ? (
        <span className="field-message" id={`${id}-message`}>
          Say in a few words why, for example: the contract started in June.
        </span>
      ) : null}
      <input
        id={id}
        name="word"
        type="text"
        autoComplete="off"
        maxLength={1900}
        defaultValue={word}
        aria-invalid={isMissing || undefined}
        aria-describedby={isMissing ? `${id}-message` : undefined}
        // biome-ignore lint/a11y/noAutofocus: it was asked for by the button that it takes the place of.
        autoFocus
      />
      <div className="figure-warning-ways">
        <Button type="submit">Confirm the figure</Button>
        <Button look="secondary" onClick={onDone}>
          Leave it for now
        </Button>
      </div>
    </form>
  )
}

/** The address of the figure, to be sent to whoever knows. */
function Link({ cell, code }: { cell: string; code: string }) {
  const { model } = useRoom()
  const id = useId()
  const address = `${window.location.origin}${answerPath(model.quarterlyReturn.id, cell)}`
  return (
    <div className="figure-warning-why">
      <label htmlFor={id}>Send a colleague the address of {code}</label>
      <input id={id} type="text" readOnly value={address} onFocus={(event) => event.target.select()} />
    </div>
  )
}
