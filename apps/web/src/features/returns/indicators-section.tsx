import { startTransition, useCallback, useRef, useState } from 'react'
import { DetailsPanel } from './details-panel.tsx'
import { useRoom } from './draft-context.tsx'
import { IndicatorGrid } from './indicator-grid.tsx'
import { NeedsAWord } from './needs-a-word.tsx'
import { SectionHead } from './section-head.tsx'

// The width from which the panel stands beside the grid; the same as in the style sheet.
const isWide = () => window.matchMedia('(min-width: 1181px)').matches

/** The figures, and beside them what is known of the one being entered. */
export function IndicatorsSection({ revealed }: { revealed: string | null }) {
  const { model } = useRoom()
  const [first] = model.indicators
  const [shown, setShown] = useState<string | null>(first?.row.id ?? null)
  const [isOpen, setOpen] = useState(isWide)
  const heading = useRef<HTMLHeadingElement>(null)
  const box = useRef<HTMLElement>(null)

  const onEnter = useCallback((slug: string) => startTransition(() => setShown(slug)), [])

  function onDetails(slug: string, from: HTMLElement): void {
    box.current = from
    setShown(slug)
    setOpen(true)
    requestAnimationFrame(() => heading.current?.focus())
  }

  return (
    <div className={isOpen ? 'return-work' : undefined}>
      <div>
        <NeedsAWord section="indicators" />
        <SectionHead
          section="indicators"
          note={
            model.quarterlyReturn.lock !== null ? undefined : (
              <>
                Saves as you go.{' '}
                <span className="no-wrap keys">
                  <kbd>Enter</kbd> or <kbd>↓</kbd> next row,
                </span>{' '}
                <span className="no-wrap keys">
                  <kbd>Ctrl</kbd> + <kbd>Enter</kbd> details
                </span>
                {isOpen ? null : (
                  <>
                    {' '}
                    <button type="button" className="link-button" onClick={() => setOpen(true)}>
                      Show details
                    </button>
                  </>
                )}
              </>
            )
          }
        />
        {model.indicators.length === 0 ? (
          <p>This partnership reports no indicators this quarter. Go on with its actions.</p>
        ) : (
          <IndicatorGrid revealed={revealed} onEnter={onEnter} onDetails={onDetails} />
        )}
      </div>
      {isOpen && shown !== null ? (
        <DetailsPanel
          slug={shown}
          heading={heading}
          onClose={() => {
            setOpen(false)
            box.current?.focus()
          }}
          onBack={() => box.current?.focus()}
        />
      ) : null}
    </div>
  )
}
