import type { PartnershipDetail } from '@accord/api-client'
import { countOf, formatDate } from '@accord/domain'
import { Section } from '#ui/section.tsx'
import { Cell, EmptyRow, GroupRow, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { sectorWords } from './partnership-words.ts'

type Member = PartnershipDetail['members'][number]

const columns = 3
const sectors = ['statutory', 'independent', 'private', 'voluntary'] as const

/** Who is at the table, by sector. */
export function Members({ members }: { members: readonly Member[] }) {
  const groups = sectors
    .map((sector) => ({ sector, inSector: members.filter((member) => member.sector === sector) }))
    .filter(({ inSector }) => inSector.length > 0)
  return (
    <Section heading={members.length === 0 ? 'Members' : countOf(members.length, 'member')}>
      <Table
        className="record-table stack"
        caption="Members by sector"
        head={
          <>
            <HeadCell>Organisation</HeadCell>
            <HeadCell>As</HeadCell>
            <HeadCell>Since</HeadCell>
          </>
        }
      >
        {groups.map(({ sector, inSector }) => (
          <SectorRows key={sector} title={sectorWords[sector]} members={inSector} />
        ))}
        {members.length === 0 ? <EmptyRow columns={columns}>No members are recorded.</EmptyRow> : null}
      </Table>
    </Section>
  )
}

function SectorRows({ title, members }: { title: string; members: readonly Member[] }) {
  return (
    <>
      <GroupRow columns={columns}>{title}</GroupRow>
      {members.map(({ organisation, capacity, joinedOn, leftOn }) => (
        <Row key={`${organisation.id} ${capacity} ${joinedOn}`}>
          <RowHead>{organisation.name}</RowHead>
          <Cell label="As">{capacity.replaceAll('_', ' ')}</Cell>
          <Cell label="Since">
            {formatDate(joinedOn)}
            {leftOn === null ? '' : ` to ${formatDate(leftOn)}`}
          </Cell>
        </Row>
      ))}
    </>
  )
}
