import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, faultsOf, loaded, sidewaysScroll, test } from '../fixtures/test.ts'

const RECYCLING = '/indicators/ni-192?council=cherwell&quarter=2009-10-q2'

const chartOf = (page: Page) => page.getByRole('application').first()
const spokenIn = (page: Page) => page.locator('.point-reader [role="status"]').first()

async function open(page: Page, search = ''): Promise<void> {
  await page.goto(`${RECYCLING}${search}`)
  await loaded(page)
}

/** What a button saves, as text. */
async function downloadOf(page: Page, place: number): Promise<{ name: string; lines: string[] }> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download CSV' }).nth(place).click()
  const file = await waiting
  const text = await readFile(await file.path(), 'utf8')
  return { name: file.suggestedFilename(), lines: text.trimEnd().split('\r\n') }
}

test('a scrutiny member reads an indicator to the bottom, by the keyboard', async ({
  page,
  signInAs,
  quietConsole,
}) => {
  void quietConsole
  await signInAs('scrutiny')
  await open(page)

  await test.step('its title is a finding of at most ten words', async () => {
    const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
    expect(title.trim().split(/\s+/).length).toBeLessThanOrEqual(10)
    expect(title.replace(/\s+/g, ' ')).toBe('Recycling: highest yet at 46.1%, 1.9 points short of target')
  })

  await test.step('arrow keys read every point, with its target, its status and its event', async () => {
    await chartOf(page).focus()
    await page.keyboard.press('ArrowLeft')
    await expect(spokenIn(page)).toHaveText(
      'Quarter 2 2009/10: 46.1%, provisional; target 48.0%, near target',
    )
    await page.keyboard.press('ArrowLeft')
    await expect(spokenIn(page)).toContainText('event 3: New South Oxfordshire contract')
    await page.keyboard.press('Home')
    await expect(spokenIn(page)).toContainText('Quarter 3 2006/07')
    await page.keyboard.press('End')
    await expect(spokenIn(page)).toContainText('lead’s own forecast 47.5%')
    await page.keyboard.press('Escape')
    await expect(spokenIn(page)).toHaveText('')
    await page.keyboard.press('Tab')
    await expect(chartOf(page)).not.toBeFocused()
  })

  await test.step('the table says the same as the chart, and the CSV the same as the table', async () => {
    await page.getByRole('tab', { name: 'Chart' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(page).toHaveURL(/view=table/)
    const rows = page.getByRole('table', { name: 'NI 192, every quarter' }).getByRole('row')
    const { name, lines } = await downloadOf(page, 0)
    expect(name).toBe('ni-192-2009-10-q2.csv')
    expect(lines).toHaveLength(await rows.count())
    expect(lines).toContainEqual(expect.stringContaining('2009-10-q2,2009-07-01,2009-09-30,46.1,48,'))
  })

  await test.step('the signal says why there are no limits yet', async () => {
    await page.keyboard.press('ArrowRight')
    await page.getByRole('tab', { name: 'Signal' }).click()
    await expect(page).toHaveURL(/view=signal/)
    await expect(page.getByText('12 of the 13 figures that limits need')).toBeVisible()
    await chartOf(page).focus()
    await page.keyboard.press('Home')
    await expect(spokenIn(page)).toHaveText('Quarter 3 2006/07: 38.2%')
  })

  await test.step('bodies are ranked against their median, and her own is marked', async () => {
    await page.getByRole('tab', { name: 'Ranked' }).click()
    await expect(page).toHaveURL(/breakdown=ranked/)
    const dots = page.getByRole('application', { name: /The median of 6 is 47.5%/ })
    await dots.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('.point-reader [role="status"]').last()).toHaveText(
      'Cherwell, yours: 50.3%, provisional; own target 50.0%; on target; above the median of 47.5%',
    )
    const { lines } = await downloadOf(page, 1)
    expect(lines[1]).toMatch(/^County recycling centres,61.8,/)
  })

  await test.step('what was said in an earlier quarter, and what was promised', async () => {
    await expect(
      page.getByText('Quarter 1 2009/10 promised: “South Oxfordshire contract live by 1 July.”'),
    ).toBeVisible()
    await page.locator('summary', { hasText: 'Quarter 1 2009/10' }).click()
    await expect(page.getByText('South Oxfordshire’s contract starts two months late.')).toBeVisible()
  })

  await test.step('how far the figure can be trusted', async () => {
    const quality = page.locator('dl.fact-list', { hasText: 'Timeliness' })
    await expect(quality).toContainText('Elaine Marlow, 16 October 2009')
    await expect(quality).toContainText('6 of 6 bodies reported')
  })

  await test.step('nothing is offered to her that she may not do', async () => {
    await expect(page.getByText('Events and limits: add or withdraw')).toHaveCount(0)
  })
})

test('an officer pins an event and withdraws it', async ({ page, signInAs, quietConsole }) => {
  void quietConsole
  await signInAs('performance')
  await open(page)
  const notes = page.locator('details.series-notes')
  await notes.getByText('Events and limits: add or withdraw').click()

  await test.step('without words it is not pinned, and the summary leads to the field', async () => {
    await notes.getByRole('button', { name: 'Pin event' }).click()
    await notes.getByRole('link', { name: 'Write what happened, in a few words' }).click()
    await expect(notes.getByLabel(/^What happened/)).toBeFocused()
  })

  await test.step('with words it stands on the chart', async () => {
    await notes.getByLabel('Quarter it happened in').selectOption('2008-09-q2')
    await notes.getByLabel(/^What happened/).fill('Garden waste is charged for')
    await notes.getByRole('button', { name: 'Pin event' }).click()
    await expect(notes.getByText('“Garden waste is charged for” is pinned to the chart.')).toBeVisible()
    await expect(page.getByRole('list', { name: 'Events on the chart' })).toContainText(
      'Garden waste is charged for',
    )
  })

  await test.step('withdrawn, it leaves the chart and stays in the record', async () => {
    await notes.getByRole('button', { name: 'Withdraw “Garden waste is charged for”' }).click()
    await expect(notes.getByText('“Garden waste is charged for” is withdrawn.')).toBeVisible()
    await expect(page.getByRole('list', { name: 'Events on the chart' })).not.toContainText('Garden waste')
    await expect(notes.getByRole('listitem').filter({ hasText: 'Garden waste' })).toContainText(
      'withdrawn by Philippa Dane',
    )
  })

  expect(await faultsOf(page)).toEqual([])
})

const views = [
  ['chart and table', ''],
  ['signal and small multiples', '&view=signal&breakdown=multiples'],
  ['table and ranked', '&view=table&breakdown=ranked'],
  ['every quarter', '&breakdown=quarters'],
] as const

for (const width of [1440, 390]) {
  test.describe(`at ${width}`, () => {
    test.use({ viewport: { width, height: 900 } })

    for (const [name, search] of views) {
      test(`${name} can be read by everyone, and the page does not scroll sideways`, async ({
        page,
        signInAs,
      }) => {
        await signInAs('executive')
        await open(page, search)
        expect(await faultsOf(page)).toEqual([])
        expect(await sidewaysScroll(page)).toBe(0)
      })
    }
  })
}

test('is printed with its chart and its tables, and without what is for the screen', async ({
  page,
  signInAs,
}) => {
  await signInAs('executive')
  await open(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.long-chart').first()).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Chart' })).toBeHidden()
  await expect(page.locator('.reading-line').first()).toBeHidden()
})
