import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'

export type TabItem<Key extends string> = { key: Key; label: string; panel: ReactNode }

type TabsProps<Key extends string> = {
  label: string
  tabs: readonly TabItem<Key>[]
  chosen: Key
  onChoose: (key: Key) => void
  /** At the right end of the row of tabs. */
  aside?: ReactNode
}

const steps: Readonly<Record<string, (from: number, count: number) => number>> = {
  ArrowRight: (from, count) => (from + 1) % count,
  ArrowLeft: (from, count) => (from - 1 + count) % count,
  Home: () => 0,
  End: (_from, count) => count - 1,
}

/** Once the browser has shown what there is to show: what follows may take longer than a frame. */
function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work))
}

/** One tab stop; arrow keys, Home and End move between tabs, and moving chooses. */
export function Tabs<Key extends string>({ label, tabs, chosen, onChoose, aside }: TabsProps<Key>) {
  const id = useId()
  const buttons = useRef(new Map<Key, HTMLButtonElement>())
  const panel = tabs.find(({ key }) => key === chosen)?.panel
  // A tab answers at once; its panel, which may be a long table, comes after that has been seen.
  const [pressed, setPressed] = useState<{ key: Key; over: Key } | null>(null)
  // What was pressed has come, or something else was chosen meanwhile.
  if (pressed !== null && pressed.over !== chosen) setPressed(null)
  const selected = pressed !== null && pressed.over === chosen ? pressed.key : chosen

  function choose(key: Key): void {
    setPressed({ key, over: chosen })
    afterPaint(() => onChoose(key))
  }

  function onKeyDown(event: KeyboardEvent): void {
    const from = tabs.findIndex(({ key }) => key === selected)
    const next = tabs[steps[event.key]?.(from, tabs.length) ?? -1]
    if (next === undefined) return
    event.preventDefault()
    choose(next.key)
    buttons.current.get(next.key)?.focus()
  }

  return (
    <>
      <div className="figure-tabs">
        <div role="tablist" aria-label={label}>
          {tabs.map(({ key, label: name }) => (
            <button
              key={key}
              ref={(button) => {
                if (button === null) buttons.current.delete(key)
                else buttons.current.set(key, button)
              }}
              type="button"
              role="tab"
              id={`${id}-${key}`}
              aria-selected={key === selected}
              aria-controls={`${id}-panel`}
              tabIndex={key === selected ? 0 : -1}
              onClick={() => choose(key)}
              onKeyDown={onKeyDown}
            >
              {name}
            </button>
          ))}
        </div>
        {aside}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${selected}`}
        aria-busy={selected === chosen ? undefined : true}
      >
        {panel}
      </div>
    </>
  )
}
