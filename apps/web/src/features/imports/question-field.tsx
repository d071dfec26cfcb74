import type { ImportQuestion } from '@accord/api-client'
import { countOf } from '@accord/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { faultsQuery } from '#lib/queries.ts'
import { FaultTable } from './fault-table.tsx'

const withRows = ['over_by_rounding', 'moved_point', 'falling', 'years', 'duplicates']

/** One question with its choices, and the rows it is about. */
export function QuestionField({ question, importId }: { question: ImportQuestion; importId: string }) {
  const { group, sentence, choices, answer, proposal, code } = question
  const chosen = answer ?? proposal
  return (
    <fieldset className="question">
      <legend>
        {sentence}
        {answer === null ? null : <span className="code">Answered</span>}
      </legend>
      {withRows.includes(code) ? <QuestionRows question={question} importId={importId} /> : null}
      {choices.map(({ value, label }) => (
        <label key={value} className="keep-choice">
          <input type="radio" name={group} value={value} defaultChecked={chosen === value} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

const shownAtOnce = 10

function QuestionRows({
  question: { group, rows },
  importId,
}: {
  question: ImportQuestion
  importId: string
}) {
  const [isOpen, setOpen] = useState(rows > 0 && rows <= shownAtOnce)
  const query = useQuery({ ...faultsQuery(importId, { group }), enabled: isOpen && rows > 0 })
  if (rows === 0) return null
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{countOf(rows, 'row')} it is about</summary>
      {query.data === undefined ? (
        <p role="status">Loading the rows …</p>
      ) : (
        <FaultTable
          faults={query.data.items}
          total={query.data.total}
          caption="Rows that the question is about"
        />
      )}
    </details>
  )
}
