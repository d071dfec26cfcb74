import { readFile } from 'node:fs/promises'
import { expect, faultsOf, loaded, sidewaysScroll, test } from '../fixtures/test.ts'

test('a scrutiny member takes the pack of all that are fair to the meeting', async ({
  page,
  signInAs,
  quietConsole: _,
}) => {
  await signInAs('scrutiny')
  await page.goto('/value-for-money?council=cherwell')
  await loaded(page)

  await test.step('one click from the list', async () => {
    await page.getByRole('link', { name: 'Build the pack' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Scrutiny pack: three partnerships rated fair, 2008/09',
    )
    await loaded(page)
    expect(await faultsOf(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
  })

  await test.step('it says what is not for publication, and has each partnership in turn', async () => {
    await expect(page.getByText('Not for publication: exempt, paragraph 3')).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Contents' }).getByRole('link')).toHaveCount(3)
    await page.getByRole('link', { name: 'Cherwell Rural Transport Partnership' }).click()
    await expect(page.locator('#cherwell-rural-transport-partnership')).toBeInViewport()
    await expect(page.getByRole('table', { name: /^What goes in: £111,806/ })).toBeVisible()
  })

  await test.step('it comes as a PDF too, and reads on a phone', async () => {
    const arriving = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download as PDF' }).click()
    const download = await arriving
    expect(download.suggestedFilename()).toBe('scrutiny-pack-rated-fair-2008-09.pdf')
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-')
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await faultsOf(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
  })

  await test.step('on paper it has no menu and no buttons', async () => {
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
    await expect(page.getByRole('navigation', { name: 'Contents' })).toBeHidden()
  })
})

test('from a rating to why, with questions and the partnership’s own pack below', async ({
  page,
  signInAs,
  quietConsole: _,
}) => {
  await signInAs('scrutiny')
  await page.goto('/value-for-money/cherwell-rural-transport-partnership?council=cherwell')
  await loaded(page)
  await expect(page.getByRole('heading', { name: 'Questions and recommendations' })).toBeVisible()
  await expect(page.getByText('Merge the two boards by autumn.')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])

  await test.step('what goes in leads to the evidence for it, and to those it is held against', async () => {
    await page.getByRole('link', { name: 'Evidence: Economy: what it costs' }).click()
    await expect(page.locator('#economy')).toBeFocused()
    await expect(page.getByRole('link', { name: 'The 16 the median is of' })).toBeVisible()
  })

  await page.getByRole('link', { name: 'Build the pack' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Scrutiny pack: Cherwell Rural Transport Partnership, 2008/09',
  )
})

test('someone who may not read what is exempt is told what is withheld', async ({
  page,
  signInAs,
  quietConsole: _,
}) => {
  await signInAs('lead')
  await page.goto('/value-for-money/pack?council=cherwell&partnership=cherwell-rural-transport-partnership')
  await loaded(page)
  await expect(page.getByText('Not for publication')).toHaveCount(0)
  await expect(page.getByText('1 interview note withheld: exempt, paragraph 3.')).toBeVisible()
})
