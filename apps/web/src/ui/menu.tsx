import { type ReactNode, type ToggleEvent, useId, useRef } from 'react'

type MenuProps = { label: ReactNode; children: ReactNode; align?: 'start' | 'end' }

/** A button that opens a short list of links and buttons. Native popover: Escape, press outside, focus back. */
export function Menu({ label, children, align = 'start' }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)

  function onToggle(event: ToggleEvent<HTMLElement>): void {
    if (event.newState !== 'open' || button.current === null) return
    const from = button.current.getBoundingClientRect()
    const panel = event.currentTarget
    const width = panel.getBoundingClientRect().width
    const left = align === 'end' ? from.right - width : from.left
    panel.style.top = `${from.bottom + window.scrollY}px`
    panel.style.left = `${Math.max(8, left)}px`
  }

  return (
    <>
      <button ref={button} type="button" className="masthead-button" popoverTarget={id}>
        {label}
        <svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true">
          <path d="M.5.5L5 5L9.5.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </button>
      <div id={id} popover="auto" className="menu-panel" onToggle={onToggle}>
        {children}
      </div>
    </>
  )
}
