import type { Dashboard } from '@accord/api-client'
import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aDashboard, aDashboardIndicator, aRating, aTally } from '#testing/builders.ts'
import { renderPage } from '#testing/render-page.tsx'
import { DashboardView } from './dashboard-view.tsx'

const off = aRating({ status: 'off_target', gap: '32% below target' })

function panelOf(button: HTMLElement): HTMLElement {
  const panel = document.getElementById(button.getAttribute('popovertarget') ?? '')
  if (panel === null) throw new Error('There is no explanation.')
  return panel
}

/** jsdom opens no popover: the event a browser sends first is made here. */
function open(panel: HTMLElement): void {
  fireEvent(panel, Object.assign(new Event('beforetoggle'), { newState: 'open', oldState: 'closed' }))
}

function show(dashboard: Dashboard, options: Partial<Parameters<typeof DashboardView>[0]> = {}) {
  return renderPage(
    <DashboardView
      dashboard={dashboard}
      status={null}
      ownPortfolio={null}
      quarterSwitcher={null}
      {...options}
    />,
  )
}

function withOneOff(): Dashboard {
  const homes = aDashboardIndicator({
    id: 'ni-155',
    code: 'NI 155',
    title: 'Affordable homes',
    unit: 'number',
    decimals: 0,
    value: '71',
    target: { value: '105' },
    now: off,
  })
  const tally = aTally({ offTarget: 1, nearTarget: 1 })
  return aDashboard({
    now: { ...tally, change: null },
    attention: { offNow: ['ni-155'], forecastOff: [], notReported: [] },
    outcomes: [{ id: 'economy', title: 'Economy', tally, indicators: [homes, aDashboardIndicator()] }],
  })
}

test('the finding is the heading of the page', () => {
  show(aDashboard())
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('No rated indicator is off target')
})

test('what needs attention shows its gap, its run and why', () => {
  show(withOneOff())
  const table = screen.getByRole('table', { name: /off target now/ })
  const row = within(table).getByRole('row', { name: /Affordable homes/ })
  expect(row.textContent).toContain('32% below target')
  expect(row.textContent).toContain('new this quarter')
  const why = panelOf(within(row).getByRole('button', { name: 'Off target, NI 155 now: why' }))
  expect(why.textContent).toBe('')
  open(why)
  expect(why.textContent).toBe(
    '71 is 32% below the target of 105. Amber reaches to 94.5. On target needs 105.',
  )
})

test('with nothing off target the section says so and has no table', () => {
  show(aDashboard())
  expect(screen.getByRole('heading', { name: 'Nothing is off target now or forecast to be' })).toBeDefined()
  expect(screen.queryByRole('table', { name: /off target now/ })).toBeNull()
})

test('a status in the address shows only its indicators, each view linked', () => {
  show(withOneOff(), { status: 'off_target' })
  const everything = screen.getByRole('region', { name: 'All 2 indicators, by outcome' })
  expect(within(everything).queryByText('Household waste recycled')).toBeNull()
  expect(within(everything).getByText('Affordable homes')).toBeDefined()
  const filter = within(everything).getByRole('link', { name: '1 off target' })
  expect(filter.getAttribute('aria-current')).toBe('true')
  expect(filter.getAttribute('href')).toBe('/councils/cherwell/quarters/2009-10-q2?status=off_target')
})

test('a council without reward, returns or significant partnerships is told so, not shown zeros', () => {
  show(aDashboard({ partnerships: [] }))
  expect(screen.getByText(/No agreement with reward/)).toBeDefined()
  expect(screen.getByText('No returns are expected in this quarter.')).toBeDefined()
  expect(screen.getByRole('heading', { name: 'No significant partnerships' })).toBeDefined()
})

test('a first quarter has nothing to be compared with and says so', () => {
  show(aDashboard({ previousQuarter: null, now: { ...aTally({ nearTarget: 1 }), change: null } }))
  expect(screen.getAllByText('There is no earlier quarter to compare with.')).toHaveLength(2)
})

test('a portfolio holder can see only their own, and the whole council again', () => {
  const own = { id: 'housing', title: 'Housing' }
  show(aDashboard(), { ownPortfolio: own })
  expect(screen.getByRole('link', { name: 'My portfolio only' }).getAttribute('href')).toContain(
    'portfolio=housing',
  )
})

test('within a portfolio the way back to the whole council is offered', () => {
  show(aDashboard({ portfolio: { id: 'housing', title: 'Housing', holder: 'Cllr Ashby' } }))
  expect(screen.getByRole('link', { name: 'Whole council' }).getAttribute('href')).toBe(
    '/councils/cherwell/quarters/2009-10-q2',
  )
})

test('not rated comes with its reason, and an unframed quarter still shows', () => {
  const waiting = aDashboardIndicator({
    value: null,
    now: aRating({ status: 'not_rated', reason: 'awaiting_data', gap: null }),
  })
  const tally = aTally({ notRated: 1 })
  show(
    aDashboard({
      framework: null,
      frameworks: [],
      now: { ...tally, change: null },
      outcomes: [{ id: 'environment', title: 'Environment', tally, indicators: [waiting] }],
    }),
  )
  expect(screen.getByText('Awaiting data')).toBeDefined()
})
