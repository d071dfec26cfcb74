import type { Import } from '@accord/api-client'
import { countOf } from '@accord/domain'
import { useQuery } from '@tanstack/react-query'
import { importFaultsPath } from '#lib/paths.ts'
import { faultsQuery } from '#lib/queries.ts'
import { Section } from '#ui/section.tsx'
import { FaultTable } from './fault-table.tsx'

/** Everything that cannot be loaded, to be put right in the file or left out by the answer above. */
export function ErrorList({ found }: { found: Import }) {
  const errors = found.summary?.errors ?? 0
  const query = useQuery({ ...faultsQuery(found.id, { kind: 'error' }), enabled: errors > 0 })
  if (errors === 0) return null
  return (
    <Section
      heading={`${countOf(errors, 'thing')} in the file cannot be loaded`}
      note={
        <a href={importFaultsPath(found.id)} download>
          Download the list (CSV)
        </a>
      }
    >
      {query.data === undefined ? (
        <p role="status">Loading the list …</p>
      ) : (
        <FaultTable
          faults={query.data.items}
          total={query.data.total}
          caption="What cannot be loaded, line by line"
        />
      )}
    </Section>
  )
}
