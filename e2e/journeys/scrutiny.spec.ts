import type { Page } from '@playwright/test'
import { fillIn, readReturn } from '../fixtures/filing.ts'
import { PASSWORD, people } from '../fixtures/people.ts'
import { startOwnProduct } from '../fixtures/product.ts'
import { expect, faultsOf, loaded, sidewaysScroll, test } from '../fixtures/test.ts'

// One story in order: what is asked is answered, and what is recommended is responded to.
test.describe.configure({ mode: 'serial' })

const START_MILLISECONDS = 120_000
const NEW_YEAR = '2010-01-04'
const QUARTER = '2009-10-q3'
const HOMELESSNESS = 'cherwell-homelessness-strategy-partnership'
const PLACE = 'council=cherwell&quarter=2009-10-q2'
const ASKED = 'How many families are in bed and breakfast over Christmas?'
const ANSWER = 'Four families, none for longer than two weeks.'

let own: Awaited<ReturnType<typeof startOwnProduct>> | undefined

test.beforeAll(async () => {
  test.setTimeout(START_MILLISECONDS)
  own = await startOwnProduct({ today: NEW_YEAR })
})

test.afterAll(async () => own?.end())

async function signIn(page: Page, person: keyof typeof people): Promise<void> {
  const data = { email: people[person], password: PASSWORD }
  expect((await page.request.post('/api/v1/session', { data })).ok()).toBe(true)
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await loaded(page)
}

const partnership = (slug: string) => `/partnerships/${slug}?${PLACE}`
const followed = (page: Page) =>
  page.getByRole('table', { name: 'Questions and recommendations with responses' })
const said = (page: Page) => page.getByRole('status').filter({ hasText: /./ })

async function hasNoFaults(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
}

test('a scrutiny member asks, and the lead’s next return has to answer', async ({ page }) => {
  await signIn(page, 'performance')
  expect((await page.request.post(`/api/v1/quarters/${QUARTER}/opening`)).ok()).toBe(true)

  await test.step('the question is recorded, and says which return answers it', async () => {
    await signIn(page, 'scrutiny')
    await open(page, partnership(HOMELESSNESS))
    await expect(page.getByText(/required answer in quarter 3 2009\/10, due 15 January 2010/)).toBeVisible()
    await page.getByRole('button', { name: 'Record question' }).click()
    await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('Write the question')
    await hasNoFaults(page)
    await page.getByLabel('Record a question for the next return').fill(ASKED)
    await page.getByRole('button', { name: 'Record question' }).click()
    await expect(said(page)).toContainText(
      'Question 1 is recorded. Quarter 3 2009/10’s return has to answer it.',
    )
    await expect(followed(page).getByRole('row', { name: ASKED })).toContainText('Open')
    await hasNoFaults(page)
  })

  await test.step('the lead is told, and finds it among what is still to answer', async () => {
    await signIn(page, 'homelessnessLead')
    await open(page, '/notifications')
    await expect(page.getByRole('main')).toContainText(ASKED)
    const { id } = await readReturn(page.request, { quarter: QUARTER, partnership: HOMELESSNESS })
    await open(page, `/returns/${id}/questions`)
    await expect(page.getByRole('heading', { name: ASKED })).toBeVisible()
    await page.getByRole('textbox', { name: /^Answer/ }).fill(ANSWER)
    await page.getByRole('textbox', { name: /^Answer/ }).press('Tab')
    await expect(page.getByRole('article').first()).toContainText(/Saved/)
  })

  await test.step('the return is signed off', async () => {
    const asked = { quarter: QUARTER, partnership: HOMELESSNESS }
    const filled = await fillIn(page.request, asked)
    const move = async (action: string, version: number) => {
      const headers = { 'if-match': `"${version}"` }
      return page.request.post(`/api/v1/returns/${filled.id}/${action}`, { headers, data: {} })
    }
    const sent = await move('send-for-sign-off', filled.version)
    expect(sent.ok(), await sent.text()).toBe(true)
    await signIn(page, 'homelessnessChair')
    const signed = await move('sign-off', (await sent.json()).version)
    expect(signed.ok(), await signed.text()).toBe(true)
  })

  await test.step('the asker reads the answer, asks again, and closes it', async () => {
    await signIn(page, 'scrutiny')
    await open(page, partnership(HOMELESSNESS))
    const row = followed(page).getByRole('row', { name: ASKED })
    await expect(row).toContainText('Answered')
    await expect(row).toContainText(ANSWER)
    await row.getByRole('link', { name: 'Ask again question 1' }).click()
    await expect(page.getByLabel('Record a question for the next return')).toHaveValue(/^Asked again: /)
    await hasNoFaults(page)
    await row.getByRole('button', { name: 'Close question 1' }).click()
    await expect(said(page)).toContainText('Question 1 is closed.')
    await expect(row).toContainText('Closed 4 January 2010 by Cllr Ruth Pemberton')
  })
})

