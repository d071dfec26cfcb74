import type { ImportQuestion } from '@accord/api-client'
import { countOf } from '@accord/domain'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { everyCouncilQuery } from '#lib/queries.ts'
import { Button } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { Cell, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'

const nameOf = ({ group }: ImportQuestion) => group.replace('organisation:', '')

/** Every name that is not known here, and who is meant by it; what is chosen is remembered. */
export function OrganisationTable({ questions }: { questions: readonly ImportQuestion[] }) {
  const [chosen, setChosen] = useState(
    () => new Map(questions.map(({ group, answer, proposal }) => [group, answer ?? proposal ?? ''])),
  )
  const addable = questions.filter(({ choices }) => choices.some(({ value }) => value === 'add'))
  const set = (groups: readonly string[], value: string) =>
    setChosen((before) => new Map([...before, ...groups.map((group) => [group, value] as const)]))
  return (
    <fieldset className="question">
      <legend>{countOf(questions.length, 'name')} not known here. Who is meant?</legend>
      {addable.length > 1 ? (
        <p className="upload-actions">
          <Button
            look="secondary"
            onClick={() =>
              set(
                addable.map(({ group }) => group),
                'add',
              )
            }
          >
            Add all {addable.length} as councils
          </Button>
        </p>
      ) : null}
      <Table
        className="record-table stack import-names"
        caption="Names in the file that are not known here"
        head={
          <>
            <HeadCell>Name in the file</HeadCell>
            <HeadCell>Rows</HeadCell>
            <HeadCell>Who is meant</HeadCell>
          </>
        }
      >
        {questions.map((question) => (
          <Row key={question.group}>
            <RowHead>{nameOf(question)}</RowHead>
            <Cell label="Rows">{question.rows.toLocaleString('en-GB')}</Cell>
            <Cell className="wide" label="Who is meant">
              <NameChoice
                question={question}
                value={chosen.get(question.group) ?? ''}
                onChoose={(value) => set([question.group], value)}
              />
            </Cell>
          </Row>
        ))}
      </Table>
    </fieldset>
  )
}

type NameChoiceProps = { question: ImportQuestion; value: string; onChoose: (value: string) => void }

function NameChoice({ question, value, onChoose }: NameChoiceProps) {
  const councils = useQuery(everyCouncilQuery()).data?.items ?? []
  const known = new Set(question.choices.map((choice) => choice.value))
  const others = councils
    .map(({ id, name }) => ({ value: `is:${id}`, label: `It is ${name}` }))
    .filter((choice) => !known.has(choice.value))
  return (
    <div className="bare-choice">
      <Choice
        label={`Who is meant by ${nameOf(question)}`}
        name={question.group}
        value={value}
        options={[{ value: '', label: 'Choose' }, ...question.choices, ...others]}
        onChoose={onChoose}
      />
    </div>
  )
}
