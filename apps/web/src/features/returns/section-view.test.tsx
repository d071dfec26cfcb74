import type { QuarterlyReturn, ReturnCellAnswer } from '@accord/api-client'
import type { ReturnSection } from '@accord/domain'
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { renderPage } from '#testing/render-page.tsx'
import { anAnswer, anOwedIndicator, aQuarterlyReturn } from '#testing/return-builders.ts'
import type { Change } from './draft-cell.ts'
import { DraftRoom } from './draft-context.tsx'
import { createDraftStore } from './draft-store.ts'
import { judgeWith, modelOf, siblingOf } from './return-model.ts'
import { SectionView } from './section-view.tsx'

const noQueue = { read: async () => [], put: async () => undefined, remove: async () => undefined }

beforeEach(() => {
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = () => undefined
})

let ids = 0
function show(quarterlyReturn: QuarterlyReturn, section: ReturnSection = 'indicators', at = '/') {
  const model = modelOf(quarterlyReturn)
  const sent: Change[][] = []
  let isOffline = false
  const versions = new Map(quarterlyReturn.cells.map(({ cell, version }) => [cell, version]))
  const keep = ({ changeId, cell, value }: Change) => {
    const version = (versions.get(cell) ?? 0) + 1
    versions.set(cell, version)
    const now: ReturnCellAnswer = anAnswer(cell, value?.replaceAll(',', '') ?? null, { version })
    return { changeId, cell, outcome: 'saved' as const, sentence: null, now }
  }
  const store = createDraftStore({
    send: async (changes) => {
      sent.push([...changes])
      if (isOffline) throw new TypeError('Failed to fetch')
      return { results: changes.map(keep), state: 'in_progress', version: 2 }
    },
    queue: noQueue,
    judge: judgeWith(model),
    siblingOf,
    onSaved: () => undefined,
    now: Date.now,
    newId: () => `id-${++ids}`,
  })
  store.accept(quarterlyReturn.cells)
  const { router } = renderPage(
    <DraftRoom store={store} model={model}>
      <SectionView section={section} />
    </DraftRoom>,
    { at },
  )
  return {
    ...{ store, sent, router },
    goOffline: () => {
      isOffline = true
    },
  }
}

const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name })
const rowOf = (title: RegExp) => screen.getByRole('row', { name: title })

describe('the head', () => {
  test('says whose return it is, of when, and how long there is', () => {
    show(aQuarterlyReturn())
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Waste Partnership')
    expect(screen.getByText('Due Friday 16 October 2009, in 2 days')).toBeDefined()
    expect(screen.getByText(/misses the Executive’s papers for 2 November/)).toBeDefined()
  })

  test('says why it came back', () => {
    const event = {
      ...{ label: 'Send back', to: 'changes_requested' as const, by: 'Philippa Dane' },
      ...{ at: '2009-10-13T08:40:00.000Z', reason: 'Check the tonnage.' },
    }
    show(aQuarterlyReturn({ state: 'changes_requested', events: [event] }))
    expect(screen.getByText('Sent back by Philippa Dane, 13 October 2009.')).toBeDefined()
    expect(screen.getByText('Check the tonnage.')).toBeDefined()
  })

  test('a locked return says why, and shows figures without boxes', () => {
    const lock = { code: 'entry_concluded', sentence: 'This return is being signed off.' }
    show(aQuarterlyReturn({ lock, editable: [], cells: [anAnswer('indicators/ni-191/value', '297')] }))
    expect(screen.getByText('This return is being signed off.')).toBeDefined()
    expect(screen.queryAllByRole('textbox')).toEqual([])
    expect(rowOf(/Residual household waste/).textContent).toContain('297')
  })
})