test('scrutiny recommends, the Executive accepts in part with an action, and scrutiny closes it', async ({
  page,
}) => {
  const recommended = 'Offer every family a named adviser within a week.'
  const row = followed(page).getByRole('row', { name: recommended })

  await test.step('scrutiny makes the recommendation', async () => {
    await signIn(page, 'scrutiny')
    await open(page, partnership(HOMELESSNESS))
    await page.getByRole('link', { name: 'Make a recommendation' }).click()
    await expect(page.getByRole('heading', { name: /^Make a recommendation about/ })).toBeFocused()
    await page.getByRole('button', { name: 'Make the recommendation' }).click()
    await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('Write what is')
    await hasNoFaults(page)
    await page.getByLabel('What is recommended').fill(recommended)
    await page.getByLabel('Look again on (optional)').fill('2010-03-16')
    await page.getByRole('button', { name: 'Make the recommendation' }).click()
    await expect(said(page)).toContainText('Recommendation 1 is made.')
    await expect(row).toContainText('Awaiting response')
  })

  await test.step('an Executive member accepts it in part, with a reason, an action and a date', async () => {
    await signIn(page, 'executive')
    await open(page, '/scrutiny?council=cherwell')
    await page.getByRole('link', { name: /^Respond recommendation 1 of Cherwell Homelessness/ }).click()
    await expect(page.getByRole('heading', { name: 'Respond to recommendation 1' })).toBeFocused()
    await page.getByLabel('The Executive’s response').selectOption({ label: 'Accept in part' })
    await page.getByLabel('Open an action for the partnership').check()
    await page.getByRole('button', { name: 'Record the response' }).click()
    const problem = page.getByRole('group', { name: 'There is a problem' })
    await expect(problem).toContainText('Say why it is not accepted as it stands')
    await hasNoFaults(page)
    await page.getByLabel('Why', { exact: true }).fill('Within two weeks until a post is filled.')
    await page.getByLabel('Follow-up date (optional)').fill('2010-02-23')
    await page.getByLabel('Outcome it serves').fill('Fewer evictions')
    await page.getByLabel('Action', { exact: true }).fill('Name an adviser for each family')
    await page.getByLabel('Measure of success').fill('All families have one')
    await page.getByLabel('Owner').selectOption({ label: 'Ian Brackley' })
    await page.getByLabel('By', { exact: true }).fill('2010-02-12')
    await page.getByRole('button', { name: 'Record the response' }).click()
    await expect(said(page)).toContainText('Recommendation 1 is accepted in part.')
    await expect(row).toContainText('Within two weeks until a post is filled.')
    await expect(row).toContainText('Name an adviser for each family, Ian Brackley, by 12 February 2010')
    await hasNoFaults(page)
  })

  await test.step('scrutiny records what came of it, and closes it', async () => {
    await signIn(page, 'scrutiny')
    await open(page, partnership(HOMELESSNESS))
    await row.getByRole('link', { name: 'Record the outcome and close recommendation 1' }).click()
    await page.getByRole('button', { name: 'Record and close' }).click()
    await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('Say what came of it')
    await hasNoFaults(page)
    await page.getByLabel('What came of it').fill('Every family has an adviser.')
    await page.getByRole('button', { name: 'Record and close' }).click()
    await expect(said(page)).toContainText('Recommendation 1 is closed.')
    await expect(row).toContainText('Outcome: Every family has an adviser.')
  })
})

