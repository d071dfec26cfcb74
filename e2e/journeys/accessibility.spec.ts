import type { Page } from '@playwright/test'
import { DASHBOARD } from '../fixtures/people.ts'
import { expect, faultsOf, loaded, sidewaysScroll, test } from '../fixtures/test.ts'

const QUARTER = 'council=cherwell&quarter=2009-10-q2'

const screens = [
  { name: 'the dashboard', url: DASHBOARD },
  { name: 'the dashboard of a portfolio', url: `${DASHBOARD}?portfolio=community-planning-and-performance` },
  { name: 'the dashboard of an early quarter', url: '/councils/cherwell/quarters/2006-07-q1' },
  { name: 'the dashboard of another council', url: '/councils/oxford/quarters/2009-10-q2' },
  { name: 'an indicator', url: `/indicators/ni-192?${QUARTER}` },
  { name: 'an indicator as a table', url: `/indicators/ni-192?${QUARTER}&view=table` },
  { name: 'a count that builds up', url: `/indicators/ni-155?${QUARTER}` },
  { name: 'an indicator that is not rated', url: `/indicators/ni-1?${QUARTER}` },
  { name: 'a partnership', url: `/partnerships/waste-partnership?${QUARTER}` },
  { name: 'a partnership without a return', url: `/partnerships/environment-forum?${QUARTER}` },
  {
    name: 'a partnership without indicators',
    url: `/partnerships/cherwell-town-centres-partnership?${QUARTER}`,
  },
  { name: '62 partnerships', url: `/partnerships?${QUARTER}` },
  { name: 'no partnerships', url: `/partnerships?${QUARTER}&search=nothing-is-called-this` },
  {
    name: 'the catalogue of indicators',
    url: `/indicators?${QUARTER}&framework=national-indicator-set-2008`,
  },
  { name: 'indicators that nobody answers for', url: `/indicators?${QUARTER}&attention=orphaned` },
  { name: 'no indicators', url: `/indicators?${QUARTER}&search=nothing-is-called-this` },
  { name: 'four indicators compared', url: `/indicators/compare?${QUARTER}&ids=ni-192,ni-155,ni-16,ni-1` },
  { name: 'nothing compared', url: `/indicators/compare?${QUARTER}` },
  { name: 'changes of indicators', url: `/indicators/changes?${QUARTER}` },
  {
    name: 'a change that waits',
    url: `/indicators/changes/14017e0e-43e6-8571-a06f-41c390b6cfdd?${QUARTER}`,
  },
  { name: 'the definition of an indicator', url: `/indicators/ni-192/change?${QUARTER}` },
  { name: 'the targets of an indicator', url: `/indicators/ni-192/targets?${QUARTER}` },
  { name: 'a baseline', url: `/indicators/laa1-01/targets?${QUARTER}` },
  { name: 'frameworks', url: `/frameworks?${QUARTER}` },
  { name: 'a framework', url: `/frameworks/oxfordshire-laa-2008?${QUARTER}` },
  { name: 'a page that is not there', url: '/nowhere' },
  { name: 'an indicator that is not there', url: `/indicators/none?${QUARTER}` },
  { name: 'how ratings are made', url: '/ratings' },
  { name: 'the accessibility statement', url: '/accessibility' },
]

async function open(page: Page, url: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 1000 })
  await page.goto(url)
  await loaded(page)
}

const widths = [
  { width: 1440, axe: true },
  { width: 834, axe: false },
  { width: 390, axe: true },
  { width: 320, axe: false },
]

for (const { name, url } of screens) {
  test(`axe finds nothing on ${name}, and it never scrolls sideways`, async ({ page, signInAs }) => {
    await signInAs('executive')
    await open(page, url, 1440)
    for (const { width, axe } of widths) {
      await page.setViewportSize({ width, height: 1000 })
      await expect.poll(() => sidewaysScroll(page), `${width} pixels wide`).toBeLessThanOrEqual(0)
      if (axe) expect(await faultsOf(page), `${width} pixels wide`).toEqual([])
    }
  })
}

test('axe finds nothing on sign-in, nor on its error', async ({ page }) => {
  await page.goto('/sign-in')
  await loaded(page)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: /There is a problem/ })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})

test('axe finds nothing on the page that a contributor may not see', async ({ page, signInAs }) => {
  await signInAs('colleague')
  await page.goto(DASHBOARD)
  await loaded(page)
  expect(await faultsOf(page)).toEqual([])
})

test('axe finds nothing while an explanation is open', async ({ page, signInAs }) => {
  await signInAs('executive')
  await open(page, DASHBOARD, 1440)
  await page
    .getByRole('button', { name: /NI 155 now: why/ })
    .first()
    .click()
  expect(await faultsOf(page)).toEqual([])
})

test('axe finds nothing in forced colours, and every mark is still drawn', async ({ page, signInAs }) => {
  await signInAs('executive')
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await open(page, DASHBOARD, 1440)
  expect(await faultsOf(page)).toEqual([])
  expect(await page.locator('svg').count()).toBeGreaterThan(100)
})

test('at 200 % zoom nothing is cut off or lost', async ({ page, signInAs }) => {
  await signInAs('executive')
  // Twice the zoom of 1,280 pixels leaves 640 to lay out in.
  await open(page, DASHBOARD, 640)
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
})

test('the dashboard is read with the keyboard alone', async ({ page, signInAs }) => {
  await signInAs('executive')
  await page.goto(DASHBOARD)
  await loaded(page)
  await test.step('the first stop skips to the content', async () => {
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
  })
  await test.step('a status explains itself on Enter, and Escape gives the focus back', async () => {
    const status = page.getByRole('button', { name: /NI 155 now: why/ }).first()
    await status.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText('71 is 32% below the target of 105.').filter({ visible: true })).toHaveCount(
      1,
    )
    await page.keyboard.press('Escape')
    await expect(status).toBeFocused()
  })
  await test.step('a link opens the indicator, and focus moves to the new page', async () => {
    await page
      .getByRole('link', { name: /Affordable homes delivered/ })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/indicators\/ni-155/)
    await loaded(page)
    await page.getByRole('tab', { name: 'Chart' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('tab', { name: 'Table' })).toHaveAttribute('aria-selected', 'true')
  })
})

test('every target is at least 24 pixels high and wide, but for links in running text', async ({
  page,
  signInAs,
}) => {
  await signInAs('executive')
  await open(page, DASHBOARD, 390)
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, nav a, summary, select')]
      .filter((element) => element.checkVisibility() && !element.closest('.skip'))
      .map((element) => ({
        text: element.textContent?.trim().slice(0, 40),
        box: element.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.height > 0 && (box.height < 24 || box.width < 24))
      .map(({ text, box }) => `${text}: ${Math.round(box.width)} × ${Math.round(box.height)}`),
  )
  expect(small).toEqual([])
})