describe('a row', () => {
  test('shows what is known beside the box, and the rating of what is typed with its why', async () => {
    show(aQuarterlyReturn())
    const row = rowOf(/Residual household waste/)
    expect(
      within(row)
        .getAllByRole('cell')
        .slice(0, 3)
        .map((cell) => cell.textContent),
    ).toEqual(['312', '150', '304'])
    await userEvent.type(box('This quarter (NI 191)'), '297')
    expect(row.textContent).toContain('On target')
    expect(row.textContent).toContain('Saving')
  })

  test('works out a ratio as it is typed, and shows its digits grouped when it is left', async () => {
    const { sent } = show(aQuarterlyReturn())
    await userEvent.type(box('Land filled, tonnes (NI 193)'), '153800')
    await userEvent.type(box('Collected, tonnes (NI 193)'), '321080')
    await userEvent.tab()
    await waitFor(() => expect(rowOf(/Municipal waste/).textContent).toContain('47.9%'))
    expect(box('Land filled, tonnes (NI 193)').value).toBe('153,800')
    await waitFor(() => expect(rowOf(/Municipal waste/).textContent).toContain('Saved 10:42'))
    expect(sent.flat().map(({ cell, value }) => `${cell} ${value}`)).toEqual([
      'indicators/ni-193/numerator 153800',
      'indicators/ni-193/denominator 321080',
    ])
  })

  test('that cannot be kept says why above its box, keeps what is typed, and is named first of all', async () => {
    const { sent } = show(aQuarterlyReturn({ cells: [anAnswer('indicators/ni-191/value', '296')] }))
    await userEvent.clear(box('This quarter (NI 191)'))
    await userEvent.type(box('This quarter (NI 191)'), '297kg')
    await userEvent.tab()
    const sentence = 'Use numbers only. Take out ‘kg’ and enter, for example, 297.'
    expect((await screen.findAllByText(sentence)).length).toBeGreaterThan(0)
    const described = box('This quarter (NI 191)').getAttribute('aria-describedby')
    expect(document.getElementById(described ?? '')?.textContent).toBe(sentence)
    expect(box('This quarter (NI 191)').value).toBe('297kg')
    expect(rowOf(/Residual household waste/).textContent).toContain('Not saved. 296 is kept from 10:42')
    expect(await screen.findByRole('heading', { name: 'One answer is not saved' })).toBeDefined()
    expect(sent).toEqual([])
  })

  test('off its target asks for cause, action, owner and date, and offers what came from last quarter', async () => {
    const before = {
      ...{
        commentary: null,
        cause: null,
        action: 'Bins for flats.',
        owner: 'Leila Hart',
        dueOn: '2010-01-29',
      },
    }
    const { store } = show(aQuarterlyReturn({ indicators: [anOwedIndicator({ before })] }))
    expect(screen.queryByRole('textbox', { name: 'Cause (NI 191)' })).toBeNull()
    await userEvent.type(box('This quarter (NI 191)'), '400')
    expect(box('Cause (NI 191)')).toBeDefined()
    expect(rowOf(/Residual/).textContent).toContain('Off target')
    await userEvent.click(screen.getByRole('button', { name: /Keep what came from quarter 1/ }))
    expect(box(/^Action .*from quarter 1/).value).toBe('Bins for flats.')
    expect(store.get('indicators/ni-191/due').text).toBe('2010-01-29')
    expect(screen.getByText(/^forecast \d+/)).toBeDefined()
  })

  test('without a figure may say why there is none', async () => {
    const { sent } = show(aQuarterlyReturn())
    await userEvent.click(screen.getByRole('button', { name: 'No figure? Say why for NI 191' }))
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Why there is no figure (NI 191)' }),
      'Awaiting data',
    )
    await waitFor(() =>
      expect(sent.flat()).toMatchObject([{ cell: 'indicators/ni-191/missing', value: 'awaiting_data' }]),
    )
    expect(box('Commentary (NI 191)')).toBeDefined()
  })

  test('starts its commentary from last quarter’s, which is said to be a copy until it is changed', async () => {
    const before = { commentary: 'Down to 150.', cause: null, action: null, owner: null, dueOn: null }
    show(aQuarterlyReturn({ indicators: [anOwedIndicator({ before })] }))
    await userEvent.type(box('This quarter (NI 191)'), '297')
    await userEvent.click(screen.getByRole('button', { name: 'Comment on NI 191' }))
    await userEvent.click(screen.getByRole('button', { name: /Start from last quarter’s words/ }))
    expect(screen.getByText('Word for word last quarter’s.')).toBeDefined()
    await userEvent.type(box('Commentary (NI 191)'), ' And on.')
    expect(screen.queryByText('Word for word last quarter’s.')).toBeNull()
  })

  test('that is not due says when it is', () => {
    show(aQuarterlyReturn({ indicators: [anOwedIndicator({ isDue: false, measure: 'annual' })] }))
    expect(screen.getByText('Not due this quarter. Next due quarter 4.')).toBeDefined()
    expect(rowOf(/Residual/).textContent).toContain('Nothing to do')
  })
})

