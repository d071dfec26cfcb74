import type { WorkItem } from '@accord/api-client'
import { formatDate, formatMediumDate } from '@accord/domain'
import { Link } from 'react-router'
import { type Place, partnershipPath } from '#lib/paths.ts'
import { Cell, EmptyRow, GroupRow, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { RowLink } from './followed-rows.tsx'
import { Marking } from './marked-fields.tsx'

type WorkProgrammeProps = {
  items: readonly WorkItem[]
  isFiltered: boolean
  place: Place
  hrefFor: (task: string, on: string) => string
}

const columns = 4

/** By the meeting that takes them, in order; those without a meeting by their day. */
function groupsOf(items: readonly WorkItem[]): { day: string; title: string; items: WorkItem[] }[] {
  const days = Map.groupBy(
    items,
    ({ meeting, plannedOn }) => `${meeting?.heldOn ?? plannedOn} ${meeting?.id ?? ''}`,
  )
  return [...days]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([day, own]) => ({ day, title: titleOf(own), items: own }))
}

function titleOf([first]: readonly WorkItem[]): string {
  if (first === undefined) return ''
  const { meeting, plannedOn } = first
  if (meeting === null) return `${formatDate(plannedOn)}, no meeting set`
  return `Meeting of ${formatDate(meeting.heldOn)}${meeting.purpose === null ? '' : `: ${meeting.purpose}`}`
}

/** What scrutiny looks at, when, at which meeting, and what came of it. */
export function WorkProgramme({ items, isFiltered, place, hrefFor }: WorkProgrammeProps) {
  return (
    <Table
      className="record-table stack work-programme"
      caption="Work programme by meeting date"
      head={
        <>
          <HeadCell className="what">What</HeadCell>
          <HeadCell className="partnership">Partnership</HeadCell>
          <HeadCell className="state">State</HeadCell>
          <HeadCell>Findings</HeadCell>
        </>
      }
    >
      {groupsOf(items).flatMap(({ day, title, items: own }) => [
        <GroupRow key={day} columns={columns}>
          {title}
        </GroupRow>,
        ...own.map((item) => <WorkRow key={item.id} item={item} place={place} hrefFor={hrefFor} />),
      ])}
      {items.length === 0 ? (
        <EmptyRow columns={columns}>
          {isFiltered
            ? 'Nothing on the work programme is like this.'
            : 'Nothing is on the work programme yet.'}
        </EmptyRow>
      ) : null}
    </Table>
  )
}

type WorkRowProps = Pick<WorkProgrammeProps, 'place' | 'hrefFor'> & { item: WorkItem }

function WorkRow({ item, place, hrefFor }: WorkRowProps) {
  const { id, title, kindWord, purpose, partnership, marking, meeting, plannedOn, isOverdue } = item
  return (
    <Row>
      <RowHead>
        <b>{title}</b>
        <span className="under">
          {kindWord}: {purpose}
        </span>
        <Marking marking={marking} />
      </RowHead>
      <Cell label="Partnership">
        {partnership === null ? (
          <span className="muted">All</span>
        ) : (
          <Link to={partnershipPath(partnership.id, place)}>{partnership.shortName}</Link>
        )}
      </Cell>
      <Cell label="State">
        {item.stateWord}
        {isOverdue ? <b>, overdue</b> : null}
        {meeting === null || meeting.heldOn === plannedOn ? null : (
          <span className="under">Planned {formatMediumDate(plannedOn)}</span>
        )}
      </Cell>
      <Cell label="Findings" className="wide">
        {item.findings ?? <span className="muted">None yet</span>}
        {item.nextStates.length === 0 ? null : (
          <span className="row-tasks">
            <RowLink to={hrefFor('move', id)} label="Move on" about={title} />
            <RowLink to={hrefFor('change', id)} label="Change date or meeting" about={`of ${title}`} />
          </span>
        )}
      </Cell>
    </Row>
  )
}
