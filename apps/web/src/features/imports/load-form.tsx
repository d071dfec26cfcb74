import { type Import, loadImport } from '@accord/api-client'
import { countOf } from '@accord/domain'
import { useAction } from '#lib/use-action.ts'
import { Button } from '#ui/button.tsx'
import { ProgressWords } from './progress-words.tsx'

/** All of it or nothing; what is in the way is said beside the button. */
export function LoadForm({ found }: { found: Import }) {
  const { id, version, added, changed, allowedActions, blockedBecause } = found
  const mayLoad = allowedActions.includes('load')
  const load = useAction({
    run: async (_: null, key: string) => {
      const headers = { 'If-Match': `"${version}"`, 'Idempotency-Key': key }
      return (await loadImport({ path: { id }, headers, throwOnError: true })).data
    },
    onDone: () => window.scrollTo({ top: 0 }),
  })
  const [error] = load.errors
  return (
    <div className="upload-actions import-load">
      <Button
        aria-disabled={!mayLoad || load.isPending}
        onClick={() => {
          if (mayLoad && !load.isPending) load.start(null)
        }}
      >
        Load {countOf(added + changed, 'figure')}
      </Button>
      {mayLoad ? null : <span className="muted">{blockedBecause.load}</span>}
      <ProgressWords id={id} isPending={load.isPending} waiting="Loading …" />
      {error === undefined ? null : (
        <p className="field-message" role="alert">
          {error.message}
        </p>
      )}
    </div>
  )
}
