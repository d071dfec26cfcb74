import type { Page } from '@playwright/test'
import { PASSWORD, people } from '../fixtures/people.ts'
import { expect, faultsOf, loaded, sidewaysScroll, test } from '../fixtures/test.ts'

// One return goes from hand to hand: each step begins where the last one ended.
test.describe.configure({ mode: 'serial' })

const QUARTER = '2009-10-q2'

async function signIn(page: Page, person: keyof typeof people): Promise<void> {
  const data = { email: people[person], password: PASSWORD }
  expect((await page.request.post('/api/v1/session', { data })).ok()).toBe(true)
}

async function returnOf(page: Page, partnership: string): Promise<string> {
  const answer = await page.request.get(`/api/v1/returns?quarter=${QUARTER}&partnership=${partnership}`)
  const { items } = await answer.json()
  return `/returns/${items[0].id}`
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await loaded(page)
}

const landFilled = (page: Page) => page.getByRole('textbox', { name: 'Land filled, tonnes (NI 193)' })
const row = (page: Page, title: string | RegExp) => page.getByRole('row', { name: title })

test('what waits for a person comes first in the list', async ({ page }) => {
  await signIn(page, 'lead')
  await open(page, `/returns?quarter=${QUARTER}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\d+ of \d+ returns are in/)
  const waiting = page.getByRole('table', { name: 'Returns that wait for you' })
  await expect(waiting.getByRole('row')).toHaveCount(2)
  await waiting.getByRole('link', { name: 'Waste Partnership' }).click()
  await loaded(page)
  await expect(page.getByRole('main')).toContainText('please check the landfill tonnage')
})

test('a lead corrects a figure, loses the network, types on, and loses nothing', async ({ page }) => {
  await signIn(page, 'lead')
  const path = await returnOf(page, 'waste-partnership')
  await open(page, path)
  expect(await faultsOf(page)).toEqual([])

  await test.step('a figure that cannot be kept says why above its box, and is not sent', async () => {
    await landFilled(page).fill('153800t')
    await landFilled(page).press('Tab')
    await expect(page.getByText('Use numbers only. Take out ‘t’').first()).toBeVisible()
    await expect(row(page, /Municipal waste land filled/)).toContainText('Not saved.')
    await expect(page.getByRole('heading', { name: /One answer is not saved/ })).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('two digits that changed places are asked about, and the correction is taken', async () => {
    await landFilled(page).fill('135,800')
    await landFilled(page).press('Tab')
    await expect(row(page, /Municipal waste land filled/)).toContainText(/Saved .*Please confirm/)
    await expect(page.getByText('Two digits may have changed places').first()).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Change it to 153,800 (NI 193)' }).click()
    await expect(landFilled(page)).toHaveValue('153,800')
    await expect(row(page, /Municipal waste land filled/)).toContainText('47.9%')
  })

  await test.step('without the network what is typed waits on this device', async () => {
    await page.context().setOffline(true)
    await landFilled(page).fill('153,900')
    await landFilled(page).press('Tab')
    await expect(row(page, /Municipal waste land filled/)).toContainText(
      'Waiting to save, kept on this device',
    )
    await expect(page.getByText('Accord cannot be reached.').first()).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  })

  await test.step('when it comes back the answer is saved by itself', async () => {
    await page.context().setOffline(false)
    await expect(row(page, /Municipal waste land filled/)).toContainText(/Saved/)
    await page.reload()
    await loaded(page)
    await expect(landFilled(page)).toHaveValue('153,900')
  })
})

test('what a closed tab had not sent is saved when the return is opened again', async ({ page }) => {
  await signIn(page, 'lead')
  const path = await returnOf(page, 'waste-partnership')
  await open(page, path)
  await page.route('**/cells', (route) => route.abort())
  await landFilled(page).fill('153,800')
  await expect(row(page, /Municipal waste land filled/)).toContainText('kept on this device')
  const context = page.context()
  await page.close()
  const next = await context.newPage()
  await open(next, path)
  await expect(landFilled(next)).toHaveValue('153,800')
  await expect(row(next, /Municipal waste land filled/)).toContainText(/Saved/)
  await next.reload()
  await loaded(next)
  await expect(landFilled(next)).toHaveValue('153,800')
})

test('a session that has ended says so in place, and what was typed is saved after signing in', async ({
  page,
}) => {
  await signIn(page, 'lead')
  const path = await returnOf(page, 'waste-partnership')
  await open(page, `${path}/narrative`)
  const happened = page.getByRole('textbox', { name: 'What happened' })
  await page.context().clearCookies()
  await happened.fill('Recycling rose for the eleventh quarter running. Food waste now reaches 38,000 homes.')
  await happened.press('Tab')
  await expect(page.getByText('You have been signed out.').first()).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await page.getByLabel('E-mail address').fill(people.lead)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(happened).toHaveValue(/38,000 homes\.$/)
  await expect(page.getByRole('main')).not.toContainText('signed out')
  await page.reload()
  await expect(happened).toHaveValue(/38,000 homes\.$/)
})

test('two people who answer the same see both answers, and one of them chooses', async ({
  page,
  browser,
}) => {
  await signIn(page, 'lead')
  const path = await returnOf(page, 'waste-partnership')
  await open(page, `${path}/actions`)
  const theirs = await browser.newContext({ baseURL: process.env.ACCORD_ADDRESS ?? '' })
  const colleague = await theirs.newPage()
  await signIn(colleague, 'colleague')
  await open(colleague, `${path}/actions`)
  await colleague.getByRole('textbox', { name: /^Progress/ }).fill('The first 900 flats have bins.')
  await colleague.getByRole('textbox', { name: /^Progress/ }).press('Tab')
  await expect(colleague.getByRole('article').first()).toContainText(/Saved \d\d:\d\d|Saved \d+ \w+/)
  await page.getByRole('textbox', { name: /^Progress/ }).fill('Bins are ordered.')
  await page.getByRole('textbox', { name: /^Progress/ }).press('Tab')
  const choice = page.getByRole('group', { name: 'Two answers: Progress' })
  await expect(choice).toContainText('The first 900 flats have bins.')
  await expect(choice).toContainText('Leila Hart')
  await expect(choice).toContainText('Bins are ordered.')
  expect(await faultsOf(page)).toEqual([])
  await choice.getByRole('button', { name: 'Keep theirs' }).click()
  await expect(page.getByRole('textbox', { name: /^Progress/ })).toHaveValue('The first 900 flats have bins.')
  await theirs.close()
})

test('a colleague fills in what was handed to them, and nothing else', async ({ page }) => {
  await signIn(page, 'colleague')
  const path = await returnOf(page, 'waste-partnership')
  await open(page, `${path}/actions`)
  await expect(page.getByRole('textbox', { name: /^Progress/ })).toBeVisible()
  await page.getByRole('link', { name: 'Narrative' }).click()
  await expect(page.getByRole('heading', { name: 'Narrative' })).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  expect(await faultsOf(page)).toEqual([])
})

test('the lead hands a section over and takes it back', async ({ page }) => {
  await signIn(page, 'lead')
  const path = await returnOf(page, 'waste-partnership')
  await open(page, `${path}/risks`)
  await page.getByRole('button', { name: 'Hand this section to a colleague' }).click()
  await page.getByLabel('Who fills in risks').selectOption({ label: 'Leila Hart' })
  await page.getByRole('button', { name: 'Hand over' }).click()
  await expect(page.getByText('With Leila Hart')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Take it back from Leila Hart' }).click()
  await expect(page.getByText('With Leila Hart')).toHaveCount(0)
})

test('a column copied from a sheet fills the boxes downwards as one save', async ({ page }) => {
  await signIn(page, 'lead')
  await open(page, await returnOf(page, 'waste-partnership'))
  const saves: number[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/cells')) saves.push(request.postDataJSON().changes.length)
  })
  await page.getByRole('textbox', { name: 'This quarter (NI 191)' }).focus()
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '298\r\n133,880\t290,391\r\n')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  })
  await expect(page.getByText('3 figures pasted.')).toBeVisible()
  await expect.poll(() => saves).toEqual([3])
  await page.reload()
  await loaded(page)
  await expect(page.getByRole('textbox', { name: 'Collected, tonnes (NI 192)' })).toHaveValue('290,391')
})

test('the history of a figure is read when someone asks for it', async ({ page }) => {
  await signIn(page, 'lead')
  await open(page, await returnOf(page, 'waste-partnership'))
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/history')) asked.push(request.url())
  })
  await landFilled(page).focus()
  await expect(page.getByRole('heading', { name: 'NI 193 details' })).toBeVisible()
  expect(asked).toEqual([])
  await page.getByText('All changes to this figure').click()
  await expect(page.getByRole('complementary', { name: 'NI 193 details' })).toContainText(
    /153,800, was 153,900/,
  )
  expect(await faultsOf(page)).toEqual([])
})

test('the grid is worked with the keyboard alone', async ({ page }) => {
  await signIn(page, 'lead')
  await open(page, await returnOf(page, 'waste-partnership'))
  const first = page.getByRole('textbox', { name: 'This quarter (NI 191)' })
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Recycled, tonnes (NI 192)' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'Collected, tonnes (NI 192)' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('textbox', { name: 'Collected, tonnes (NI 193)' })).toBeFocused()
  await page.keyboard.press('Shift+Enter')
  await expect(page.getByRole('textbox', { name: 'Collected, tonnes (NI 192)' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'NI 192 details' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: 'Collected, tonnes (NI 192)' })).toBeFocused()
})

test('the lead confirms what is out of the ordinary and sends the return', async ({ page }) => {
  await signIn(page, 'lead')
  const path = await returnOf(page, 'waste-partnership')
  await open(page, `${path}/check`)
  await expect(page.getByRole('heading', { name: 'One figure to confirm' })).toBeVisible()
  const send = page.getByRole('button', { name: 'Send for sign-off' })
  await expect(send).toBeDisabled()
  await expect(send).toHaveAccessibleDescription(/1 warning is still to be confirmed/)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'It is right, and here is why (NI 193)' }).click()
  await page.getByLabel('Why the figure is right (NI 193)').fill('The weighbridge was read again.')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Confirmed: The weighbridge was read again.').first()).toBeVisible()
  await expect(send).toBeEnabled()
  await send.click()
  await expect(page.getByRole('heading', { name: 'Sent to Elaine Marlow' })).toBeVisible()
  await expect(page.getByText('Locked.').first()).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})

test('whoever entered figures may not sign; the signatory reads it and signs', async ({ page, browser }) => {
  await signIn(page, 'lead')
  const path = await returnOf(page, 'waste-partnership')
  await open(page, `${path}/sign-off`)
  await expect(page.getByRole('button', { name: 'Sign off' })).toBeDisabled()
  await expect(
    page.getByText('You entered figures in this return: someone else signs it off.').first(),
  ).toBeVisible()

  const other = await browser.newContext({ baseURL: process.env.ACCORD_ADDRESS ?? '' })
  const signatory = await other.newPage()
  await signIn(signatory, 'signatory')
  await open(signatory, `/returns?quarter=${QUARTER}`)
  await signatory
    .getByRole('table', { name: 'Returns that wait for you' })
    .getByRole('link', { name: 'Waste Partnership' })
    .click()
  await expect(signatory.getByRole('heading', { name: 'Sign it off, or decline' })).toBeVisible()
  expect(await faultsOf(signatory)).toEqual([])
  await signatory.getByRole('button', { name: 'Decline' }).click()
  await expect(signatory.getByText('Say why, so that the lead knows what to change.')).toBeVisible()
  await expect(signatory.getByText('Changed since it was signed').first()).toBeVisible()
  await signatory.getByRole('button', { name: 'Sign off' }).click()
  await expect(signatory.getByText('Submitted.').first()).toBeVisible()
  await other.close()
})

test('a page that was read before somebody moved the return says so and shows it anew', async ({ page }) => {
  await signIn(page, 'performance')
  const path = await returnOf(page, 'waste-partnership')
  await open(page, `${path}/sign-off`)
  await page.route('**/accept', async (route) => {
    await route.continue({ headers: { ...route.request().headers(), 'if-match': '"1"' } })
  })
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect(page.getByText('It is shown here as it is now.')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})

test('the officer accepts it, and may re-open it with a reason', async ({ page }) => {
  await signIn(page, 'performance')
  const path = await returnOf(page, 'waste-partnership')
  await open(page, `${path}/sign-off`)
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect(page.getByText('Accepted.').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Re-open' })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})

const screens = [
  '',
  '/actions',
  '/risks',
  '/resources',
  '/narrative',
  '/questions',
  '/check',
  '/sign-off',
  '/print',
  '/print?values=no',
]

test('no screen of a return in progress has a fault or scrolls sideways', async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page, 'environmentLead')
  const path = await returnOf(page, 'environment-forum')
  for (const screen of ['list', ...screens]) {
    await page.setViewportSize({ width: 1440, height: 1000 })
    await open(page, screen === 'list' ? `/returns?quarter=${QUARTER}` : `${path}${screen}`)
    for (const width of [1440, 834, 390, 320]) {
      await page.setViewportSize({ width, height: 1000 })
      await expect.poll(() => sidewaysScroll(page), `${screen} at ${width}`).toBeLessThanOrEqual(0)
      if (width === 1440 || width === 390) expect(await faultsOf(page), `${screen} at ${width}`).toEqual([])
    }
  }
})

test('a member who only reads is told so, and sees the return', async ({ page }) => {
  await signIn(page, 'scrutiny')
  await open(page, await returnOf(page, 'environment-forum'))
  await expect(page.getByText('You may read this but not change it.').first()).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  expect(await faultsOf(page)).toEqual([])
})
