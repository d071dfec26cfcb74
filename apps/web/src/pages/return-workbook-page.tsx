import { useRoom, useSummary } from '#features/returns/draft-context.tsx'
import { ReturnHead } from '#features/returns/return-head.tsx'
import { ReturnTitle } from '#features/returns/return-title.tsx'
import { Steps } from '#features/returns/steps.tsx'
import { WorkbookView } from '#features/workbooks/workbook-view.tsx'
import '../styles/workbooks.css'

export function ReturnWorkbookPage() {
  const { model } = useRoom()
  const { status } = useSummary()
  return (
    <>
      <ReturnTitle part="Workbook" />
      <ReturnHead quarterlyReturn={model.quarterlyReturn} isToRead />
      <Steps current={null} />
      <WorkbookView quarterlyReturn={model.quarterlyReturn} waiting={status.waiting} />
    </>
  )
}
