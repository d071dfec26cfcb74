import type { CatalogueIndicator, IndicatorPage } from '@accord/api-client'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { useListSearch } from '#lib/list-search.ts'
import { renderPage } from '#testing/render-page.tsx'
import { IndicatorList } from './indicator-list.tsx'

const indicator = (number: number, more: Partial<CatalogueIndicator> = {}): CatalogueIndicator => ({
  ...{ id: `ni-${number}`, code: `NI ${number}`, title: `Indicator ${number}`, unit: '%', decimals: 1 },
  ...{ polarity: 'higher', measure: 'snapshot', frequency: 'quarterly', isDesignated: true },
  ...{ framework: { id: 'plan', name: 'The plan', shortName: 'Plan' }, outcome: 'Homes', owner: null },
  ...{ quarter: '2009-10-q2', value: '46.1', state: 'final', target: { value: '48' }, leadOfficer: null },
  now: { status: 'near_target', reason: null, gap: '4.0% below target', why: 'It is 4.0% below.' },
  ...{ orphaned: null, stale: null, ...more },
})

const pageOf = (items: CatalogueIndicator[]): IndicatorPage => ({
  ...{ items, page: 1, pageSize: 20, total: items.length },
})

function List({ page }: { page: IndicatorPage }) {
  const list = useListSearch()
  const place = { council: 'cherwell', quarter: '2009-10-q2' }
  return <IndicatorList {...{ page, list, place, filters: {}, clearHref: '/indicators', isFiltered: true }} />
}

test('four are chosen at most, and the page says so in words', async () => {
  const user = userEvent.setup()
  renderPage(<List page={pageOf([1, 2, 3, 4, 5].map((number) => indicator(number)))} />, {
    at: '/indicators',
  })
  for (const number of [1, 2, 3, 4]) await user.click(screen.getByLabelText(`Compare NI ${number}, Plan`))
  expect(screen.getByText(/^Four chosen\. Four is the most/).textContent).not.toBe('')
  expect(screen.getByLabelText('Compare NI 5, Plan').hasAttribute('disabled')).toBe(true)
  expect(screen.getByRole('link', { name: 'Compare them' }).getAttribute('href')).toBe(
    '/indicators/compare?council=cherwell&quarter=2009-10-q2&ids=ni-1%2Cni-2%2Cni-3%2Cni-4',
  )
})

test('says why an indicator is orphaned and since when it is stale', () => {
  const left = indicator(38, { orphaned: 'Its partnership has ended.', stale: 'No new figure since 2007.' })
  renderPage(<List page={pageOf([left])} />, { at: '/indicators?search=drugs' })
  expect(screen.getByText(/: Its partnership has ended\./).textContent).not.toBe('')
  expect(screen.getByText(/: No new figure since 2007\./).textContent).not.toBe('')
  expect(screen.getByText('1 indicator matches ‘drugs’').textContent).not.toBe('')
})

test('an empty list says so, and how to clear its filters', () => {
  renderPage(<List page={pageOf([])} />, { at: '/indicators?search=nothing' })
  expect(screen.getByText(/No indicator matches\./).textContent).not.toBe('')
  expect(screen.getByRole('link', { name: 'Clear filters' }).getAttribute('href')).toBe('/indicators')
})
