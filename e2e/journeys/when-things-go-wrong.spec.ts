import { DASHBOARD } from '../fixtures/people.ts'
import { expect, faultsOf, loaded, test } from '../fixtures/test.ts'

const API = '**/api/v1/councils/cherwell/dashboards/**'

test('a dashboard that cannot be read says so, and reads it on trying again', async ({ page, signInAs }) => {
  await signInAs('executive')
  const problem = {
    title: 'The database cannot be reached',
    status: 503,
    code: 'database-unavailable',
    detail: 'The figures cannot be read just now. Wait a minute, then try again.',
    type: '',
  }
  await page.route(API, (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
  )
  await page.goto(DASHBOARD)
  await expect(page.getByRole('main')).toContainText('The figures cannot be read just now.', {
    timeout: 20_000,
  })
  expect(await faultsOf(page)).toEqual([])
  await page.unroute(API)
  await page.getByRole('button', { name: /Try again/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Six of 31/)
})

test('without a network the last good copy stays on the screen', async ({ page, signInAs }) => {
  await signInAs('executive')
  await page.goto(DASHBOARD)
  await loaded(page)
  await page.context().setOffline(true)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Six of 31/)
  await page.context().setOffline(false)
})

test('while it loads the page keeps its frame and says after a second what it waits for', async ({
  page,
  signInAs,
}) => {
  await signInAs('executive')
  let release = () => undefined as undefined
  const held = new Promise<undefined>((resolve) => {
    release = () => resolve(undefined) as undefined
  })
  await page.route(API, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(DASHBOARD)
  await expect(page.getByRole('navigation', { name: 'Service' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /^Loading/ })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  release()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Six of 31/)
})

test('a quarter, council or indicator that is not there is a page that says so', async ({
  page,
  signInAs,
}) => {
  await signInAs('executive')
  for (const url of [
    '/councils/cherwell/quarters/1999-00-q1',
    '/councils/atlantis/quarters/2009-10-q2',
    '/councils/cherwell/quarters/soon',
  ]) {
    await page.goto(url)
    await loaded(page)
    await expect(page.getByRole('heading', { level: 1 }), url).toBeVisible()
    await expect(page.getByRole('main'), url).toContainText(/There is no|No council|Write the quarter/)
  }
})

test('prints on A4 without its navigation, with the words beside every mark', async ({ page, signInAs }) => {
  await signInAs('executive')
  await page.goto(DASHBOARD)
  await loaded(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation', { name: 'Service' })).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const pdf = await page.pdf({ format: 'A4', printBackground: false })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
  expect(pages).toBeGreaterThan(1)
  expect(pages).toBeLessThan(12)
})
