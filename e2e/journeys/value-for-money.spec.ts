import type { Page } from '@playwright/test'
import { startOwnProduct } from '../fixtures/product.ts'
import { expect, faultsOf, loaded, sidewaysScroll, test } from '../fixtures/test.ts'

const TOWN = '/value-for-money/cherwell-town-centres-partnership'
const YEAR = 'council=cherwell&year=2009-10'

async function hasNoFaults(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
  expect(await sidewaysScroll(page)).toBe(0)
}

// One story after the other, on a database of its own: a rating that others read here is agreed.
test.describe.configure({ mode: 'serial' })

const START_MILLISECONDS = 120_000
let own: Awaited<ReturnType<typeof startOwnProduct>> | undefined

test.beforeAll(async () => {
  test.setTimeout(START_MILLISECONDS)
  own = await startOwnProduct()
})

test.afterAll(async () => own?.end())

test('a scrutiny member goes from the list to a criterion and to its evidence in three clicks', async ({
  page,
  signInAs,
  quietConsole: _,
}) => {
  await signInAs('scrutiny')
  await page.goto('/value-for-money?council=cherwell')
  await loaded(page)

  await test.step('the list says how many are only fair', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      '3 of 16 assessed partnerships are rated fair',
    )
    await expect(page.getByRole('link', { name: 'Value for money' })).toHaveAttribute('aria-current', 'page')
    await hasNoFaults(page)
  })

  await test.step('one click: the criterion where most fall short', async () => {
    await page.getByRole('link', { name: 'Effectiveness: outcomes' }).click()
    await expect(page).toHaveURL(/criterion=effectiveness/)
    await expect(page.getByRole('rowheader', { name: /Rural Transport/ })).toBeVisible()
    await hasNoFaults(page)
  })

  await test.step('two: the partnership, at that criterion', async () => {
    await page.getByRole('link', { name: 'Cherwell Rural Transport Partnership' }).click()
    await loaded(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Rated fair: it saves 35p for each £1 it costs, and three of its seven outcomes are on target',
    )
    await expect(page.locator('#effectiveness')).toBeFocused()
    await hasNoFaults(page)
  })

  await test.step('three: the evidence', async () => {
    await page.getByRole('button', { name: /^Bus survey, September 2009/ }).click()
    await expect(page.getByText('412 passengers in nine villages were asked.')).toBeVisible()
    await hasNoFaults(page)
    await page.keyboard.press('Escape')
  })

  await test.step('a file comes as a download, and what is exempt is marked', async () => {
    const arriving = page.waitForEvent('download')
    await page.getByRole('link', { name: /^Time records/ }).click()
    expect((await arriving).suggestedFilename()).toBe('rural-transport-time-records.csv')
    await expect(
      page.getByRole('row', { name: /^Governance and risk/ }).getByText('Exempt, paragraph 3'),
    ).toBeVisible()
  })

  await test.step('it sits beside the median and the high performers, and reads on a phone', async () => {
    await expect(
      page.getByRole('img', {
        name: 'Economy: what it costs: this partnership Fair, median Good, Waste Good',
      }),
    ).toBeVisible()
    await page.setViewportSize({ width: 390, height: 844 })
    await hasNoFaults(page)
  })
})

