import type { PartnershipScrutiny, Question } from '@accord/api-client'
import { client } from '@accord/api-client'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { renderPage } from '#testing/render-page.tsx'
import { PartnershipRecord } from './partnership-record.tsx'

const usual = client.getConfig()
let keys: (string | null)[] = []
let answer: () => Response = () => new Response('{}')

beforeEach(() => {
  keys = []
  client.setConfig({
    baseUrl: 'http://accord.example',
    fetch: async (input) => {
      keys.push((input as Request).headers.get('idempotency-key'))
      return answer()
    },
  })
})
afterEach(() => client.setConfig({ baseUrl: usual.baseUrl, fetch: usual.fetch }))

const waste = { id: 'waste-partnership', name: 'Waste Partnership', shortName: 'Waste' }

const answered: Question = {
  id: '0199d2c4-0000-7000-8000-000000000001',
  version: 2,
  number: 1,
  partnership: waste,
  text: 'When does the new contract show?',
  askedBy: 'Cllr Helen Marsden',
  askedOn: '2009-08-03',
  quarter: 'Quarter 2 2009/10',
  quarterIndex: 8036,
  returnId: null,
  answerDueOn: '2009-10-16',
  answer: 'From this quarter.',
  answeredOn: '2009-10-14',
  closedOn: null,
  closedBy: null,
  state: 'answered',
  stateWord: 'Answered',
  note: 'Quarter 2 return',
  allowedActions: ['close', 'ask_again'],
  blockedBecause: [],
}

function aScrutiny(changes: Partial<PartnershipScrutiny> = {}): PartnershipScrutiny {
  return {
    council: { id: 'cherwell', name: 'Cherwell District Council', shortName: 'Cherwell' },
    partnership: waste,
    today: '2009-10-19',
    asking: { quarter: 'Quarter 3 2009/10', dueOn: '2010-01-15', sentence: 'Due 15 January 2010.' },
    questions: [answered],
    recommendations: [],
    interviewNotes: [],
    workItems: [],
    withheld: { recommendations: null, interviewNotes: null, workItems: null },
    owners: [],
    accessLevels: ['public', 'internal', 'exempt'],
    allowedActions: ['ask', 'recommend', 'add_interview_note'],
    blockedBecause: [],
    ...changes,
  }
}

const box = () => screen.getByLabelText('Record a question for the next return')
const record = () => screen.getByRole('button', { name: 'Record question' })
const problem = (status: number) =>
  new Response(JSON.stringify({ type: '', title: 'No', status, code: 'not-possible', detail: 'Not now.' }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  })

describe('what scrutiny has of a partnership', () => {
  test('shows the last answers above the box where the next question is written', () => {
    renderPage(<PartnershipRecord scrutiny={aScrutiny()} />)
    const heading = screen.getByRole('heading', { name: 'What was answered in quarter 2 2009/10' })
    expect(heading.compareDocumentPosition(box()) & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0)
  })

  test('offers nothing that the server does not allow', () => {
    const questions = [{ ...answered, allowedActions: [] }]
    renderPage(<PartnershipRecord scrutiny={aScrutiny({ allowedActions: [], questions })} />)
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.queryByRole('link')).toBeNull()
  })

  test('says what is withheld, and says nothing of what is not', () => {
    const interviewNotes = '1 interview note withheld: exempt, paragraph 3.'
    const withheld = { recommendations: null, workItems: null, interviewNotes }
    renderPage(<PartnershipRecord scrutiny={aScrutiny({ withheld })} />)
    expect(screen.getByText(interviewNotes)).toBeDefined()
    expect(screen.queryByText('No interview has been noted.')).toBeNull()
  })

  test('empty, says so', () => {
    renderPage(<PartnershipRecord scrutiny={aScrutiny({ questions: [] })} />)
    expect(screen.getByText('Nothing has been asked or recommended yet.')).toBeDefined()
    expect(screen.getByText('No question has been answered before.')).toBeDefined()
  })
})

describe('a question', () => {
  test('that got no answer keeps its key, so that it is not asked twice', async () => {
    renderPage(<PartnershipRecord scrutiny={aScrutiny()} />)
    answer = () => {
      throw new TypeError('The network is gone.')
    }
    await userEvent.type(box(), 'How many?')
    await userEvent.click(record())
    await waitFor(() => expect(screen.getByRole('group', { name: 'There is a problem' })).toBeDefined())
    answer = () => problem(409)
    await userEvent.click(record())
    await waitFor(() => expect(screen.getAllByText('Not now.')).not.toEqual([]))
    await userEvent.click(record())
    await waitFor(() => expect(keys).toHaveLength(3))
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
  })

  test('asked again begins with the one it follows', () => {
    renderPage(<PartnershipRecord scrutiny={aScrutiny()} />, { at: `/?do=again&on=${answered.id}#ask` })
    expect((box() as HTMLTextAreaElement).value).toBe(
      'Asked again: “When does the new contract show?” The answer was: “From this quarter.” ',
    )
    expect(document.activeElement).toBe(box())
  })
})
