import { PreviewTable } from './preview-table.tsx'
import type { usePreview } from './use-preview.ts'

type LivePreviewProps = {
  live: ReturnType<typeof usePreview>
  format: { unit: string; decimals: number }
}

/** The preview inside a form: it follows what is typed. */
export function LivePreview({ live, format }: LivePreviewProps) {
  const { preview, isRefused } = live
  const heading = 'What this would do to past statuses'
  if (isRefused) {
    return (
      <div className="preview">
        <h3>{heading}</h3>
        <p role="status">It is shown again once every box can be read.</p>
      </div>
    )
  }
  if (preview === null) {
    return (
      <div className="preview">
        <h3>{heading}</h3>
        <p role="status">Change something, and it is shown here before you send it.</p>
      </div>
    )
  }
  return <PreviewTable preview={preview} format={format} heading={heading} />
}
