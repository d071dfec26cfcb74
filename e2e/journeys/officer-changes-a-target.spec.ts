import type { Page } from '@playwright/test'
import { PASSWORD, people } from '../fixtures/people.ts'
import { startOwnProduct } from '../fixtures/product.ts'
import { expect, faultsOf, loaded, sidewaysScroll, test } from '../fixtures/test.ts'

// One story in order: what is proposed is looked at, then decided by another person.
test.describe.configure({ mode: 'serial' })

const START_MILLISECONDS = 120_000
const PLACE = 'council=cherwell&quarter=2009-10-q2'

let own: Awaited<ReturnType<typeof startOwnProduct>> | undefined

test.beforeAll(async () => {
  test.setTimeout(START_MILLISECONDS)
  own = await startOwnProduct()
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

async function hasNoFaults(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
}

const problem = (page: Page) => page.getByRole('group', { name: 'There is a problem' })

/** The word for the state, in the heading of the change that is open. */
const headline = (page: Page) => page.getByRole('heading', { level: 1 })

async function approveAsAdministrator(page: Page): Promise<void> {
  const address = page.url()
  await signIn(page, 'administrator')
  await open(page, address)
  await page.getByRole('link', { name: 'Approve it' }).click()
  await expect(page.getByRole('heading', { name: 'Approve this change' })).toBeFocused()
  await hasNoFaults(page)
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(page.getByText('It is approved and in force.')).toBeVisible()
  await expect(headline(page)).toContainText('approved')
}

test('an officer tightens a tolerance, sees what it would do, and an administrator approves it', async ({
  page,
}) => {
  await signIn(page, 'performance')
  await open(page, `/indicators/ni-193?${PLACE}`)
  await page.getByRole('link', { name: 'Definition, tolerances and their changes' }).click()
  await page.getByRole('link', { name: 'Change its definition or tolerances' }).click()
  await expect(
    page.getByRole('heading', { name: /^Change the definition and tolerances of NI 193/ }),
  ).toBeFocused()
  await expect(page.getByText(/figures have been reported, so its unit/)).toBeVisible()

  await test.step('what cannot be is refused at its box', async () => {
    await page.getByRole('button', { name: 'Send for approval' }).click()
    await expect(problem(page)).toContainText('Say why')
    await hasNoFaults(page)
    await page.getByLabel('Near target within').fill('many')
    await page.getByLabel('Why', { exact: true }).fill('Councillors asked for a closer warning.')
    await page.getByRole('button', { name: 'Send for approval' }).click()
    await expect(problem(page)).toContainText('Use numbers only, for example 12.5.')
  })

  await test.step('past statuses follow what is typed', async () => {
    await page.getByLabel('Near target within').fill('0')
    await expect(page.getByText(/past statuses would change|would not change/)).toBeVisible()
    await page.getByText(/^All \d+ quarters$/).click()
    await expect(page.getByRole('table', { name: 'Every past quarter, newest first' })).toBeVisible()
    await hasNoFaults(page)
  })

  await test.step('it waits, and its proposer may not approve it', async () => {
    await page.getByRole('button', { name: 'Send for approval' }).click()
    await expect(headline(page)).toContainText('Definition and tolerances: waiting for approval')
    await expect(page.getByText('You proposed it: another person decides.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Approve it' })).toHaveCount(0)
    await hasNoFaults(page)
  })

  await approveAsAdministrator(page)
  await open(page, `/indicators/ni-193/change?${PLACE}`)
  await expect(page.getByRole('main')).toContainText('Within 0% of the target')
  await expect(page.getByRole('main')).toContainText(/Approved by Gareth Lunn/)
})

test('an officer changes a target and its profile, and the register of the indicator shows it', async ({
  page,
}) => {
  await signIn(page, 'performance')
  await open(page, `/indicators/ni-155/targets?${PLACE}`)
  await page.getByRole('link', { name: 'Change the targets' }).click()
  await expect(page.getByRole('heading', { name: 'Targets of NI 155 for 2009/10' })).toBeFocused()

  await test.step('the quarters are filled from the year’s target', async () => {
    await page.getByLabel('Year end').fill('150')
    await page.getByRole('button', { name: 'Fill the quarters evenly' }).click()
    for (const [quarter, value] of ['38', '75', '113', '150'].entries()) {
      await expect(page.getByLabel(`Quarter ${quarter + 1}`)).toHaveValue(value)
    }
    await page.getByRole('button', { name: 'Fill as last year built up' }).click()
    await expect(page.getByLabel('Quarter 2')).toHaveValue('77')
    await page.getByRole('button', { name: 'Fill the quarters evenly' }).click()
    await expect(page.getByText(/would change: .*Q2 2009\/10/)).toBeVisible()
    await hasNoFaults(page)
  })

  await test.step('it says who agreed it and why', async () => {
    await page.getByRole('button', { name: 'Send for approval' }).click()
    await expect(problem(page)).toContainText('Say who agreed it')
    await expect(problem(page)).toContainText('Enter the day it was agreed')
    await page.getByLabel('Agreed by').fill('Public Service Board')
    await page.getByLabel('Agreed on').fill('2009-10-05')
    await page.getByLabel('Why', { exact: true }).fill('Two sites were refused.')
    await page.getByRole('button', { name: 'Send for approval' }).click()
    await expect(headline(page)).toContainText('Targets of 2009/10: waiting for approval')
  })

  await approveAsAdministrator(page)
  await open(page, `/indicators/ni-155?${PLACE}`)
  const register = page.getByRole('table', { name: 'Changes to the targets of NI 155' })
  const row = register.getByRole('row', { name: /^Year end 2009\/10/ }).filter({ hasText: '150' })
  await expect(row).toContainText('210')
  await expect(row).toContainText('Public Service Board')
  await expect(row).toContainText('Two sites were refused.')
})

test('a change is declined with its reason', async ({ page }) => {
  await signIn(page, 'performance')
  await open(page, `/indicators/changes?${PLACE}`)
  await expect(headline(page)).toContainText('One change of an indicator waits for approval')
  await page.getByRole('link', { name: 'NI 192: Definition and tolerances' }).click()
  await expect(page.getByRole('main')).toContainText('past statuses would change')
  await page.getByRole('link', { name: 'Decline it' }).click()
  await page.getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(problem(page)).toContainText('Say why it is declined')
  await hasNoFaults(page)
  await page.getByLabel('Why it is declined').fill('Wait for the review.')
  await page.getByRole('button', { name: 'Decline', exact: true }).click()
  await expect(headline(page)).toContainText('declined')
  await open(page, `/indicators/changes?${PLACE}`)
  await expect(headline(page)).toContainText('No change of an indicator waits for approval')
  await expect(page.getByRole('main')).toContainText('Wait for the review.')
})

test('a baseline is renegotiated, and a new indicator is proposed', async ({ page }) => {
  await signIn(page, 'performance')
  await test.step('the baseline shows what it was and what became of it', async () => {
    await open(page, `/indicators/laa1-01/targets?${PLACE}&do=baseline`)
    await expect(page.getByRole('heading', { name: 'Renegotiate the baseline of LAA1-01' })).toBeFocused()
    await expect(page.getByRole('main')).toContainText('From 12.9 in 2005/06 to 12.4 in 2005/06.')
    await hasNoFaults(page)
    await page.getByLabel('Baseline', { exact: true }).fill('12.1')
    await page.getByLabel('Agreed by').fill('Public Service Board')
    await page.getByLabel('Agreed on').fill('2009-09-07')
    await page.getByLabel('Why', { exact: true }).fill('The population was revised.')
    await page.getByRole('button', { name: 'Send for approval' }).click()
    await expect(headline(page)).toContainText('Baseline: waiting for approval')
  })

  await test.step('a new indicator says what is missing', async () => {
    await open(page, `/indicators/new?${PLACE}`)
    await page.getByRole('button', { name: 'Send for approval' }).click()
    await expect(problem(page)).toContainText('Write its code')
    await hasNoFaults(page)
    await page.getByLabel('Code, such as NI 192').fill('LOC 7')
    await page.getByLabel('Title', { exact: true }).fill('Empty homes brought back into use')
    await page.getByLabel('Short title, for lists').fill('Empty homes back in use')
    await page.getByLabel('Unit, such as % or number').fill('number')
    await page.getByLabel('Why', { exact: true }).fill('The district wants to see it.')
    await page.getByRole('button', { name: 'Send for approval' }).click()
    await expect(headline(page)).toContainText('New indicator: waiting for approval')
    await hasNoFaults(page)
  })
})

test('an administrator sets up a framework, and designates up to the bound', async ({ page }) => {
  await signIn(page, 'administrator')
  await test.step('the agreement has its thirty-five, and no box for another', async () => {
    await open(page, `/frameworks/oxfordshire-laa-2008?${PLACE}&do=place`)
    await expect(headline(page)).toContainText('35 of 35 designated')
    await expect(page.getByText(/at most 35 designated targets/)).toBeVisible()
    await expect(page.getByLabel(/^A designated target/)).toBeDisabled()
    await hasNoFaults(page)
  })

  await test.step('one designation ends, and there is room', async () => {
    await page.getByRole('link', { name: 'Change the place of NI 7', exact: true }).click()
    // The form of before has such a box too, with nothing ticked in it.
    await expect(page.getByLabel(/^A designated target/)).toBeChecked()
    await page.getByLabel(/^A designated target/).uncheck()
    await page.getByLabel('Why', { exact: true }).fill('Its survey has ended.')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('It is saved: 34 of 35 designated.')).toBeVisible()
    await expect(headline(page)).toContainText('34 of 35 designated')
  })

  await test.step('a plan is set up, with outcomes and an indicator', async () => {
    await open(page, `/frameworks/new?${PLACE}`)
    await page.getByRole('button', { name: 'Set it up' }).click()
    await expect(problem(page)).toContainText('Write its title')
    await hasNoFaults(page)
    await page.getByLabel('Kind').selectOption('corporate plan')
    await page.getByLabel('Title', { exact: true }).fill('Cherwell’s plan')
    await page.getByLabel('Short title, for lists').fill('The plan')
    await page.getByLabel('From April of').fill('2009')
    await page.getByLabel('To March of').fill('2012')
    await page.getByLabel('Cherwell District Council').check()
    await page.getByLabel('Why', { exact: true }).fill('The Executive adopted it.')
    await page.getByRole('button', { name: 'Set it up' }).click()
    await expect(headline(page)).toContainText('Cherwell’s plan: 0 indicators, 0 designated')
    await page.getByRole('link', { name: 'Add or order outcomes' }).click()
    for (const [place, title] of ['Homes', 'Jobs'].entries()) {
      await page.getByRole('button', { name: 'Add an outcome' }).click()
      await page.getByLabel(`Outcome ${place + 1}`).fill(title)
    }
    await page.getByRole('button', { name: 'Down outcome 1' }).click()
    await expect(page.getByLabel('Outcome 1')).toHaveValue('Jobs')
    await page.getByLabel('Why', { exact: true }).fill('As adopted.')
    await hasNoFaults(page)
    await page.getByRole('button', { name: 'Save outcomes' }).click()
    await expect(page.getByText('The outcomes are saved.')).toBeVisible()
    await page.getByRole('link', { name: 'Place an indicator' }).click()
    await page.getByLabel(/^Code of an indicator/).fill('ni 155')
    await page.getByLabel('Outcome').selectOption({ label: 'Homes' })
    await page.getByLabel('Why', { exact: true }).fill('As adopted.')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(headline(page)).toContainText('1 indicator')
    await expect(page.getByRole('row', { name: /NI 155/ })).toBeVisible()
  })
})