describe('a figure out of the ordinary', () => {
  const swapped = [
    anAnswer('indicators/ni-193/numerator', '135800'),
    anAnswer('indicators/ni-193/denominator', '321080'),
  ]

  test('is saved and asked about, and the correction is taken with one press', async () => {
    const { store } = show(aQuarterlyReturn({ cells: swapped }))
    expect(rowOf(/^NI 193/).textContent).toContain('Saved 10:42. Please confirm')
    await userEvent.click(screen.getByRole('button', { name: 'Change it to 153,800 (NI 193)' }))
    expect(store.get('indicators/ni-193/numerator').text).toBe('153800')
  })

  test('is confirmed by a word for exactly these figures', async () => {
    const { store } = show(aQuarterlyReturn({ cells: swapped }))
    await userEvent.click(screen.getByRole('button', { name: 'It is right, and here is why (NI 193)' }))
    await userEvent.click(screen.getByRole('button', { name: 'Confirm the figure' }))
    expect(screen.getByText(/Say in a few words why/)).toBeDefined()
    await userEvent.type(box('Why the figure is right (NI 193)'), 'A weighbridge closed.{Enter}')
    expect(store.get('indicators/ni-193/confirmation').text).toBe('135800/321080 A weighbridge closed.')
    expect(await screen.findByText('Confirmed: A weighbridge closed.')).toBeDefined()
  })
})

describe('the keyboard', () => {
  test('goes down and up with Enter and arrows, and to the details and back', async () => {
    show(aQuarterlyReturn())
    box('This quarter (NI 191)').focus()
    await userEvent.keyboard('{Enter}')
    expect(document.activeElement).toBe(box('Land filled, tonnes (NI 193)'))
    await userEvent.keyboard('{ArrowUp}')
    expect(document.activeElement).toBe(box('This quarter (NI 191)'))
    await userEvent.keyboard('{ArrowDown}{Shift>}{Enter}{/Shift}')
    expect(document.activeElement).toBe(box('This quarter (NI 191)'))
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    const heading = await screen.findByRole('heading', { name: 'NI 191 details' })
    await waitFor(() => expect(document.activeElement).toBe(heading))
    await userEvent.keyboard('{Escape}')
    expect(document.activeElement).toBe(box('This quarter (NI 191)'))
  })

  test('a pasted column fills the boxes downwards, as one save', async () => {
    const { sent, store } = show(aQuarterlyReturn())
    box('This quarter (NI 191)').focus()
    await userEvent.paste('297\r\n153,800\t321,080\r\n99\r\n')
    expect(store.get('indicators/ni-193/denominator').text).toBe('321,080')
    await waitFor(() => expect(sent).toHaveLength(1))
    expect(sent[0]).toHaveLength(3)
    expect(screen.getByText('3 figures pasted. 1 figure had no box and was left out.')).toBeDefined()
  })
})

test('what waits for the network is said in its row, and what to do above the grid', async () => {
  const { goOffline } = show(aQuarterlyReturn())
  goOffline()
  await userEvent.type(box('This quarter (NI 191)'), '297')
  await userEvent.tab()
  await waitFor(() =>
    expect(rowOf(/Residual household waste/).textContent).toContain('Waiting to save, kept on this device'),
  )
  expect(await screen.findByText('Accord cannot be reached.')).toBeDefined()
})

test('what is read again from the server leaves alone what is being typed', async () => {
  const { store } = show(aQuarterlyReturn({ cells: [anAnswer('narrative/why', 'Rain')] }), 'narrative')
  await userEvent.type(box('Why'), ' and frost')
  act(() => store.accept([anAnswer('narrative/why', 'Snow', { version: 2, changedBy: 'Leila Hart' })]))
  expect(box('Why').value).toBe('Rain and frost')
})

test('narrative is counted in words against its room', async () => {
  show(aQuarterlyReturn({ cells: [anAnswer('narrative/whatHappened', 'Recycling rose again')] }), 'narrative')
  expect(screen.getByText('3 of 100 words.')).toBeDefined()
})

test('the dock says how far it is and who signs, and leads to the next answer that is missing', async () => {
  const { router } = show(aQuarterlyReturn(), 'narrative')
  expect(screen.getByText('0 of 2 answers here complete.')).toBeDefined()
  expect(screen.getByText(/Sign-off is by Elaine Marlow/)).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Save and go to the next incomplete section' }))
  expect(router.state.location.pathname).toMatch(/\/indicators$/)
  expect(router.state.location.hash).toBe('#indicators/ni-191/value')
})

test('an answer that a link names is opened, and takes focus', async () => {
  const cell = 'indicators/ni-193/commentary'
  show(aQuarterlyReturn(), 'indicators', `/#${cell}`)
  await waitFor(() => expect(document.activeElement?.id).toBe(cell))
})
