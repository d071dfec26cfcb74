import type { Page } from '@playwright/test'
import { seriesFile } from '../../apps/api/src/modules/imports/series-file.fixture.ts'
import { startOwnProduct } from '../fixtures/product.ts'
import { expect, faultsOf, loaded, sidewaysScroll, test } from '../fixtures/test.ts'

// On a database of its own: the quarters and councils it adds would show in other journeys.
test.describe.configure({ mode: 'serial' })

const START_MILLISECONDS = 120_000

let own: Awaited<ReturnType<typeof startOwnProduct>> | undefined

test.beforeAll(async () => {
  test.setTimeout(START_MILLISECONDS)
  own = await startOwnProduct()
})

test.afterAll(async () => own?.end())

const file = seriesFile()

async function hasNoFaults(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
}

async function neverScrollsSideways(page: Page): Promise<void> {
  for (const width of [834, 390, 320, 1440]) {
    await page.setViewportSize({ width, height: 1000 })
    await expect.poll(() => sidewaysScroll(page), `at ${width}`).toBeLessThanOrEqual(0)
  }
}

async function choose(page: Page, text: string, name: string): Promise<void> {
  const buffer = Buffer.from(text)
  await page
    .getByLabel('A CSV or Excel file (.csv or .xlsx)')
    .setInputFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Read the file' }).click()
}

test('a performance officer imports a published series and sees 32 councils', async ({ page, signInAs }) => {
  await signInAs('performance')
  await page.goto('/indicators')
  await loaded(page)
  await page.getByRole('link', { name: 'Import figures' }).click()
  await loaded(page)

  await test.step('a file that cannot be read says why, at its box', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing has been imported yet')
    await hasNoFaults(page)
    await choose(page, 'indicator,value\n"open', 'broken.csv')
    await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('quotation mark')
    await hasNoFaults(page)
    await neverScrollsSideways(page)
  })

  await test.step('the columns are proposed from its headings', async () => {
    await choose(page, file.text, 'crisis-grants.csv')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      '669 rows are read: say what the columns are',
    )
    await expect(page.getByLabel('Organisation')).toHaveValue('1')
    await expect(page.getByLabel('Title of the new framework')).toHaveValue('Crisis grants')
    await hasNoFaults(page)
    await neverScrollsSideways(page)
    await page.getByLabel('Value', { exact: true }).selectOption('numerator')
    await page.getByRole('button', { name: 'Check the file' }).click()
    await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('numerator')
    await hasNoFaults(page)
    await page.getByLabel('Value', { exact: true }).selectOption('value')
    await page.getByRole('button', { name: 'Check the file' }).click()
  })

  await test.step('the three rows that are over by rounding are found, and confirmed', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /35 questions before 669 figures can be loaded/,
    )
    const over = page.getByRole('table', { name: 'Rows that the question is about' })
    await expect(over.getByRole('rowheader')).toHaveText(file.overLines.map((line) => `Line ${line}`))
    await expect(page.getByRole('button', { name: 'Load 669 figures' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await hasNoFaults(page)
    await neverScrollsSideways(page)
    await page.getByLabel('Yes, the counts are rounded to 5: load them as they are').check()
    await page.getByLabel('Title').fill('Crisis grant decisions within a working day')
    await page.getByRole('button', { name: 'Add all 32 as councils' }).click()
    await page.getByRole('button', { name: 'Save the answers' }).click()
  })

  await test.step('every difference is there to see, and all of them are loaded at once', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('669 figures are ready to load')
    const differences = page.getByRole('table', { name: 'What the import changes, figure by figure' })
    await expect(differences.getByRole('rowheader')).toHaveCount(50)
    await hasNoFaults(page)
    await neverScrollsSideways(page)
    await page.getByRole('button', { name: 'Load 669 figures' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('669 figures were loaded')
    await hasNoFaults(page)
    await neverScrollsSideways(page)
  })

  await test.step('the indicator shows 32 councils', async () => {
    await page
      .getByRole('table', { name: 'Indicators with figures from this file' })
      .getByRole('link')
      .click()
    await loaded(page)
    await expect(page.getByRole('heading', { name: /^By body: 32 bodies/ })).toBeVisible()
    const bodies = page.getByRole('table', { name: 'CG09 by body' }).getByRole('rowheader')
    await expect(bodies).toHaveCount(32)
    await hasNoFaults(page)
  })
})

