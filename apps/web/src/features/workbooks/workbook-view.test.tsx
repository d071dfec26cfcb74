import type { QuarterlyReturn, SavedCell, WorkbookCell } from '@accord/api-client'
import { client } from '@accord/api-client'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aQuarter } from '#testing/builders.ts'
import { renderPage } from '#testing/render-page.tsx'
import { WorkbookView } from './workbook-view.tsx'

const ID = 'df9939cf-3354-84b3-bb7a-b43c0f78da6d'

type Answer = { status?: number; body: unknown }
type Sent = { url: string; method: string; body: string }

let sent: Sent[] = []
let answers: Answer[] = []

beforeEach(() => {
  sent = []
  answers = []
  client.setConfig({
    baseUrl: 'http://accord.example',
    fetch: async (input) => {
      const request = input as Request
      const isJson = request.headers.get('content-type')?.includes('json') === true
      sent.push({
        url: new URL(request.url).pathname,
        method: request.method,
        body: isJson ? await request.text() : '',
      })
      const { status = 200, body } = answers.shift() ?? { body: {} }
      const type = status >= 400 ? 'application/problem+json' : 'application/json'
      return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } })
    },
  })
})

// The files share one window, and so one client.
const usual = client.getConfig()
afterEach(() => {
  client.setConfig({ baseUrl: usual.baseUrl, fetch: usual.fetch })
  vi.unstubAllGlobals()
})

function show(changes: Partial<QuarterlyReturn> = {}, waiting = 0) {
  const quarterlyReturn = {
    id: ID,
    partnership: { id: 'waste-partnership', name: 'Waste Partnership', shortName: 'Waste' },
    quarter: aQuarter(2),
    lock: null,
    ...changes,
  } as QuarterlyReturn
  return renderPage(<WorkbookView quarterlyReturn={quarterlyReturn} waiting={waiting} />)
}

function aCell(changes: Partial<WorkbookCell> = {}): WorkbookCell {
  return {
    cell: 'indicators/ni-191/value',
    section: 'indicators',
    label: 'NI 191 Residual household waste: figure',
    tab: 'Indicators',
    place: 'J4',
    was: '297',
    becomes: '305',
    outcome: 'change',
    sentence: null,
    version: 1,
    changedBy: 'Daniel Okafor',
    changedAt: '2009-10-15T13:00:00.000Z',
    ...changes,
  }
}

const cells = [
  aCell(),
  aCell({
    cell: 'indicators/ni-191/missing',
    label: 'NI 191 Residual household waste: why there is no figure',
    was: null,
    becomes: 'awaiting_data',
    version: 0,
  }),
  aCell({
    cell: 'indicators/ni-192/numerator',
    label: 'NI 192 Household waste recycled: Recycled, tonnes',
    becomes: '297kg',
    outcome: 'invalid',
    sentence: 'Use numbers only. Take out ‘kg’ and enter, for example, 297.',
  }),
  aCell({
    cell: 'narrative/why',
    section: 'narrative',
    label: 'Why',
    outcome: 'changed_meanwhile',
    was: 'Theirs.',
    becomes: 'Mine.',
    sentence: 'Leila Hart changed this: it is not as it was when the file was made.',
  }),
  aCell({ cell: 'narrative/whatWeNeed', section: 'narrative', label: 'What we need', outcome: 'same' }),
]

async function upload(file = new File(['bytes'], 'return.xlsx')) {
  const user = userEvent.setup()
  await user.upload(screen.getByLabelText('The workbook that you filled in'), file)
  await user.click(screen.getByRole('button', { name: 'See what would change' }))
  return user
}

test('what would change is shown by section, with what cannot be kept and why, and its heading takes focus', async () => {
  show()
  answers = [{ body: { madeAt: '2009-10-14T09:42:00.000Z', cells } }]
  await upload()
  const heading = await screen.findByRole('heading', { name: '4 answers differ' })
  expect(document.activeElement).toBe(heading)
  expect(screen.getByText(/downloaded on 14 October 2009 at 10:42/)).toBeTruthy()
  const table = screen.getByRole('table', { name: 'What is different in the file' })
  expect(within(table).getByRole('rowheader', { name: 'Narrative' })).toBeTruthy()
  const row = (name: RegExp) => within(table).getByRole('row', { name }).textContent
  expect(row(/Residual household waste: figure/)).toMatch(/297.*305/)
  expect(row(/why there is no figure/)).toMatch(/Blank.*Awaiting data/)
  expect(row(/Recycled, tonnes/)).toContain('Cannot be kept. Use numbers only.')
  expect(row(/Theirs/)).toContain('Leila Hart changed this')
  expect(within(table).queryByText(/What we need/)).toBeNull()
  expect(within(table).getAllByRole('checkbox')).toHaveLength(2)
})

