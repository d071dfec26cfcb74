import { type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react'

const gapPixels = 6
const edgePixels = 8

/** Puts the panel under its button (over it where there is no room), inside the window, on the page it scrolls with. */
function place(panel: HTMLElement, button: HTMLElement): void {
  const from = button.getBoundingClientRect()
  const box = panel.getBoundingClientRect()
  const below = from.bottom + gapPixels
  const fitsBelow = below + box.height <= window.innerHeight - edgePixels
  const top = fitsBelow ? below : Math.max(edgePixels, from.top - gapPixels - box.height)
  const rightmost = document.documentElement.clientWidth - box.width - edgePixels
  const left = Math.max(edgePixels, Math.min(from.left, rightmost))
  panel.style.top = `${top + window.scrollY}px`
  panel.style.left = `${left + window.scrollX}px`
}

export type ExplainProps = {
  /** What the button shows. */
  children: ReactNode
  /** What it says on demand: a function is asked when the reader is. */
  explanation: string | (() => string)
  /** Said after the label to those who cannot see which row the button is in. */
  about?: string
  /** What pressing does, where it does not say why. */
  purpose?: string
}

/**
 * A word that says why when pressed. The native popover closes on Escape or a press outside, one is open at a
 * time, and focus goes back to the button: by touch, mouse and keyboard alike, without a script of our own.
 */
export function Explain({ children, explanation, about, purpose = 'why' }: ExplainProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [isWanted, setWanted] = useState(false)
  const said = typeof explanation === 'string' ? explanation : isWanted ? explanation() : null

  /** Before it shows, so that it has its size when it is placed. */
  function onBeforeToggle(event: ToggleEvent<HTMLElement>): void {
    if (event.newState === 'open') setWanted(true)
  }

  function onToggle(event: ToggleEvent<HTMLElement>): void {
    if (event.newState !== 'open' || button.current === null) return
    place(event.currentTarget, button.current)
    event.currentTarget.focus({ preventScroll: true })
  }

  return (
    <>
      <button ref={button} type="button" className="explain" popoverTarget={id}>
        {children}
        <span className="visually-hidden">
          {about === undefined ? `: ${purpose}` : `, ${about}: ${purpose}`}
        </span>
      </button>
      <span
        id={id}
        popover="auto"
        role="note"
        tabIndex={-1}
        className="explanation"
        onBeforeToggle={onBeforeToggle}
        onToggle={onToggle}
      >
        {said}
      </span>
    </>
  )
}