test('the catalogue is searched, and up to four are compared', async ({ page }) => {
  await signIn(page, 'executive')
  await open(page, `/indicators?${PLACE}`)
  const rows = page.getByRole('table', { name: 'Indicators' }).getByRole('row')

  await test.step('the search puts the code first', async () => {
    await page.getByLabel('Code, words or partnership').fill('ni192')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(rows.nth(1)).toContainText('NI 192')
    await expect(page).toHaveURL(/search=ni192/)
  })

  await test.step('what nobody answers for says why', async () => {
    await open(page, `/indicators?${PLACE}&attention=orphaned`)
    const left = rows.filter({ hasText: 'NI 38' })
    await expect(left).toContainText('Orphaned: Its partnership, Oxfordshire Drug Action Team, has ended.')
    await expect(left).toContainText('Stale: No new figure since')
  })

  await test.step('four is the most, and the page says so', async () => {
    await open(page, `/indicators?${PLACE}&framework=oxfordshire-laa-2008`)
    for (const code of ['NI 151', 'NI 152', 'NI 154', 'NI 155']) {
      await page.getByLabel(`Compare ${code}, `).check()
    }
    await expect(page.getByText('Four chosen. Four is the most')).toBeVisible()
    await expect(page.getByLabel('Compare NI 157, ')).toBeDisabled()
    await hasNoFaults(page)
    await page.getByRole('link', { name: 'Compare them' }).click()
    await expect(headline(page)).toContainText('Four indicators compared')
    await loaded(page)
    await page.getByRole('link', { name: 'Take off NI 152' }).click()
    await expect(headline(page)).toContainText('Three indicators compared')
    await page.setViewportSize({ width: 390, height: 1000 })
    await expect.poll(() => sidewaysScroll(page)).toBeLessThanOrEqual(0)
    await hasNoFaults(page)
  })
})