test('what is chosen is kept as from a file, with its versions, and the result takes focus', async () => {
  show()
  const result: SavedCell = {
    changeId: 'a7ab8f7e-52a8-4b7e-9d8f-0a2d7e2f7a11',
    cell: 'indicators/ni-191/value',
    outcome: 'conflict',
    sentence: null,
    now: {
      cell: 'indicators/ni-191/value',
      value: '299',
      version: 2,
      changedAt: '2009-10-15T13:00:00.000Z',
      changedBy: 'Leila Hart',
    },
  }
  answers = [
    { body: { madeAt: '2009-10-14T09:42:00.000Z', cells } },
    { body: { results: [result], state: 'in_progress', version: 3 } },
  ]
  const user = await upload()
  await user.click(await screen.findByRole('checkbox', { name: /why there is no figure/ }))
  await user.click(screen.getByRole('button', { name: 'Keep 1 change' }))
  const heading = await screen.findByRole('heading', { name: 'Nothing was kept' })
  expect(document.activeElement).toBe(heading)
  expect(sent[1]).toMatchObject({ method: 'PUT', url: `/api/v1/returns/${ID}/cells` })
  expect(JSON.parse(sent[1]?.body ?? '')).toEqual({
    source: 'file',
    changes: [{ changeId: expect.any(String), cell: 'indicators/ni-191/value', value: '305', version: 1 }],
  })
  expect(screen.getByRole('row', { name: /299/ }).textContent).toContain('Leila Hart changed this meanwhile')
})

test('keeping that failed is tried again under the same names, so that nothing is kept twice', async () => {
  show()
  answers = [
    { body: { madeAt: null, cells } },
    { status: 503, body: { type: '', title: 'No database', status: 503, code: 'x', detail: 'Wait.' } },
    { body: { results: [], state: 'in_progress', version: 3 } },
  ]
  const user = await upload()
  await user.click(await screen.findByRole('button', { name: 'Keep 2 changes' }))
  expect((await screen.findByRole('alert')).textContent).toContain('could not be kept')
  await user.click(screen.getByRole('button', { name: 'Keep 2 changes' }))
  await screen.findByRole('heading', { name: 'Nothing was kept' })
  expect(sent[1]?.body).toBe(sent[2]?.body)
})

test('a file that cannot be used leaves the box where it is, with each fault by tab, row and cell', async () => {
  show()
  answers = [
    {
      status: 422,
      body: {
        type: '/problems/invalid-request',
        title: 'Part of the request was not understood',
        status: 422,
        code: 'invalid-request',
        detail: 'This file cannot be used. Nothing was changed.',
        errors: [
          { pointer: '#/Indicators/A12', detail: 'This row is there twice.' },
          { pointer: '#/Narrative', detail: 'The tab is missing.' },
        ],
      },
    },
    { body: { madeAt: null, cells: [aCell({ outcome: 'same' })] } },
  ]
  const user = await upload()
  const heading = await screen.findByRole('heading', { name: 'This file cannot be used' })
  expect(document.activeElement).toBe(heading)
  const table = screen.getByRole('table', { name: 'What is wrong with the file' })
  const rows = within(table).getAllByRole('row').slice(1)
  const told = rows.map((row) => [...row.children].map((cell) => cell.textContent))
  expect(told).toEqual([
    ['Indicators', '12', 'A12', 'This row is there twice.'],
    ['Narrative', '–', '–', 'The tab is missing.'],
  ])
  await user.click(screen.getByRole('button', { name: 'See what would change' }))
  expect(await screen.findByRole('heading', { name: 'Nothing in this file differs' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Keep/ })).toBeNull()
})

test('a file that is none, too large, or saved again since is refused beside the box, and nothing is sent', async () => {
  show()
  const user = userEvent.setup()
  const send = () => user.click(screen.getByRole('button', { name: 'See what would change' }))
  const box = screen.getByLabelText('The workbook that you filled in')
  await send()
  expect(screen.getByText('Choose the workbook that you filled in.')).toBeTruthy()
  expect(document.activeElement).toBe(box)
  expect(box.getAttribute('aria-invalid')).toBe('true')
  await upload(new File([new Uint8Array(6 * 1024 * 1024)], 'large.xlsx'))
  expect(screen.getByText(/larger than 5 MB/)).toBeTruthy()
  const gone = new File(['x'], 'gone.xlsx')
  gone.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'))
  await upload(gone)
  expect(await screen.findByText(/changed or moved after you chose it/)).toBeTruthy()
  expect(sent).toEqual([])
})

test('a return that is locked takes no file and says why', () => {
  show({ lock: { code: 'entry_concluded', sentence: 'This return is being signed off.' } })
  expect(screen.getByText(/This return is being signed off/)).toBeTruthy()
  expect(screen.queryByLabelText('The workbook that you filled in')).toBeNull()
  expect(screen.getByRole('button', { name: 'Download the workbook' })).toBeTruthy()
})

test('a workbook that cannot be had is said on the page, and answers still waiting are named before', async () => {
  show({}, 2)
  expect(screen.getByText(/2 answers that you typed on the screen are not saved yet/)).toBeTruthy()
  answers = [
    {
      status: 403,
      body: { type: '', title: 'You may not see this', status: 403, code: 'not-allowed', detail: 'Ask.' },
    },
  ]
  await userEvent.setup().click(screen.getByRole('button', { name: 'Download the workbook' }))
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('You may not see this. Ask.'))
})
