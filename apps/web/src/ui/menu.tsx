import { type ReactNode, type ToggleEvent, useEffect, useId, useRef } from 'react'
import { useLocation } from 'react-router'

type MenuProps = { label: ReactNode; children: ReactNode; align?: 'start' | 'end' }

/** A button that opens a short list of links and buttons. Native popover: Escape, press outside, focus back. */
export function Menu({ label, children, align = 'start' }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const { key } = useLocation()

  // A link chosen from the menu changes the page, but not the menu: it has to be closed.
  useEffect(() => {
    if (key !== '' && panel.current?.matches(':popover-open')) panel.current.hidePopover()
  }, [key])

  function onToggle(event: ToggleEvent<HTMLElement>): void {
    if (event.newState !== 'open' || button.current === null) return
    const from = button.current.getBoundingClientRect()
    const { style } = event.currentTarget
    const { width } = event.currentTarget.getBoundingClientRect()
    const left = align === 'end' ? from.right - width : from.left
    style.top = `${from.bottom + window.scrollY}px`
    style.left = `${Math.max(8, left)}px`
  }

  return (
    <>
      <button ref={button} type="button" className="masthead-button" popoverTarget={id}>
        {label}
        <svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true">
          <path d="M.5.5L5 5L9.5.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </button>
      <div ref={panel} id={id} popover="auto" className="menu-panel" onToggle={onToggle}>
        {children}
      </div>
    </>
  )
}
