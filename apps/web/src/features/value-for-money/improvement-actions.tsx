import { countOf, countWord, formatMediumDate } from '@accord/domain'
import { Section } from '#ui/section.tsx'
import { Cell, EmptyRow, HeadCell, Row, RowHead, Table } from '#ui/table.tsx'
import type { PartnershipValue } from './value-types.ts'

type Action = PartnershipValue['actions'][number]

function headingOf(actions: readonly Action[]): string {
  const open = actions.filter(({ completedOn }) => completedOn === null)
  const overdue = open.filter(({ daysOverdue }) => daysOverdue > 0).length
  if (open.length === 0) return 'Improvement actions: none open'
  const count = overdue === 0 ? 'none' : overdue === open.length ? 'all' : countWord(overdue)
  return `Improvement actions: ${count} of ${countWord(open.length)} overdue`
}

/** Areas for improvement, with who does what by when, and what is late. */
export function ImprovementActions({ value }: { value: PartnershipValue }) {
  const { actions } = value
  return (
    <Section heading={headingOf(actions)} note={sourcesOf(actions)}>
      <Table
        className="record-table stack"
        caption="Improvement actions"
        head={
          <>
            <HeadCell>Outcome</HeadCell>
            <HeadCell>Action</HeadCell>
            <HeadCell>Measure of success</HeadCell>
            <HeadCell>When</HeadCell>
            <HeadCell>Who</HeadCell>
            <HeadCell>Progress</HeadCell>
          </>
        }
      >
        {actions.map((action) => (
          <Row key={action.id}>
            <RowHead>{action.outcome}</RowHead>
            <Cell label="Action" className="wide">
              {action.action}
            </Cell>
            <Cell label="Measure of success" className="wide">
              {action.measure}
            </Cell>
            <Cell label="When" className="no-wrap">
              {formatMediumDate(action.dueOn)}
            </Cell>
            <Cell label="Who" className="no-wrap">
              {action.owner ?? 'No owner named'}
            </Cell>
            <Cell label="Progress">
              <Progress action={action} />
            </Cell>
          </Row>
        ))}
        {actions.length === 0 ? <EmptyRow columns={6}>No improvement actions yet.</EmptyRow> : null}
      </Table>
    </Section>
  )
}

function Progress({ action: { daysOverdue, completedOn, progress } }: { action: Action }) {
  const isLate = daysOverdue > 0
  const word = completedOn !== null ? 'Done' : isLate ? `${countOf(daysOverdue, 'day')} overdue` : 'On course'
  return (
    <>
      <span className="status">
        <svg className="mark" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          {isLate ? (
            <path className="action-late" d="M6 0v7.4M6 9.6v2.4" />
          ) : (
            <path className="action-on-course" d="M1 6.5L4.5 10L11 2" />
          )}
        </svg>
        {isLate ? <b>{word}</b> : <span>{word}</span>}
      </span>
      {progress === null ? null : <span className="code">{progress}</span>}
    </>
  )
}

const sourceWords: Readonly<Record<Action['source'], string>> = {
  annual_plan: 'the annual plan',
  vfm_improvement: 'the assessment',
  governance_review: 'the governance review',
  audit: 'an audit',
  scrutiny: 'scrutiny',
}

function sourcesOf(actions: readonly Action[]): string {
  const sources = [...new Set(actions.map(({ source }) => sourceWords[source]))]
  return sources.length === 0 ? '' : `From ${sources.join(', ')}.`
}
