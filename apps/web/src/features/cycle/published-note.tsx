import type { Publication } from '@accord/api-client'
import { countOf, formatDate, formatFigureWithUnit, londonDate, statusWord } from '@accord/domain'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Loaded } from '#lib/loaded.tsx'
import { indicatorPath } from '#lib/paths.ts'
import { publicationQuery } from '#lib/queries.ts'
import { Section } from '#ui/section.tsx'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'

type PublishedNoteProps = { council: string; quarter: string }

/** When a quarter was published, and its figures “as reported” beside “as now” where they differ. */
export function PublishedNote({ council, quarter }: PublishedNoteProps) {
  const query = useQuery(publicationQuery({ council, quarter }))
  return (
    <Loaded query={query} what="The publication" isPart space={null}>
      {(publication) => (
        <Section
          heading={headingOf(publication)}
          note={`By ${publication.publishedBy}. What was published does not change.`}
        >
          <Differences publication={publication} />
        </Section>
      )}
    </Loaded>
  )
}

function headingOf({ publishedAt, differences }: Publication): string {
  const on = formatDate(londonDate(new Date(publishedAt)))
  if (differences.length === 0) return `Published on ${on}: nothing differs now`
  const verb = differences.length === 1 ? 'differs' : 'differ'
  return `Published on ${on}: ${countOf(differences.length, 'figure')} ${verb} now`
}

type Difference = Publication['differences'][number]

function figureWords({ unit, decimals }: Difference, figure: Difference['asNow']): string {
  if (figure === null) return 'Not on the dashboard now'
  const status = statusWord(figure.status)
  if (figure.value === null) return status
  return `${formatFigureWithUnit(figure.value, { unit, decimals })}, ${status.toLowerCase()}`
}

function Differences({ publication }: { publication: Publication }) {
  const { council, quarter, differences } = publication
  if (differences.length === 0) return <p>Every figure is as it was reported.</p>
  return (
    <Table
      className="record-table stack"
      caption="Figures that differ from what was published"
      head={
        <>
          <HeadCell>Indicator</HeadCell>
          <HeadCell>As reported</HeadCell>
          <HeadCell>As now</HeadCell>
        </>
      }
    >
      {differences.map((difference) => (
        <Row key={difference.id}>
          <RowHead>
            <Link to={indicatorPath(difference.id, { council: council.id, quarter })}>
              {difference.code} {difference.title}
            </Link>
          </RowHead>
          <Cell label="As reported">{figureWords(difference, difference.asReported)}</Cell>
          <Cell label="As now">{figureWords(difference, difference.asNow)}</Cell>
        </Row>
      ))}
    </Table>
  )
}
