import type { Page } from '@playwright/test'
import { DASHBOARD } from '../fixtures/people.ts'
import { startOwnProduct } from '../fixtures/product.ts'
import { expect, faultsOf, loaded, sidewaysScroll, test } from '../fixtures/test.ts'

const BOARD = '/cycle?council=cherwell&quarter=2009-10-q2'

async function hasNoFaults(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
}

// One story, in order, on a database of its own: the quarter that others read here is published.
test.describe.configure({ mode: 'serial' })

const START_MILLISECONDS = 120_000
let own: Awaited<ReturnType<typeof startOwnProduct>> | undefined

test.beforeAll(async () => {
  test.setTimeout(START_MILLISECONDS)
  own = await startOwnProduct()
})

test.afterAll(async () => own?.end())

test('a performance officer chases, moves a date, accepts and publishes the quarter', async ({
  page,
  signInAs,
  quietConsole: _,
}) => {
  await signInAs('performance')
  await page.goto(BOARD)
  await loaded(page)
  const said = page.getByRole('status').filter({ hasText: /./ })

  await test.step('the board says how many returns are in, and whose are not', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^Quarter 2 2009\/10: \d+ of 17 returns are in$/,
    )
    await expect(page.getByRole('link', { name: 'Cycle' })).toHaveAttribute('aria-current', 'page')
    await expect(
      page.getByRole('table', { name: 'Returns of quarter 2 2009/10' }).getByRole('rowheader'),
    ).toHaveCount(17)
    await hasNoFaults(page)
  })

  await test.step('one that is outstanding is chased, and the board keeps the day', async () => {
    const row = page.getByRole('row', { name: /Waste Partnership/ })
    await row.getByRole('button', { name: /^Chase/ }).click()
    await expect(said).toContainText('Daniel Okafor')
    await expect(row).toContainText('Chased 19 Oct')
  })

  await test.step('dates are moved with a reason, and what they were is kept', async () => {
    await page.getByRole('link', { name: 'Move dates' }).click()
    await expect(page.getByRole('heading', { name: 'Move the dates of quarter 2 2009/10' })).toBeFocused()
    await page.getByRole('button', { name: 'Move the dates' }).click()
    await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('Say why')
    await hasNoFaults(page)
    await page.getByLabel('Closes on').fill('2009-10-30')
    await page.getByLabel('Why the dates move').fill('Half-term fell in the agreed week.')
    await page.getByRole('button', { name: 'Move the dates' }).click()
    await expect(said).toContainText('closes 30 October 2009')
    await page.getByText('The dates were moved once').click()
    await expect(page.getByText('Half-term fell in the agreed week.')).toBeVisible()
  })

  await test.step('one partnership gets more time', async () => {
    await page
      .getByRole('row', { name: /Waste Partnership/ })
      .getByRole('link', { name: /^More time/ })
      .click()
    await hasNoFaults(page)
    await page.getByLabel('Last day').fill('2009-11-06')
    await page.getByLabel('Why it needs more time').fill('The contractor’s figures are late.')
    await page.getByRole('button', { name: 'Give more time' }).click()
    await expect(said).toContainText('has until 6 November 2009')
  })

  await loaded(page)
  await page.goto(BOARD)
  await test.step('all that are to check are ticked and accepted', async () => {
    await page.getByRole('button', { name: /^Tick all/ }).click()
    await page.getByRole('button', { name: 'Accept ticked' }).click()
    await expect(said).toContainText(/^\d+ returns accepted\.$/)
  })

  await test.step('publishing says what is frozen and who is missing, and asks why', async () => {
    await page.getByRole('link', { name: 'Publish', exact: true }).click()
    await expect(page.getByText(/dashboard of this moment is kept as it is/)).toBeVisible()
    await hasNoFaults(page)
    await page.getByRole('button', { name: 'Publish' }).click()
    await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('without them')
    await page.getByLabel('Why it is published without them').fill('The Executive meets on Monday.')
    await page.getByRole('button', { name: 'Publish' }).click()
    await expect(said).toContainText('is published for Cherwell')
    await expect(
      page.getByRole('heading', { name: /^Published on 19 October 2009: nothing differs now/ }),
    ).toBeVisible()
    await hasNoFaults(page)
  })

  await test.step('a kind of reminder is switched off', async () => {
    await page.getByRole('link', { name: 'Reminders on and off' }).click()
    await page.getByRole('checkbox', { name: 'Every week while it is late' }).uncheck()
    await hasNoFaults(page)
    await page.getByRole('button', { name: 'Keep' }).click()
    await expect(said).toContainText('Switched off: 1.')
  })

  await test.step('nothing scrolls sideways on a phone', async () => {
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await sidewaysScroll(page)).toBe(0)
  })
})

test('a published figure is restated with a reason, and stands beside what was reported', async ({
  page,
  signInAs,
  quietConsole: _,
}) => {
  await signInAs('performance')
  await page.goto(BOARD)
  await page.getByRole('link', { name: 'Restate Safer Communities Partnership', exact: true }).click()
  await loaded(page)

  await test.step('it says what happens to what was published', async () => {
    await expect(page.getByText('What was published stays as it is.')).toBeVisible()
    await hasNoFaults(page)
  })

  const corrected = page.getByLabel('Corrected figure (NI 32)')
  await test.step('nothing changes without a figure and a reason', async () => {
    await corrected.fill('25%x')
    await page.getByRole('button', { name: 'Restate', exact: true }).click()
    const problem = page.getByRole('group', { name: 'There is a problem' })
    await expect(problem).toBeFocused()
    await expect(problem).toContainText('NI 32: Use numbers only.')
    await expect(problem).toContainText('Say why the figure changes')
    await hasNoFaults(page)
  })

  await test.step('by keyboard alone it is restated', async () => {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(corrected).toBeFocused()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('29')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Five incidents were recorded late.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: '1 figure restated' })).toBeFocused()
    await expect(page.getByText('now 29%')).toBeVisible()
    await hasNoFaults(page)
  })

  await test.step('the return shows both, with the reason', async () => {
    await page.getByRole('link', { name: 'Back to the return' }).click()
    await expect(page.getByRole('row', { name: /NI 32/ })).toContainText('24%Restated: now 29%')
    await expect(page.getByText('Five incidents were recorded late.')).toBeVisible()
    await hasNoFaults(page)
  })

  for (const place of [BOARD, DASHBOARD]) {
    await page.goto(place)
    await expect(page.getByRole('heading', { name: /^Published on .*: 1 figure differs now/ })).toBeVisible()
    const row = page
      .getByRole('table', { name: 'Figures that differ from what was published' })
      .getByRole('row', { name: /NI 32/ })
    await expect(row).toContainText('24%, on target')
    await expect(row).toContainText('29%, off target')
    await hasNoFaults(page)
  }
})

test('whoever was chased finds the message, and marks it as read', async ({
  page,
  signInAs,
  quietConsole: _,
}) => {
  await signInAs('lead')
  await page.goto('/')
  await loaded(page)
  await page.getByRole('button', { name: /Daniel Okafor/ }).click()
  await page.getByRole('link', { name: /^Messages, \d+ to read$/ }).click()
  await expect(page.getByRole('heading', { name: /return is .* late: .*Waste/ })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page
    .getByRole('button', { name: /^Mark as read/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Messages' })).toBeVisible()
})

test('whoever may not read the board is told so', async ({ page, signInAs }) => {
  await signInAs('lead')
  await page.goto(BOARD)
  await expect(page.getByRole('heading', { name: 'Your role does not open this page' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Cycle' })).toHaveCount(0)
})
