import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'

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

/** One tab stop; arrow keys, Home and End move between tabs, and moving chooses. */
export function Tabs<Key extends string>({ label, tabs, chosen, onChoose, aside }: TabsProps<Key>) {
  const id = useId()
  const buttons = useRef(new Map<Key, HTMLButtonElement>())
  const panel = tabs.find(({ key }) => key === chosen)?.panel

  function onKeyDown(event: KeyboardEvent): void {
    const from = tabs.findIndex(({ key }) => key === chosen)
    const next = tabs[steps[event.key]?.(from, tabs.length) ?? -1]
    if (next === undefined) return
    event.preventDefault()
    onChoose(next.key)
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
              aria-selected={key === chosen}
              aria-controls={`${id}-panel`}
              tabIndex={key === chosen ? 0 : -1}
              onClick={() => onChoose(key)}
              onKeyDown={onKeyDown}
            >
              {name}
            </button>
          ))}
        </div>
        {aside}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`}>
        {panel}
      </div>
    </>
  )
}
