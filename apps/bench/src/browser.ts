import { existsSync } from 'node:fs'

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The machine’s own browser; ACCORD_BROWSER names one that is elsewhere. Null where there is none. */
export function findBrowser(): string | null {
  const named = process.env.ACCORD_BROWSER
  return [...(named === undefined ? [] : [named]), ...USUAL_PLACES].find((file) => existsSync(file)) ?? null
}

/** Chromium’s own sandbox cannot be had by root. */
export const browserArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : []
