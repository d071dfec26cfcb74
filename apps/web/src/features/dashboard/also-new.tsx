import type { Dashboard } from '@accord/api-client'
import { parseQuarterKey, quarterName } from '@accord/domain'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { formatDayAndMonth } from '#lib/dates.ts'
import { indicatorPath } from '#lib/paths.ts'

/** What else is new: answers to members, targets changed, figures restated, judgements of value for money. */
export function AlsoNew({ dashboard }: { dashboard: Dashboard }) {
  const { changes } = dashboard
  const items = [
    ...answersOf(dashboard),
    ...targetChangesOf(dashboard),
    ...changes.restatements.map(({ code, quarter, from, to }) => (
      <NewItem key={`restated ${code} ${quarter}`} kind="Figure restated.">
        {`${code}, ${nameOf(quarter)}: ${from} to ${to}. The published figure stays readable.`}
      </NewItem>
    )),
    ...changes.valueForMoney.map(({ partnership, from, to, changedOn }) => (
      <NewItem key={`value ${partnership.id}`} kind="Value for money.">
        {`${partnership.shortName} moved from ${from} to ${to} on ${formatDayAndMonth(changedOn)}.`}
      </NewItem>
    )),
  ]
  return (
    <div>
      <h3>Also new</h3>
      <ul className="changes">
        {items.length === 0 ? <li className="muted">Nothing else is new.</li> : items}
      </ul>
    </div>
  )
}

function NewItem({ kind, children }: { kind: string; children: ReactNode }) {
  return (
    <li>
      <b className="strong">{kind}</b> {children}
    </li>
  )
}

function nameOf(quarterKey: string): string {
  const index = parseQuarterKey(quarterKey)
  return index === null ? quarterKey : quarterName(index).toLowerCase()
}

function answersOf({ changes, previousQuarter }: Dashboard): ReactNode[] {
  const { asked, answered, late } = changes.answers
  if (asked === 0 || previousQuarter === null) return []
  const questions = asked === 1 ? 'question' : 'questions'
  const lateWords = late === 0 ? '' : `; ${late} ${late === 1 ? 'is' : 'are'} late`
  return [
    <NewItem key="answers" kind="Answers.">
      {`${answered} of the ${asked} ${questions} members asked in ${previousQuarter.name.toLowerCase()} ${answered === 1 ? 'is' : 'are'} answered${lateWords}.`}
    </NewItem>,
  ]
}

function targetChangesOf({ changes, council, quarter, framework }: Dashboard): ReactNode[] {
  const place = { council: council.id, quarter: quarter.key }
  return changes.targetChanges.map(({ id, code, period, from, to, agreedBy, agreedOn }) => (
    <NewItem key={`target ${id} ${period}`} kind="Target changed.">
      {`${code}, ${period}: ${from} to ${to}, agreed by the ${agreedBy.replace(/^the /i, '')} on ${formatDayAndMonth(agreedOn)}. `}
      <Link to={indicatorPath(id, place, { framework: framework?.id ?? null })}>
        See why<span className="visually-hidden"> the target of {code} changed</span>
      </Link>
    </NewItem>
  ))
}
