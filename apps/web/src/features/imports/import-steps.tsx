import type { Import } from '@accord/api-client'

const steps = ['File', 'Columns', 'Questions', 'Differences', 'Loaded'] as const

type Step = (typeof steps)[number]

export function stepOf({ state, open }: Import, isMapping: boolean): Step {
  if (state === 'reading' || state === 'failed' || state === 'abandoned') return 'File'
  if (state === 'mapping' || isMapping) return 'Columns'
  if (state === 'applied' || state === 'undone') return 'Loaded'
  return open > 0 || state === 'checking' ? 'Questions' : 'Differences'
}

/** Where the file is on its way. */
export function ImportSteps({ current }: { current: Step }) {
  const at = steps.indexOf(current)
  return (
    <nav aria-label="Steps of the import">
      <ol className="import-steps">
        {steps.map((step, place) => (
          <li
            key={step}
            aria-current={step === current ? 'step' : undefined}
            className={place < at ? 'passed' : undefined}
          >
            {step}
            {place < at ? <span className="visually-hidden">, done</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  )
}
