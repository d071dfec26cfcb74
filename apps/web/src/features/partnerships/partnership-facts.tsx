import type { PartnershipDetail, Reference } from '@accord/api-client'
import { formatDate } from '@accord/domain'
import { Fragment } from 'react'
import { Link } from 'react-router'
import { type Place, partnershipPath } from '#lib/paths.ts'
import type { Fact } from '#ui/fact-list.tsx'
import { involvementWords, levelWords, scopeWords } from './partnership-words.ts'

function present(facts: readonly (Fact | null)[]): Fact[] {
  return facts.filter((fact) => fact !== null)
}

/** What the council’s register says of it. */
export function registerFacts({ register, council }: PartnershipDetail): Fact[] {
  if (register === null) {
    return [
      {
        name: 'Register',
        value: council === null ? 'On no council’s register' : `Not on the register of ${council.name}`,
      },
    ]
  }
  const { addedOn, removedOn, isSignificant, significantSince, significantReason, portfolio, priorities } =
    register
  const since = significantSince === null ? 'Yes' : `Since ${formatDate(significantSince)}`
  return present([
    {
      name: 'Registered',
      value: `${formatDate(addedOn)}${removedOn === null ? '' : `, removed ${formatDate(removedOn)}`}`,
    },
    { name: 'Significant', value: isSignificant ? since : 'No' },
    significantReason === null ? null : { name: 'Why', value: significantReason },
    { name: 'Priorities', value: priorities.length === 0 ? 'None linked' : <PlainList items={priorities} /> },
    portfolio === null
      ? null
      : {
          name: 'Portfolio',
          value: `${portfolio.title}${portfolio.holder === null ? '' : `, ${portfolio.holder}`}`,
        },
  ])
}

/** What it is and where it stands among the others. */
export function standingFacts(partnership: PartnershipDetail, place: Place): Fact[] {
  const { scope, level, theme, isStatutory, memberInvolvement, reportsTo, reporting, predecessor } =
    partnership
  const { successors, startedOn, endedOn, leadOfficer, supportOfficer } = partnership
  const linked = (name: string, references: readonly Reference[]): Fact | null =>
    references.length === 0 ? null : { name, value: <LinkedNames references={references} place={place} /> }
  return present([
    {
      name: 'Kind',
      value: `${scopeWords[scope]}, ${levelWords[level].toLowerCase()}${theme === null ? '' : `: ${theme}`}`,
    },
    { name: 'Statutory', value: isStatutory ? 'Yes' : 'No' },
    { name: 'Members', value: involvementWords[memberInvolvement] },
    leadOfficer === null ? null : { name: 'Lead officer', value: leadOfficer },
    supportOfficer === null ? null : { name: 'Support officer', value: supportOfficer },
    linked('Reports to', reportsTo === null ? [] : [reportsTo]),
    linked('Reporting to it', reporting),
    linked('Came from', predecessor === null ? [] : [predecessor]),
    linked('Succeeded by', successors),
    {
      name: 'Dates',
      value: `Since ${formatDate(startedOn)}${endedOn === null ? '' : `, ended ${formatDate(endedOn)}`}`,
    },
  ])
}

function PlainList({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}

function LinkedNames({ references, place }: { references: readonly Reference[]; place: Place }) {
  return references.map(({ id, name }, index) => (
    <Fragment key={id}>
      {index === 0 ? '' : ', '}
      <Link to={partnershipPath(id, place)}>{name}</Link>
    </Fragment>
  ))
}
