import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderPage } from '#testing/render-page.tsx'
import { aValueForMoney } from '#testing/value-builders.ts'
import { PartnershipValueView } from './partnership-value-view.tsx'
import type { Criterion, PartnershipValue } from './value-types.ts'

const place = { council: 'cherwell', quarter: null }
const show = (value: PartnershipValue) => renderPage(<PartnershipValueView value={value} place={place} />)

const criterion: Criterion = {
  ...{
    id: 'economy',
    title: 'Economy: what it costs',
    question: 'What goes in?',
    judgement: 'Dear.',
    median: 3,
  },
  rating: { rating: 2, word: 'Fair' },
  highPerformers: [{ letter: 'W', name: 'Waste', rating: 4 }],
  evidence: [
    {
      ...{ id: '1', title: 'Finance note', note: 'In confidence.', url: null, file: null, indicator: null },
      ...{
        access: 'exempt',
        paragraph: 3,
        marking: 'Exempt, paragraph 3',
        addedBy: 'A',
        addedOn: '2009-09-14',
      },
    },
  ],
  withheld: '1 item of evidence withheld: exempt, paragraph 1.',
}

test('the first question is answered and signed, and cost and saving are told in one sentence', () => {
  show(aValueForMoney())
  expect(screen.getByText('Not yet.')).toBeDefined()
  expect(
    screen.getByText(/^Judged by Philippa Dane, Head of Improvement, 14 September 2009; moderated by Tom/),
  ).toBeDefined()
  expect(
    screen.getByRole('img', { name: /This partnership: £111,806 cost, £39,500 saved, 35p for each £1/ }),
  ).toBeDefined()
})

test('a criterion says where it stands, marks what is exempt and says what is withheld', () => {
  show(aValueForMoney({ criteria: [criterion] }))
  const row = screen.getByRole('row', { name: /Economy/ })
  expect(
    within(row).getByRole('img', {
      name: 'Economy: what it costs: this partnership Fair, median Good, Waste Excellent',
    }),
  ).toBeDefined()
  expect(within(row).getByText('Exempt, paragraph 3')).toBeDefined()
  expect(within(row).getByText(/withheld: exempt, paragraph 1/)).toBeDefined()
})

test('what is not assessed has no axis and no empty table of criteria', () => {
  show(aValueForMoney({ assessment: null, rating: null, history: [], criteria: [criterion] }))
  expect(screen.getByText('It has not been assessed for 2008/09.')).toBeDefined()
  expect(screen.queryByRole('img')).toBeNull()
  expect(screen.queryByRole('table', { name: /Criteria/ })).toBeNull()
})

test('a disagreement is pointed out, and a draft is said to be one', () => {
  const { assessment } = aValueForMoney()
  show(
    aValueForMoney({
      disagreements: ['Rated good, but poor on liaison.'],
      assessment: assessment === null ? null : { ...assessment, state: 'draft' },
      allowedActions: ['edit'],
    }),
  )
  expect(screen.getByText('Rated good, but poor on liaison.')).toBeDefined()
  expect(screen.getByText(/other readers do not see it until it is agreed/)).toBeDefined()
  expect(screen.getByRole('link', { name: 'Open the assessment' })).toBeDefined()
})

test('sources of funding share a line, beside the median of all funding', () => {
  const funding = { kind: 'funding' as const, hours: null, rate: null }
  show(
    aValueForMoney({
      investments: [
        { ...funding, title: 'Cherwell', cost: 3_800_000 },
        { ...funding, title: 'County', cost: 3_000_000 },
      ],
    }),
  )
  const row = screen.getByRole('row', { name: /^Funding: Cherwell £38,000, County £30,000/ })
  expect(within(row).getByText('£68,000')).toBeDefined()
  expect(within(row).getByText('£44,536')).toBeDefined()
})
