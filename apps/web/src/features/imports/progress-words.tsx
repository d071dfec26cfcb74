import { useQuery } from '@tanstack/react-query'
import { importProgressQuery } from '#lib/queries.ts'
import { progressWords } from './import-words.ts'

type ProgressWordsProps = {
  /** Null: not begun. */
  id: string | null
  isPending: boolean
  /** Before anything can be said of how far it is. */
  waiting: string
}

/** How far it is, in words and as a bar; announced as it goes on. */
export function ProgressWords({ id, isPending, waiting }: ProgressWordsProps) {
  const query = useQuery({ ...importProgressQuery(id ?? ''), enabled: isPending && id !== null })
  const progress = isPending ? query.data : undefined
  const known = progress !== undefined && progress.total > 0 ? progress : null
  return (
    <span className="import-progress">
      <span role="status">
        {isPending ? (progress === undefined ? waiting : progressWords(progress)) : ''}
      </span>
      {known === null ? null : (
        <progress aria-hidden="true" value={Math.min(known.done, known.total)} max={known.total} />
      )}
    </span>
  )
}
