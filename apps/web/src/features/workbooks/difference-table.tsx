import type { WorkbookCell } from '@accord/api-client'
import { returnSections } from '@accord/domain'
import type { ReactNode } from 'react'
import { Cell, GroupRow, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import { answerInWords, outcomeWords } from './workbook-words.ts'

type Choose = {
  isChosen: (key: string) => boolean
  onChoose: (key: string, isChosen: boolean) => void
}

const columns = 4

/** Every answer that differs, by section: what it is, what it would be, and whether it is to be kept. */
export function DifferenceTable({ cells, ...choose }: Choose & { cells: readonly WorkbookCell[] }) {
  return (
    <Table
      className="record-table stack difference"
      caption="What is different in the file"
      head={
        <>
          <HeadCell>Answer</HeadCell>
          <HeadCell>In the return now</HeadCell>
          <HeadCell>In the file</HeadCell>
          <HeadCell>Keep</HeadCell>
        </>
      }
    >
      {returnSections.map(({ section, title }) => {
        const rows = cells.filter((cell) => cell.section === section && cell.outcome !== 'same')
        if (rows.length === 0) return null
        return (
          <SectionRows key={section} title={title}>
            {rows.map((cell) => (
              <DifferenceRow key={cell.cell} cell={cell} {...choose} />
            ))}
          </SectionRows>
        )
      })}
    </Table>
  )
}

function SectionRows({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <GroupRow columns={columns}>{title}</GroupRow>
      {children}
    </>
  )
}

function DifferenceRow({ cell, isChosen, onChoose }: Choose & { cell: WorkbookCell }) {
  const { cell: key, label, tab, place, was, becomes, outcome, sentence } = cell
  return (
    <Row className={outcome === 'change' ? undefined : 'not-to-keep'}>
      <RowHead>
        {label}
        <span className="code">
          {tab} {place}
        </span>
      </RowHead>
      <Cell label="In the return now">
        <Answer answer={answerInWords(key, was)} />
      </Cell>
      <Cell label="In the file">
        <Answer answer={outcome === 'invalid' ? becomes : answerInWords(key, becomes)} />
      </Cell>
      <Cell className="wide" label="Keep">
        {outcome === 'change' || outcome === 'same' ? (
          <label className="keep-choice">
            <input
              type="checkbox"
              checked={isChosen(key)}
              onChange={(event) => onChoose(key, event.target.checked)}
            />
            <span>
              Keep<span className="visually-hidden"> {label}</span>
            </span>
          </label>
        ) : (
          <>
            <b className="refused">{outcomeWords[outcome]}.</b> {sentence}
          </>
        )}
      </Cell>
    </Row>
  )
}

function Answer({ answer }: { answer: string | null }) {
  return answer === null ? (
    <span className="muted">Blank</span>
  ) : (
    <span className="answer-text">{answer}</span>
  )
}
