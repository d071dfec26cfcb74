import { indicatorCell, missingReasons } from '@accord/domain'
import { useCell, useMayChange, useRoom } from './draft-context.tsx'
import { missingWords } from './return-words.ts'

/** Why there is no figure. */
export function RowReason({ slug, code }: { slug: string; code: string }) {
  const { store } = useRoom()
  const cell = indicatorCell(slug, 'missing')
  const { text } = useCell(cell)
  const isOpen = useMayChange(cell)
  if (!isOpen) return null
  return (
    <div className="row-reason">
      <label htmlFor={cell}>
        Why there is no figure <span className="visually-hidden">({code})</span>
      </label>
      <select id={cell} value={text} onChange={(event) => store.typeMany([[cell, event.target.value]])}>
        <option value="">There is a figure</option>
        {missingReasons.map((reason) => (
          <option key={reason} value={reason}>
            {missingWords[reason] ?? reason}
          </option>
        ))}
      </select>
    </div>
  )
}
