import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { fillIn } from '../../apps/api/src/modules/workbooks/filled-workbook.fixture.ts'
import { startOwnProduct } from '../fixtures/product.ts'
import { expect, faultsOf, loaded, sidewaysScroll, test } from '../fixtures/test.ts'

// On a database of its own: other journeys tell the story of the same return.
test.describe.configure({ mode: 'serial' })

const START_MILLISECONDS = 120_000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

let own: Awaited<ReturnType<typeof startOwnProduct>> | undefined

test.beforeAll(async () => {
  test.setTimeout(START_MILLISECONDS)
  own = await startOwnProduct()
})

test.afterAll(async () => own?.end())

async function wasteReturn(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/returns?quarter=2009-10-q2&partnership=waste-partnership')
  const { items } = await answer.json()
  return `/returns/${items[0].id}`
}

async function hasNoFaults(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
}

async function neverScrollsSideways(page: Page): Promise<void> {
  for (const width of [834, 390, 320, 1440]) {
    await page.setViewportSize({ width, height: 1000 })
    await expect.poll(() => sidewaysScroll(page), `at ${width}`).toBeLessThanOrEqual(0)
  }
}

test('a lead takes the return out as a workbook, fills it in and brings it back', async ({
  page,
  signInAs,
}) => {
  await signInAs('lead')
  const path = await wasteReturn(page)
  await page.goto(path)
  await loaded(page)
  await page.getByRole('link', { name: 'Excel' }).click()
  await loaded(page)
  const box = page.getByLabel('The workbook that you filled in')
  const send = page.getByRole('button', { name: 'See what would change' })

  const file = await test.step('it is downloaded under the name of its partnership and quarter', async () => {
    await hasNoFaults(page)
    const arriving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download the workbook' }).click()
    const download = await arriving
    expect(download.suggestedFilename()).toBe('waste-partnership-2009-10-q2.xlsx')
    return readFileSync(await download.path())
  })

  const upload = async (buffer: Buffer) => {
    await box.setInputFiles({ name: 'return.xlsx', mimeType: XLSX, buffer })
    await send.click()
  }

  await test.step('a damaged file gets a table of where and why, and changes nothing', async () => {
    await upload(file.subarray(0, file.length - 300))
    await expect(page.getByRole('heading', { name: 'This file cannot be used' })).toBeFocused()
    const faults = page.getByRole('table', { name: 'What is wrong with the file' })
    await expect(faults.getByRole('columnheader')).toHaveText(['Tab', 'Row', 'Cell', 'Reason'])
    await expect(faults.getByRole('rowheader')).toHaveText('The whole file')
    await hasNoFaults(page)
    await neverScrollsSideways(page)
  })

  await test.step('each difference is shown, and one that cannot be kept says why', async () => {
    await upload(
      await fillIn(file, {
        'indicators/ni-191/value': 305,
        'indicators/ni-192/numerator': '12kg',
        'narrative/why': 'A strike of three weeks in August kept garden waste down.',
      }),
    )
    await expect(page.getByRole('heading', { name: '3 answers differ' })).toBeFocused()
    const row = page.getByRole('row', { name: /NI 191/ })
    await expect(row.getByRole('checkbox')).toBeChecked()
    await expect(row).toContainText('305')
    await expect(page.getByRole('row', { name: /NI 192/ })).toContainText('Use numbers only.')
    await hasNoFaults(page)
    await neverScrollsSideways(page)
  })

  await test.step('nothing is kept before somebody says so; then it is in the return', async () => {
    const before = await (await page.request.get(`/api/v1${path}`)).json()
    const textOf = (cell: string) => before.cells.find((one: { cell: string }) => one.cell === cell)?.value
    expect(textOf('indicators/ni-191/value')).not.toBe('305')
    await page.getByRole('button', { name: 'Keep 2 changes' }).click()
    await expect(page.getByRole('heading', { name: '2 changes kept' })).toBeFocused()
    await hasNoFaults(page)
    await page.getByRole('link', { name: 'Go to the return' }).click()
    await expect(page.getByRole('textbox', { name: 'This quarter (NI 191)' })).toHaveValue('305')
    await hasNoFaults(page)
  })
})

async function makeLink(page: Page, { name, until }: { name: string; until: string }): Promise<string> {
  await page.getByRole('button', { name: 'Ask a partner outside, by a link' }).click()
  await page.getByLabel('Their name').fill(name)
  await page.getByLabel('Their e-mail address').fill(`${name.split(' ')[0]}@contractor.example`)
  await page.getByLabel('Last day the link opens').fill(until)
  await hasNoFaults(page)
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  await hasNoFaults(page)
  await page.getByRole('button', { name: 'Done' }).click()
  return new URL(link).pathname
}

/** Somebody who has never been here: nobody is signed in. */
async function outsider(browser: Browser): Promise<Page> {
  return (await browser.newContext({ baseURL: process.env.ACCORD_ADDRESS ?? '' })).newPage()
}

async function opensNothing(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: 'Open the answers' }).click()
  const refused = page.getByRole('alert').filter({ hasText: 'This link opens nothing' })
  await expect(refused).toContainText('has been used, has ended or was taken back. Ask whoever sent it')
  await hasNoFaults(page)
}

let unused = ''

test('a partner outside answers by a link that opens one section, once', async ({
  page,
  browser,
  signInAs,
}) => {
  await signInAs('lead')
  const path = await wasteReturn(page)
  await page.goto(`${path}/narrative`)
  await loaded(page)
  const link = await makeLink(page, { name: 'Pat Vale', until: '2009-10-23' })
  unused = await makeLink(page, { name: 'Robin Ash', until: '2009-10-19' })
  await expect(page.getByText('With Pat Vale')).toBeVisible()
  const partner = await outsider(browser)

  await test.step('the link says what it opens, before it is used', async () => {
    await partner.goto(link)
    await loaded(partner)
    await expect(partner.getByText(/works once/)).toBeVisible()
    await hasNoFaults(partner)
    await neverScrollsSideways(partner)
    await partner.getByRole('button', { name: 'Open the answers' }).click()
    await expect(partner.getByRole('heading', { name: 'Narrative' })).toBeVisible()
  })

  const answer = 'The contractor emptied 38,000 food bins.'
  await test.step('they see their section alone, and what they type is saved as they go', async () => {
    const steps = partner.getByRole('navigation', { name: 'Sections of this return' })
    await expect(steps.getByRole('link')).toHaveText(['Narrative'])
    await partner.getByRole('textbox', { name: 'What happened' }).fill(answer)
    await partner.getByRole('textbox', { name: 'What happened' }).press('Tab')
    await expect(partner.getByText(/All changes saved/)).toBeVisible()
    await hasNoFaults(partner)
    await neverScrollsSideways(partner)
  })

  await test.step('the lead sees the answer, and whose it is', async () => {
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'What happened' })).toHaveValue(answer)
    const { cells } = await (await page.request.get(`/api/v1${path}`)).json()
    expect(cells).toContainEqual(
      expect.objectContaining({ cell: 'narrative/whatHappened', changedBy: 'Pat Vale' }),
    )
  })

  await test.step('the same link does not open a second time', async () => {
    await opensNothing(await outsider(browser), link)
  })
})

test('a link that nobody used by its last day opens nothing', async ({ browser }) => {
  test.setTimeout(START_MILLISECONDS)
  await own?.onDay('2009-10-20')
  await opensNothing(await outsider(browser), unused)
})
