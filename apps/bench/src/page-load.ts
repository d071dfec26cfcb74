import type { Browser, BrowserContext, CDPSession } from 'playwright'

export type PageFigures = { scriptBytes: number; scripts: number; lcpMilliseconds: number; cls: number }

/** A council office’s line, as Lighthouse assumes for a desktop: 40 ms there and back, 10 Mbit a second. */
const OFFICE_LINE = {
  offline: false,
  latency: 40,
  downloadThroughput: 1_280_000,
  uploadThroughput: 1_280_000,
}

/** Layout may still move after the last request: it is watched for a moment longer. */
const SETTLED_AFTER_MILLISECONDS = 500

declare global {
  var accordLab: { lcpMilliseconds: number; cls: number } | undefined
}

type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean }

/** Runs in the page, before anything of its own. */
function watchPaints(): void {
  const seen = { lcpMilliseconds: 0, cls: 0 }
  globalThis.accordLab = seen
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.lcpMilliseconds = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) if (!entry.hadRecentInput) seen.cls += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Counts what comes over the line for scripts, compressed as it is served. */
async function countScripts(session: CDPSession): Promise<() => { scriptBytes: number; scripts: number }> {
  const scripts = new Set<string>()
  let scriptBytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength
  })
  await session.send('Network.enable')
  return () => ({ scriptBytes, scripts: scripts.size })
}

async function signIn(
  context: BrowserContext,
  origin: string,
  person: { email: string; password: string },
): Promise<void> {
  const answer = await context.request.post(`${origin}/api/v1/session`, { data: person })
  if (!answer.ok()) throw new Error(`${person.email} could not sign in: ${answer.status()}.`)
}

export type Visit = { origin: string; path: string; person: { email: string; password: string } }

/** One first visit, signed in, with nothing in the browser’s cache. */
export async function loadPage(browser: Browser, { origin, path, person }: Visit): Promise<PageFigures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    await signIn(context, origin, person)
    const page = await context.newPage()
    await page.addInitScript(watchPaints)
    const session = await context.newCDPSession(page)
    const scripts = await countScripts(session)
    await session.send('Network.emulateNetworkConditions', OFFICE_LINE)
    await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' })
    await page.waitForTimeout(SETTLED_AFTER_MILLISECONDS)
    const seen = await page.evaluate(() => globalThis.accordLab)
    if (seen === undefined || seen.lcpMilliseconds === 0) throw new Error(`${path} painted nothing.`)
    return { ...scripts(), ...seen }
  } finally {
    await context.close()
  }
}
