import type { WorkbookDifference } from '@accord/api-client'
import { countOf, formatDate, londonDate } from '@accord/domain'
import { type ReactNode, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { ArrivalHeading } from './arrival-heading.tsx'
import { DifferenceTable } from './difference-table.tsx'
import type { ChosenChange } from './use-workbook.ts'
import { differenceWords } from './workbook-words.ts'

type DifferenceViewProps = {
  difference: WorkbookDifference
  isPending: boolean
  onKeep: (chosen: readonly ChosenChange[]) => void
  onAgain: () => void
  /** What went wrong when it was to be kept. */
  fault: ReactNode
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
})

/** What the file would change, before anything is kept; each change can be left out. */
export function DifferenceView({ difference, isPending, onKeep, onAgain, fault }: DifferenceViewProps) {
  const [changes] = useState<readonly ChosenChange[]>(() =>
    difference.cells
      .filter(({ outcome }) => outcome === 'change')
      .map((cell) => ({ changeId: crypto.randomUUID(), cell })),
  )
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const chosen = changes.filter(({ cell }) => !leftOut.has(cell.cell))
  const { headline, rest } = differenceWords(difference.cells)
  const isEmpty = difference.cells.every(({ outcome }) => outcome === 'same')

  function choose(key: string, isChosen: boolean): void {
    const next = new Set(leftOut)
    if (isChosen) next.delete(key)
    else next.add(key)
    setLeftOut(next)
  }

  return (
    <div className="workbook-difference">
      <ArrivalHeading>{headline}</ArrivalHeading>
      <p>
        {madeWords(difference.madeAt)} {isEmpty ? 'There is nothing to keep.' : 'Nothing has been kept yet.'}{' '}
        {rest}
      </p>
      {isEmpty ? null : (
        <DifferenceTable cells={difference.cells} isChosen={(key) => !leftOut.has(key)} onChoose={choose} />
      )}
      {fault}
      <p className="upload-actions">
        {changes.length === 0 ? null : (
          <Button
            aria-disabled={isPending || chosen.length === 0}
            onClick={() => {
              if (!isPending && chosen.length > 0) onKeep(chosen)
            }}
          >
            {chosen.length === 0 ? 'Choose what to keep' : `Keep ${countOf(chosen.length, 'change')}`}
          </Button>
        )}
        <Button look="secondary" onClick={onAgain}>
          Choose another file
        </Button>
        <span role="status">{isPending ? 'Keeping the changes …' : ''}</span>
      </p>
    </div>
  )
}

function madeWords(madeAt: string | null): string {
  if (madeAt === null) return ''
  const moment = new Date(madeAt)
  return `The file was downloaded on ${formatDate(londonDate(moment))} at ${clock.format(moment)}.`
}