test('an Executive member goes from the dashboard to last quarter’s answers, and asks', async ({ page }) => {
  await signIn(page, 'executive')
  await open(page, '/councils/cherwell/quarters/2009-10-q2')
  await page.getByRole('link', { name: 'Ask for a report next quarter on NI 155' }).click()
  const box = page.getByLabel('Record a question for the next return')
  await expect(box).toBeFocused()
  await expect(page.getByRole('heading', { name: 'What was answered in quarter 2 2009/10' })).toBeVisible()
  await expect(page.getByText('Forty-six homes on two sites.').first()).toBeVisible()
  await hasNoFaults(page)
  await box.fill('Report on the two stalled sites.')
  await page.getByRole('button', { name: 'Record question' }).click()
  await expect(said(page)).toContainText('Question 2 is recorded.')
})

test('the work programme is kept: an item is added, begun, and reported with what was found', async ({
  page,
}) => {
  await signIn(page, 'scrutiny')
  await open(page, '/scrutiny?council=cherwell')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/recommendations are overdue$/)
  await hasNoFaults(page)
  await page.getByRole('link', { name: 'Add to the work programme' }).click()
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('Write what it is')
  await hasNoFaults(page)
  await page.getByLabel('What', { exact: true }).fill('Winter shelters')
  await page.getByLabel('What it is to find out').fill('Who opens them, and when')
  await page.getByLabel('Planned for').fill('2010-02-23')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(said(page)).toContainText('Winter shelters is on the work programme.')
  const row = page
    .getByRole('table', { name: 'Work programme by meeting date' })
    .getByRole('row', { name: /Winter shelters/ })
  await row.getByRole('link', { name: 'Move on Winter shelters' }).click()
  await page.getByRole('button', { name: 'Move on' }).click()
  await expect(row).toContainText('Under way')
  await row.getByRole('link', { name: 'Move on Winter shelters' }).click()
  await page.getByLabel('What was found').fill('Three churches open in turn.')
  await hasNoFaults(page)
  await page.getByRole('button', { name: 'Move on' }).click()
  await expect(row).toContainText('Three churches open in turn.')
})

test('filters stand in the address, an empty list says so, and no width scrolls sideways', async ({
  page,
}) => {
  await signIn(page, 'scrutiny')
  await open(page, '/scrutiny?council=cherwell')
  await page.getByLabel('State').selectOption({ label: 'Overdue or late' })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/state=overdue/)
  await open(page, '/scrutiny?council=cherwell&partnership=environment-forum')
  await expect(page.getByText('No question or recommendation is like this.')).toBeVisible()
  await hasNoFaults(page)
  for (const path of ['/scrutiny?council=cherwell', partnership('cherwell-rural-transport-partnership')]) {
    await open(page, path)
    for (const width of [1440, 834, 390, 320]) {
      await page.setViewportSize({ width, height: 1000 })
      await expect.poll(() => sidewaysScroll(page), `${path} at ${width}`).toBeLessThanOrEqual(0)
      if (width === 390) await hasNoFaults(page)
    }
  }
})

test('a lead reads what is open to them, and is told what is withheld', async ({ page }) => {
  await signIn(page, 'lead')
  await open(page, partnership('cherwell-rural-transport-partnership'))
  await expect(page.getByText('1 interview note withheld: exempt, paragraph 3.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Record question' })).toHaveCount(0)
  await open(page, '/scrutiny?council=cherwell')
  await expect(page.getByText('1 item of the work programme withheld: exempt, paragraph 3.')).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(/confidential|the future of the town centres/i)
  await hasNoFaults(page)
})
