import { DASHBOARD } from '../fixtures/people.ts'
import { expect, loaded, test } from '../fixtures/test.ts'

test('an Executive member signs in and sees in a minute where the quarter stands', async ({
  page,
  quietConsole: _,
}) => {
  await test.step('signs in as one of the people of the demonstration', async () => {
    await page.goto('/sign-in')
    await page.getByRole('button', { name: /Cllr Helen Marsden/ }).click()
    await expect(page).toHaveURL(DASHBOARD)
    await expect(page).toHaveTitle(/Quarter 2 2009\/10 dashboard/)
  })

  await test.step('reads the finding as a sentence', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Six of 31 rated indicators are off target, two more than last quarter',
    )
    await expect(page.getByText('35 indicators, 31 rated; 4 not rated')).toBeVisible()
    await expect(page.getByText('Demonstration data')).toBeVisible()
  })

  await test.step('sees now, year end, reward and returns, each with its count', async () => {
    const main = page.getByRole('main')
    for (const text of ['£6.35m', '£3.64m', '£5.69m', '£0.32m', 'In, on time', '3 days overdue']) {
      await expect(main).toContainText(text)
    }
    await expect(page.getByRole('heading', { name: /^Now/ })).toBeVisible()
    await expect(page.getByRole('heading', { name: /^Year end/ })).toBeVisible()
  })

  await test.step('asks why a figure is red, and is told without leaving the page', async () => {
    const attention = page.getByRole('table', { name: /off target now or forecast/ })
    await attention.getByRole('button', { name: /NI 155 now: why/ }).click()
    const why = page.getByText(
      '71 is 32% below the target of 105. Amber reaches to 94.5. On target needs 105.',
    )
    await expect(why.filter({ visible: true })).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(why.filter({ visible: true })).toHaveCount(0)
  })

  await test.step('sees cause, action, owner and date in the words of the partnership', async () => {
    const row = page.getByRole('row', { name: /^NI 155/ })
    await expect(row).toContainText('Developers halted work on two sites')
    await expect(row).toContainText('Martin Sayle, by 13 Nov 2009')
  })

  await test.step('sees what changed, and the 17 significant partnerships with their value for money', async () => {
    await expect(
      page.getByRole('heading', { name: 'What changed since quarter 1: four worse, three better' }),
    ).toBeVisible()
    await expect(
      page.getByRole('heading', {
        name: '17 significant partnerships: two high performers, three rated fair',
      }),
    ).toBeVisible()
  })

  await test.step('opens an indicator, its table, and the partnership that answers for it', async () => {
    await page
      .getByRole('link', { name: /Household waste sent for reuse/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('46.1%')
    await page.getByRole('tab', { name: 'Table' }).click()
    await expect(
      page
        .getByRole('table', { name: 'NI 192, every quarter' })
        .getByRole('row', { name: /^Quarter 2 2009\/10/ }),
    ).toContainText('46.1%')
    await page.getByRole('link', { name: 'Waste Partnership' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Waste')
    await expect(page.getByRole('main')).toContainText('Excellent')
  })
})

test('the quarter and the council are in the address, so a link opens the same view', async ({
  page,
  signInAs,
}) => {
  await signInAs('executive')
  await page.goto(DASHBOARD)
  await page.getByRole('link', { name: /Previous/ }).click()
  await expect(page).toHaveURL('/councils/cherwell/quarters/2009-10-q1')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /Four of 31 rated indicators are off target/,
  )
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Four of 31/)
  await page.getByRole('button', { name: 'Cherwell District Council' }).click()
  await page.getByRole('link', { name: /West Oxfordshire/ }).click()
  await expect(page).toHaveURL('/councils/west-oxfordshire/quarters/2009-10-q1')
  await page.goBack()
  await expect(page).toHaveURL('/councils/cherwell/quarters/2009-10-q1')
})

test('a portfolio holder narrows the dashboard to their portfolio and back', async ({ page, signInAs }) => {
  await signInAs('portfolio')
  await page.goto(DASHBOARD)
  await page.getByRole('link', { name: 'My portfolio only' }).click()
  await expect(page).toHaveURL(/\?portfolio=/)
  await expect(page.getByRole('main')).not.toContainText('35 indicators, 31 rated')
  await expect(page.getByRole('row', { name: /^Waste Partnership/ })).toBeVisible()
  await page.getByRole('link', { name: /whole council/i }).click()
  await expect(page.getByRole('main')).toContainText('35 indicators, 31 rated')
})

test('a filter of the indicators is kept in the address', async ({ page, signInAs }) => {
  await signInAs('executive')
  await page.goto(DASHBOARD)
  const everything = page.getByRole('region', { name: 'All 35 indicators, by outcome' })
  await everything.getByRole('link', { name: /6 off target/ }).click()
  await expect(page).toHaveURL(/status=off_target/)
  await page.reload()
  await loaded(page)
  await expect(page.getByRole('main')).toContainText('Access to services by public transport')
  await expect(page.getByRole('link', { name: /Overall employment rate/ })).toHaveCount(0)
})

test('the lists are filtered by address, sorted by heading and taken away as CSV', async ({
  page,
  signInAs,
}) => {
  await signInAs('scrutiny')
  await page.goto('/partnerships?council=cherwell&quarter=2009-10-q2&rating=fair')
  await expect(page.getByRole('row')).toHaveCount(4)
  await page.goto('/partnerships?council=cherwell&quarter=2009-10-q2')
  await expect(page.getByRole('row')).toHaveCount(63)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /CSV/ }).click(),
  ])
  expect(download.suggestedFilename()).toBe('partnerships.csv')
})
