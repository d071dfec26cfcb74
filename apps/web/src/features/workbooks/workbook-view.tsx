import type { QuarterlyReturn, SavedCell, WorkbookDifference } from '@accord/api-client'
import { countOf } from '@accord/domain'
import { useState } from 'react'
import { problemOf } from '#lib/problem.ts'
import { Button } from '#ui/button.tsx'
import { Section } from '#ui/section.tsx'
import { DifferenceView } from './difference-view.tsx'
import { FaultList } from './fault-list.tsx'
import { KeptView } from './kept-view.tsx'
import { UploadBox } from './upload-box.tsx'
import { useCompare, useDownload, useKeep } from './use-workbook.ts'

type WorkbookViewProps = {
  quarterlyReturn: QuarterlyReturn
  /** Answers typed on the screen that the server does not have yet. */
  waiting: number
}

/** The return away from the screen: as a workbook, and back. */
export function WorkbookView({ quarterlyReturn, waiting }: WorkbookViewProps) {
  return (
    <>
      <Download quarterlyReturn={quarterlyReturn} waiting={waiting} />
      <Section heading="Bring it back" note="You see what would change before anything is kept.">
        <Upload id={quarterlyReturn.id} lock={quarterlyReturn.lock} />
      </Section>
    </>
  )
}

function Download({ quarterlyReturn: { id, partnership, quarter }, waiting }: WorkbookViewProps) {
  const download = useDownload(id, `${partnership.id}-${quarter.key}.xlsx`)
  return (
    <Section heading="Fill it in with Excel" note="Only the cells that are yours to fill in are open.">
      <p className="prose">
        Download the return as a workbook, with last quarter, a year ago and the target beside each figure.
        Fill in the white cells and save the file.
      </p>
      {waiting === 0 ? null : (
        <p className="callout callout-warning">
          {countOf(waiting, 'answer')} that you typed on the screen {waiting === 1 ? 'is' : 'are'} not saved
          yet, and will not be in the workbook.
        </p>
      )}
      <p className="upload-actions">
        <Button
          aria-disabled={download.isPending}
          onClick={() => {
            if (!download.isPending) download.mutate()
          }}
        >
          Download the workbook
        </Button>
        <span role="status">
          {download.isPending ? 'Making the workbook …' : download.isSuccess ? 'Downloaded.' : ''}
        </span>
      </p>
      {download.error === null ? null : (
        <Failed what="The workbook could not be downloaded" error={download.error} />
      )}
    </Section>
  )
}

/** A problem of the service or the connection, as against one of the file. */
function Failed({ what, error }: { what: string; error: unknown }) {
  const { title, detail } = problemOf(error)
  return (
    <div className="panel-failed" role="alert">
      <h3>{what}</h3>
      <p>
        {title}. {detail}
      </p>
    </div>
  )
}

type Arrived = { difference: WorkbookDifference; results: SavedCell[] | null }

const isOfTheFile = (error: unknown) => problemOf(error).status === 422

type UploadProps = Pick<QuarterlyReturn, 'id' | 'lock'>

function Upload({ id, lock }: UploadProps) {
  const [arrived, setArrived] = useState<Arrived | null>(null)
  const [isAgain, setAgain] = useState(false)
  const compare = useCompare(id, (difference) => setArrived({ difference, results: null }))
  const keep = useKeep(id, (results) => setArrived((now) => (now === null ? null : { ...now, results })))

  function startAgain(): void {
    compare.reset()
    keep.reset()
    setAgain(true)
    setArrived(null)
  }

  if (arrived === null) {
    const { error, isPending, mutate, submittedAt } = compare
    if (lock !== null) {
      return (
        <p>
          <b>Locked.</b> {lock.sentence}
        </p>
      )
    }
    return (
      <>
        {error !== null && isOfTheFile(error) ? (
          <FaultList key={submittedAt} problem={problemOf(error)} />
        ) : null}
        {error !== null && !isOfTheFile(error) ? (
          <Failed what="The file could not be read" error={error} />
        ) : null}
        <UploadBox isPending={isPending} takesFocus={isAgain} onFile={mutate} />
      </>
    )
  }
  if (arrived.results !== null) {
    const labels = new Map(arrived.difference.cells.map(({ cell, label }) => [cell, label]))
    return (
      <KeptView
        returnId={id}
        results={arrived.results}
        labelOf={(key) => labels.get(key) ?? key}
        onAgain={startAgain}
      />
    )
  }
  return (
    <DifferenceView
      key={arrived.difference.madeAt}
      difference={arrived.difference}
      isPending={keep.isPending}
      onKeep={keep.mutate}
      onAgain={startAgain}
      fault={keep.error === null ? null : <Failed what="The changes could not be kept" error={keep.error} />}
    />
  )
}
