import type { ImportPage } from '@accord/api-client'
import { countOf, formatDate, londonDate } from '@accord/domain'
import { Link } from 'react-router'
import type { ListSearch } from '#lib/list-search.ts'
import { importPath, type Place } from '#lib/paths.ts'
import { PageHead } from '#ui/page-head.tsx'
import { Paging } from '#ui/paging.tsx'
import { Section } from '#ui/section.tsx'
import { Cell, EmptyRow, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { countsPhrase, stateWords } from './import-words.ts'
import { UploadForm } from './upload-form.tsx'

type ImportsViewProps = { page: ImportPage; list: ListSearch; place: Place }

const columns = 5

export function ImportsView({ page, list, place }: ImportsViewProps) {
  const { items, total, pageSize } = page
  return (
    <>
      <PageHead kicker={<b>Figures from files</b>} headline={headlineFor(page)} />
      <Section heading="Bring figures in" note="You see what would change before anything is loaded.">
        <p className="prose">
          One row a figure: an indicator, an organisation, a quarter and a value, with a numerator and
          denominator where there are some. Quarters are read as people write them, such as 2009/10 Q2 or
          Jul–Sep 2009.
        </p>
        <UploadForm place={place} />
      </Section>
      <Section heading={total === 0 ? 'No imports yet' : `${countOf(total, 'import')} so far`}>
        <Table
          className="record-table stack"
          caption="Imports, the latest first"
          head={
            <>
              <HeadCell>File</HeadCell>
              <HeadCell>State</HeadCell>
              <HeadCell>Figures</HeadCell>
              <HeadCell>Goes to</HeadCell>
              <HeadCell>Begun</HeadCell>
            </>
          }
        >
          {items.length === 0 ? (
            <EmptyRow columns={columns}>Nothing has been imported. Choose a file above to begin.</EmptyRow>
          ) : null}
          {items.map(({ id, fileName, state, added, changed, framework, createdBy, createdAt, rowCount }) => (
            <Row key={id}>
              <RowHead>
                <Link to={importPath(id, place)}>{fileName}</Link>
                <span className="code">{countOf(rowCount, 'row')}</span>
              </RowHead>
              <Cell label="State">{stateWords[state]}</Cell>
              <Cell label="Figures">{countsPhrase({ added, changed })}</Cell>
              <Cell label="Goes to">{framework?.name ?? <span className="muted">Not loaded</span>}</Cell>
              <Cell label="Begun">
                {formatDate(londonDate(new Date(createdAt)))}
                <span className="code">{createdBy ?? 'Import command'}</span>
              </Cell>
            </Row>
          ))}
        </Table>
        <Paging
          page={list.page}
          pageCount={Math.ceil(total / pageSize)}
          hrefFor={(next) => list.hrefWith({ page: next })}
        />
      </Section>
    </>
  )
}

function headlineFor({ items, total }: ImportPage): string {
  const open = items.filter(({ state }) => state === 'mapping' || state === 'ready').length
  if (total === 0) return 'Nothing has been imported yet'
  if (open > 0) return `${countOf(open, 'import')} ${open === 1 ? 'waits' : 'wait'} to be finished`
  return 'Every import is finished'
}
