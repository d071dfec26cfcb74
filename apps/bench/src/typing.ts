import { chromium, type Page } from 'playwright'
import { browserArguments, findBrowser } from './browser.ts'
import { leadToken } from './deadline-area.ts'
import { quantile } from './load.ts'

/** From key to paint, as the browser itself times an event (Event Timing, in steps of 8 ms). */
export type TypingFigures = { keys: number; rows: number; worst: number; p98: number }

const BOXES = 12
const KEYS_A_BOX = 5
const PAUSE_MILLISECONDS = 40

declare global {
  var accordKeys: number[] | undefined
}

/** Runs in the page, before anything of its own. */
function watchKeys(): void {
  const durations: number[] = []
  globalThis.accordKeys = durations
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name === 'keydown' || entry.name === 'input') durations.push(entry.duration)
    }
  }).observe({ type: 'event', durationThreshold: 0 } as PerformanceObserverInit)
}

async function typeDown(page: Page): Promise<number> {
  const boxes = page.locator('input[data-row]')
  const rows = await boxes.count()
  await boxes.first().click()
  for (let box = 0; box < BOXES; box++) {
    for (let key = 0; key < KEYS_A_BOX; key++) {
      await page.keyboard.press(String((box + key) % 10))
      await page.waitForTimeout(PAUSE_MILLISECONDS)
    }
    await page.keyboard.press('Enter')
    await page.waitForTimeout(PAUSE_MILLISECONDS)
  }
  return rows
}

/** A lead types down a return of two hundred indicators, with every answer saved as it is typed. */
export async function measureTyping(origin: string, returnId: string): Promise<TypingFigures | null> {
  const executablePath = findBrowser()
  if (executablePath === null) return null
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    await context.addCookies([{ name: 'accord', value: leadToken(1), url: origin }])
    const page = await context.newPage()
    await page.addInitScript(watchKeys)
    await page.goto(`${origin}/returns/${returnId}/indicators`, { waitUntil: 'networkidle' })
    const rows = await typeDown(page)
    const durations = (await page.evaluate(() => globalThis.accordKeys)) ?? []
    if (durations.length === 0) throw new Error('No key was timed.')
    const sorted = durations.toSorted((a, b) => a - b)
    return { keys: durations.length, rows, worst: sorted.at(-1) ?? 0, p98: quantile(sorted, 0.98) }
  } finally {
    await browser.close()
  }
}
