import { startOwnProduct } from '../fixtures/product.ts'
import { expect, faultsOf, loaded, sidewaysScroll, test } from '../fixtures/test.ts'

const BOARD = '/cycle?council=cherwell&quarter=2009-10-q3'
const START_MILLISECONDS = 120_000

// Quarter 3 can be opened from the day after it ended.
const NEW_YEAR = '2010-01-04'

let own: Awaited<ReturnType<typeof startOwnProduct>> | undefined

test.beforeAll(async () => {
  test.setTimeout(START_MILLISECONDS)
  own = await startOwnProduct({ today: NEW_YEAR })
})

test.afterAll(async () => own?.end())

test('a performance officer opens a quarter, sets and moves its dates, and gives one partnership more time', async ({
  page,
  signInAs,
}) => {
  await signInAs('performance')
  await page.goto(BOARD)
  await loaded(page)
  const said = page.getByRole('status').filter({ hasText: /./ })
  const problem = page.getByRole('group', { name: 'There is a problem' })

  await test.step('before it is open the board says so, and what can be done', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quarter 3 2009/10 has not been opened')
    await expect(page.getByText(/No return was made for this quarter yet/)).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('its dates are set before it opens', async () => {
    await page.getByRole('link', { name: 'Move dates' }).click()
    await page.getByLabel('Opens on').fill('2010-01-04')
    await page.getByLabel('Due on').fill('2010-01-02')
    await page.getByLabel('Why the dates move').fill('The Executive meets early.')
    await page.getByRole('button', { name: 'Move the dates' }).click()
    await expect(problem).toContainText('Returns cannot be due before they open.')
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('Due on').fill('2010-01-18')
    await page.getByRole('button', { name: 'Move the dates' }).click()
    await expect(said).toContainText('due 18 January 2010')
  })

  await test.step('it is opened, and every return is made', async () => {
    await page.getByRole('link', { name: 'Open quarter 3 2009/10' }).click()
    await expect(page.getByRole('heading', { name: 'Open quarter 3 2009/10' })).toBeFocused()
    await expect(page.getByText(/gets a return, due 18 January 2010/)).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Open quarter 3' }).click()
    await expect(said).toContainText(/^Quarter 3 2009\/10 is open: \d+ returns were made\.$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Quarter 3 2009/10: 0 of 17 returns are in',
    )
    await expect(
      page.getByRole('table', { name: 'Returns of quarter 3 2009/10' }).getByRole('row', { name: /Waste/ }),
    ).toContainText('Due 18 Jan')
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('dates that somebody else moved meanwhile are not moved unseen', async () => {
    await page.getByRole('link', { name: 'Move dates' }).click()
    const { version } = await (await page.request.get('/api/v1/quarters/2009-10-q3/cycle')).json()
    const moved = await page.request.put('/api/v1/quarters/2009-10-q3/dates', {
      headers: { 'if-match': `"${version}"` },
      data: { opensOn: '2010-01-04', dueOn: '2010-01-20', closesOn: '2010-01-27', reason: 'Snow.' },
    })
    expect(moved.ok()).toBe(true)
    await page.getByLabel('Due on').fill('2010-01-19')
    await page.getByLabel('Why the dates move').fill('Snow closed the offices.')
    await page.getByRole('button', { name: 'Move the dates' }).click()
    await expect(problem).toContainText('Somebody changed this since you opened it.')
    await expect(page.getByText(/due 20 January 2010/)).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('once they are seen they are moved, and the returns move with them', async () => {
    await page.getByLabel('Due on').fill('2010-01-22')
    await page.getByRole('button', { name: 'Move the dates' }).click()
    await expect(said).toContainText('due 22 January 2010')
    await expect(page.getByRole('row', { name: /Waste Partnership/ })).toContainText('Due 22 Jan')
  })

  await test.step('one partnership gets more time than the others', async () => {
    const row = page.getByRole('row', { name: /Waste Partnership/ })
    await row.getByRole('link', { name: /^More time/ }).click()
    await page.getByLabel('Last day').fill('2010-01-05')
    await page.getByLabel('Why it needs more time').fill('The weighbridge is snowed in.')
    await page.getByRole('button', { name: 'Give more time' }).click()
    await expect(problem).toContainText('Choose a day after')
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('Last day').fill('2010-02-12')
    await page.getByRole('button', { name: 'Give more time' }).click()
    await expect(said).toContainText('Waste Partnership has until 12 February 2010')
    await expect(row).toContainText('More time: until 12 Feb')
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('nothing scrolls sideways on a phone', async () => {
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await sidewaysScroll(page)).toBe(0)
  })
})
