import { useLayoutEffect, useRef, useState } from 'react'
import { isPending, keptText } from './draft-cell.ts'
import { useCell, useRoom } from './draft-context.tsx'
import { groupDigits } from './return-words.ts'

type FigureBoxProps = {
  cell: string
  /** The row it stands in: what the arrow keys go by. */
  slug: string
  label: string
  /** Says the indicator to those who cannot see the row. */
  about: string
  describedBy: string | undefined
  suffix?: string
  inputMode?: 'decimal' | 'text'
}

/** One box of the grid. It shows grouped digits until it is entered, and then what is typed. */
export function FigureBox({
  cell,
  slug,
  label,
  about,
  describedBy,
  suffix = '',
  inputMode = 'decimal',
}: FigureBoxProps) {
  const { store } = useRoom()
  const entry = useCell(cell)
  const [isEntered, setEntered] = useState(false)
  const box = useRef<HTMLInputElement>(null)

  // As in a sheet: what is typed first replaces what is there.
  useLayoutEffect(() => {
    if (isEntered) box.current?.select()
  }, [isEntered])

  const shown =
    isEntered || (isPending(entry) && entry.state !== 'sending') ? entry.text : groupDigits(entry.text)
  const isInvalid = entry.state === 'invalid' || entry.state === 'conflict'
  return (
    <div className="figure-box">
      <label htmlFor={cell}>
        {label} <span className="visually-hidden">({about})</span>
      </label>
      <div className="figure-input">
        <input
          ref={box}
          id={cell}
          data-row={slug}
          type="text"
          inputMode={inputMode}
          autoComplete="off"
          value={shown}
          aria-invalid={isInvalid || undefined}
          aria-describedby={describedBy}
          onFocus={() => setEntered(true)}
          onBlur={() => {
            setEntered(false)
            store.leave(cell)
          }}
          onChange={(event) => store.type(cell, event.target.value)}
          onKeyDown={(event) => {
            // Takes back what was typed since it was saved, as in a sheet.
            if (event.key !== 'Escape' || entry.text === keptText(entry)) return
            store.type(cell, keptText(entry))
          }}
        />
        {suffix === '' ? null : <span className="small muted">{suffix}</span>}
      </div>
    </div>
  )
}