test('the same file again changes nothing; a whole import is undone with a reason', async ({
  page,
  signInAs,
}) => {
  await signInAs('performance')
  await page.goto('/imports')
  await loaded(page)

  await test.step('again', async () => {
    await choose(page, file.text, 'crisis-grants.csv')
    await page.getByLabel('Framework', { exact: true }).selectOption('Crisis grants')
    await page.getByRole('button', { name: 'Check the file' }).click()
    await page.getByRole('button', { name: 'Save the answers' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('crisis-grants.csv changes nothing')
    await hasNoFaults(page)
    await page.getByRole('button', { name: 'Give up this import' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Every import is finished')
  })

  await test.step('undone', async () => {
    await page
      .getByRole('row', { name: /Loaded/ })
      .getByRole('link')
      .click()
    await page.getByRole('link', { name: 'Undo this import' }).click()
    await expect(page.getByRole('button', { name: 'Undo the import' })).toBeVisible()
    await hasNoFaults(page)
    await page.getByRole('button', { name: 'Undo the import' }).click()
    await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('Say why')
    await hasNoFaults(page)
    await page.getByLabel('Why').fill('The publisher withdrew the series')
    await page.getByRole('button', { name: 'Undo the import' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The import was undone')
    await expect(page.getByText('The publisher withdrew the series')).toBeVisible()
    await hasNoFaults(page)
    await neverScrollsSideways(page)
  })
})

test('an import that could not be read, and one that is being checked, say so', async ({
  page,
  signInAs,
}) => {
  await signInAs('performance')
  await page.goto('/imports')
  await loaded(page)
  await page.getByRole('link', { name: 'broken.csv' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('broken.csv could not be read')
  await hasNoFaults(page)
  await neverScrollsSideways(page)

  // As the server says it of a large file, of which a small one is too quick to be seen.
  await page.route(/\/api\/v1\/imports\/[^/?]+$/, async (route) => {
    const answer = await (await route.fetch()).json()
    const progress = { stage: 'understanding', done: 40_000, total: 100_000 }
    await route.fulfill({ json: { ...answer, state: 'checking', progress } })
  })
  await page.reload()
  await expect(page.getByRole('status').filter({ hasText: 'Reading the rows: 40%' })).toBeVisible()
  await hasNoFaults(page)
  await neverScrollsSideways(page)
})

test('rows that cannot be loaded are listed, downloaded and left out by an answer, on a phone', async ({
  page,
  signInAs,
}) => {
  await page.setViewportSize({ width: 390, height: 900 })
  await signInAs('performance')
  await page.goto('/imports')
  await loaded(page)
  const lines = [
    'indicator,council,quarter,value',
    'CG10,Dorvale,2018/19 Q1,51',
    'CG10,Dorvale,2018/19 Q9,52',
  ]
  await choose(page, lines.join('\n'), 'odd.csv')
  await page.getByRole('button', { name: 'Check the file' }).click()
  const faults = page.getByRole('table', { name: 'What cannot be loaded, line by line' })
  await expect(faults.getByRole('rowheader')).toHaveText(['Line 3'])
  await hasNoFaults(page)
  const arriving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the list (CSV)' }).first().click()
  expect((await arriving).suggestedFilename()).toBe('import-faults.csv')
  await page.getByLabel('Leave these rows out and load the rest').check()
  await page.getByRole('button', { name: 'Save the answers' }).click()
  await page.getByRole('button', { name: 'Load 1 figure' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 figure was loaded')
  await hasNoFaults(page)
})

test('nobody else finds the way to imports', async ({ page, signInAs }) => {
  await signInAs('executive')
  await page.goto('/indicators')
  await loaded(page)
  await expect(page.getByRole('link', { name: 'Export figures (CSV)' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Import figures' })).toHaveCount(0)
  await page.goto('/imports')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your role does not open this page')
})
