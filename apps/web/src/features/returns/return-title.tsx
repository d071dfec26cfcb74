import { useRoom } from './draft-context.tsx'

/** Each part of a return has a title of its own: it is what is said when a person comes to it. */
export function ReturnTitle({ part }: { part: string }) {
  const { model } = useRoom()
  const { partnership, quarter } = model.quarterlyReturn
  return <title>{`${part}, ${partnership.shortName} return, ${quarter.label} – Accord`}</title>
}
