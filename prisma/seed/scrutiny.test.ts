import { overdueSince } from '@accord/domain'
import { describe, expect, test } from 'vitest'
import { isoDate } from './calendar.ts'
import { actionRows, questionRows } from './records.ts'
import { interviewNoteRows, recommendationRows, workItemRows } from './scrutiny.ts'

const TODAY = '2009-10-19'
const day = (date: unknown) => (date instanceof Date ? isoDate(date) : null)

describe('Cherwell’s scrutiny', () => {
  test('has a programme with every state, and one item exempt and one confidential', () => {
    const states = workItemRows().map(({ state }) => state)
    expect(new Set(states)).toEqual(new Set(['planned', 'under_way', 'reported', 'dropped']))
    const closed = workItemRows().flatMap(({ access = 'internal', exemptParagraph }) =>
      access === 'exempt' || access === 'confidential' ? [[access, exemptParagraph]] : [],
    )
    expect(closed).toEqual([
      ['exempt', 3],
      ['confidential', null],
    ])
  })

  test('follows five recommendations, two of them overdue', () => {
    const dueOf = new Map(actionRows().map(({ id, dueOn }) => [id, day(dueOn)]))
    const overdue = recommendationRows().filter(({ response = null, closedOn, followUpOn, actionId }) => {
      const dueOn = dueOf.get(actionId ?? '') ?? null
      const action = dueOn === null ? null : { dueOn, completedOn: null }
      const standing = { response, action, closedOn: day(closedOn), followUpOn: day(followUpOn) }
      return overdueSince(standing, TODAY) !== null
    })
    expect([recommendationRows().length, overdue.length]).toEqual([5, 2])
  })

  test('numbers the questions to each partnership from one', () => {
    const numbers = Map.groupBy(questionRows(), ({ partnershipId }) => partnershipId)
    for (const own of numbers.values()) {
      expect(own.map(({ number }) => number)).toEqual(own.map((_, place) => place + 1))
    }
  })

  test('keeps interview notes, one of them exempt', () => {
    expect(interviewNoteRows().map(({ access }) => access)).toEqual(['internal', 'exempt', 'internal'])
  })
})