test('an assessor makes an assessment, another moderates it, and the Executive member agrees it', async ({
  page,
  signInAs,
  quietConsole: _,
}) => {
  test.setTimeout(START_MILLISECONDS)
  const form = (name: string) => page.getByRole('form', { name })

  await test.step('she starts a draft for the year that runs', async () => {
    await signInAs('performance')
    await page.goto(`${TOWN}/assessment?${YEAR}`)
    await loaded(page)
    await hasNoFaults(page)
    await page.getByRole('button', { name: 'Start the assessment' }).click()
    await expect(page.getByRole('heading', { name: 'Moderate: not yet' })).toBeVisible()
    await expect(page.getByText('Seven criteria have no rating')).toBeVisible()
    await hasNoFaults(page)
  })

  await test.step('she rates the criteria with a judgement each', async () => {
    for (const field of await form('Criteria').getByLabel('Rating').all()) await field.selectOption('3')
    for (const field of await form('Criteria').getByLabel('Judgement').all()) {
      await field.fill('Footfall is counted each week and the three centres are let.')
    }
    await form('Criteria').getByRole('button', { name: 'Save criteria' }).click()
    await expect(form('Criteria').getByRole('status')).toHaveText('The criteria are saved.')
    await expect(page.getByText('Seven criteria have no rating')).toHaveCount(0)
  })

  await test.step('a figure that is none is refused at its box, and what is typed stays', async () => {
    await form('What goes in').getByLabel('Hours').first().fill('many')
    await form('What goes in').getByRole('button', { name: 'Save what goes in' }).click()
    await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText(
      'Write hours as a number',
    )
    await hasNoFaults(page)
    await form('What goes in').getByLabel('Hours').first().fill('50')
    await form('What goes in').getByRole('button', { name: 'Save what goes in' }).click()
    await expect(form('What goes in').getByRole('status')).toHaveText('What goes in is saved.')
  })

  await test.step('she adds a file as evidence, and a note for each of the other criteria', async () => {
    const adding = form('Add evidence')
    await adding.getByLabel('What it is').selectOption('file')
    await adding.getByRole('button', { name: 'Add evidence' }).click()
    await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('Choose a file')
    await adding.getByLabel('Title').fill('Footfall counts')
    await adding.getByLabel(/^File/).setInputFiles({
      name: 'footfall.exe',
      mimeType: 'application/x-msdownload',
      buffer: Buffer.from('week,people\n1,4200\n2,4350\n'),
    })
    await adding.getByRole('button', { name: 'Add evidence' }).click()
    await expect(page.getByRole('link', { name: /^Footfall counts/ })).toBeVisible()
    const criteria = await adding.getByLabel('Criterion').locator('option').all()
    const ids = await Promise.all(criteria.map((option) => option.getAttribute('value')))
    await adding.getByLabel('What it is').selectOption('note')
    for (const [place, id] of ids.slice(1).entries()) {
      await adding.getByLabel('Criterion').selectOption(id ?? '')
      await adding.getByLabel('Title').fill(`Note ${place + 1}`)
      await adding.getByLabel('Note', { exact: true }).fill('Seen on the visit of 12 October.')
      await adding.getByRole('button', { name: 'Add evidence' }).click()
      await expect(page.getByRole('button', { name: new RegExp(`^Note ${place + 1}`) })).toBeVisible()
    }
  })

  await test.step('what is left says that another moderates it', async () => {
    const overall = form('Overall')
    await overall
      .getByLabel('Is the investment in line with the benefits and savings?')
      .selectOption('in_line')
    await overall.getByLabel('Why').fill('It costs little, and the centres are busier.')
    await overall.getByLabel('Overall rating').selectOption('3')
    await overall.getByLabel('Reason for the rating').fill('Most of what it set out to do is done.')
    await overall.getByRole('button', { name: 'Save overall judgement' }).click()
    await expect(page.getByText('You made this assessment: someone else moderates it.')).toBeVisible()
    await expect(page.getByText('has no reason')).toHaveCount(0)
    await hasNoFaults(page)
  })

  await test.step('until it is agreed nobody else knows of it', async () => {
    await signInAs('scrutiny')
    await page.goto(`${TOWN}?${YEAR}`)
    await loaded(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not assessed for value for money')
    await hasNoFaults(page)
  })

  await test.step('a colleague moderates it', async () => {
    await signInAs('moderator')
    await page.goto(`${TOWN}/assessment?${YEAR}`)
    await loaded(page)
    await page.getByRole('button', { name: 'Moderate it' }).click()
    await expect(page.getByText('moderated', { exact: false }).first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Moderate it' })).toHaveCount(0)
    await hasNoFaults(page)
  })

  await test.step('the Executive member agrees it, and the list shows the rating', async () => {
    await signInAs('executive')
    await page.goto(`${TOWN}/assessment?${YEAR}`)
    await loaded(page)
    await hasNoFaults(page)
    await page.getByRole('button', { name: 'Agree it' }).click()
    await expect(page.getByRole('button', { name: 'Agree it' })).toHaveCount(0)
    await page.goto(`/value-for-money?${YEAR}`)
    await loaded(page)
    await expect(page.getByRole('row', { name: /Cherwell Town Centres Partnership/ })).toContainText('Good')
    await hasNoFaults(page)
  })
})

test('an officer words the scale and the criteria anew from a later year on', async ({
  page,
  signInAs,
  quietConsole: _,
}) => {
  await signInAs('performance')
  await page.goto('/value-for-money/criteria?council=cherwell')
  await loaded(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Judged by 7 criteria since 2006/07')
  await hasNoFaults(page)

  await test.step('what is missing is said at its field', async () => {
    await page.getByLabel('Rating 4').fill('')
    await page.getByRole('button', { name: 'Save words and criteria' }).click()
    await expect(page.getByRole('link', { name: 'Give this rating a word' })).toBeVisible()
    await hasNoFaults(page)
  })

  await test.step('a criterion is added, and the new words begin with the year', async () => {
    await page.getByLabel('Rating 4').fill('Outstanding')
    await page.getByLabel('From the year').selectOption('2010/11')
    await page.getByRole('button', { name: 'Add a criterion' }).click()
    await page.getByLabel('Criterion 8').fill('Environment')
    await page.getByLabel('What is judged').last().fill('What does it do for the climate?')
    await page.getByRole('button', { name: 'Save words and criteria' }).click()
    await expect(page.getByText('The words and criteria are saved.')).toBeVisible()
    const scheme = await page.request.get('/api/v1/councils/cherwell/value-for-money/scheme?year=2010-11')
    expect(await scheme.json()).toMatchObject({ words: ['Poor', 'Fair', 'Good', 'Outstanding'] })
  })

  await test.step('the year that runs keeps those it has', async () => {
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Judged by 7 criteria since 2006/07')
    await page.setViewportSize({ width: 390, height: 844 })
    await hasNoFaults(page)
  })
})

test('a scrutiny member reads how partnerships are judged, and changes nothing', async ({
  page,
  signInAs,
}) => {
  await signInAs('scrutiny')
  await page.goto('/value-for-money?council=cherwell')
  await page.getByRole('link', { name: 'How partnerships are judged' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Judged by 7 criteria since 2006/07')
  await expect(page.getByRole('button', { name: 'Save words and criteria' })).toHaveCount(0)
})
