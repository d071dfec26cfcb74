import { DASHBOARD, PASSWORD, people } from '../fixtures/people.ts'
import { expect, test } from '../fixtures/test.ts'

test('someone who is not signed in is asked to, and then taken where they were going', async ({ page }) => {
  await page.goto('/indicators/ni-192?council=cherwell&quarter=2009-10-q1')
  await expect(page).toHaveURL(/\/sign-in\?return=/)
  await page.getByLabel('E-mail address').fill(people.scrutiny)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL('/indicators/ni-192?council=cherwell&quarter=2009-10-q1')
})

test('a wrong password is answered by a sentence that does not say which half was wrong', async ({
  page,
}) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill('nobody@cherwell.example')
  await page.getByLabel('Password').fill('wrong')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('The e-mail address or the password is wrong')).toBeVisible()
  await expect(page.getByLabel('E-mail address')).toHaveValue('nobody@cherwell.example')
})

test('an address of another site is not followed after signing in', async ({ page }) => {
  await page.goto('/sign-in?return=https://elsewhere.example/')
  await page.getByRole('button', { name: /Cllr Helen Marsden/ }).click()
  await expect(page).toHaveURL(DASHBOARD)
})

test('a contributor is told that the dashboard is not for them, who it is for, and where to go', async ({
  page,
  signInAs,
}) => {
  await signInAs('colleague')
  await page.goto(DASHBOARD)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your role does not open this page')
  await expect(page.getByRole('main')).toContainText('executive member')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Your role does not open this page')
})

test('signing out ends the session', async ({ page, signInAs }) => {
  await signInAs('executive')
  await page.goto(DASHBOARD)
  await page.getByRole('button', { name: /Cllr Helen Marsden/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto(DASHBOARD)
  await expect(page).toHaveURL(/\/sign-in/)
})

test('a session that ends while reading leads to sign-in and back', async ({ page, signInAs }) => {
  await signInAs('executive')
  await page.goto(DASHBOARD)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Six of 31/)
  // All that the page reads must be there, so that the click is the first to meet the ended session.
  await page.waitForLoadState('networkidle')
  await page.context().clearCookies()
  await page.getByRole('link', { name: /Previous/ }).click()
  await expect(page).toHaveURL(/\/sign-in\?return=/)
  await page.getByRole('button', { name: /Cllr Helen Marsden/ }).click()
  await expect(page).toHaveURL('/councils/cherwell/quarters/2009-10-q1')
})
