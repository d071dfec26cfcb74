import { abandonImport, type Import } from '@accord/api-client'
import { useNavigate } from 'react-router'
import { importsPath, type Place } from '#lib/paths.ts'
import { useAction } from '#lib/use-action.ts'
import { Button } from '#ui/button.tsx'

/** Gives up what is not loaded: its rows are forgotten, and nothing else was touched. */
export function AbandonButton({ found, place }: { found: Import; place: Place }) {
  const navigate = useNavigate()
  const abandon = useAction({
    run: async (_: null, key: string) => {
      const headers = { 'If-Match': `"${found.version}"`, 'Idempotency-Key': key }
      return (await abandonImport({ path: { id: found.id }, headers, throwOnError: true })).data
    },
    onDone: () => void navigate(importsPath(place)),
  })
  const [error] = abandon.errors
  return (
    <div className="import-abandon">
      <Button look="secondary" aria-disabled={abandon.isPending} onClick={() => abandon.start(null)}>
        Give up this import
      </Button>
      <p className="small muted">
        Nothing has been loaded. Its rows are forgotten, and the file stays yours.
      </p>
      {error === undefined ? null : (
        <p className="field-message" role="alert">
          {error.message}
        </p>
      )}
    </div>
  )
}
