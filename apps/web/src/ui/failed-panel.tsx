import { Button } from './button.tsx'

type FailedPanelProps = {
  /** What could not be loaded. */
  title: string
  detail: string
  onTryAgain: () => void
}

export function FailedPanel({ title, detail, onTryAgain }: FailedPanelProps) {
  return (
    <div className="panel-failed" role="alert">
      <h2>{title}</h2>
      <p>{detail}</p>
      <Button look="secondary" onClick={onTryAgain}>
        Try again
      </Button>
    </div>
  )
}
