import type { ReactNode } from 'react'
import { HeadCell, Table } from '#ui/table.tsx'

/** Questions and recommendations, with what became of each. */
export function FollowedTable({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <Table
      className="record-table stack followed"
      caption={caption}
      head={
        <>
          <HeadCell className="asked">Asked or recommended</HeadCell>
          <HeadCell>Response</HeadCell>
          <HeadCell>Action and follow-up</HeadCell>
        </>
      }
    >
      {children}
    </Table>
  )
}
