import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../toolchain.mjs'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const isThere = (file: string) => existsSync(file)

function run(command: string, args: string[], cwd = root): boolean {
  return spawnSync(command, args, { cwd, stdio: 'ignore' }).status === 0
}

function installFromDebian(): boolean {
  const mayInstall =
    process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
  if (!mayInstall) return false
  const options = ['-y', '-q', '--no-install-recommends']
  run('apt-get', ['update', '-q'])
  return run('apt-get', ['install', ...options, 'chromium', 'fonts-liberation'])
}

function installFromPlaywright(): string | null {
  const folder = join(root, 'e2e')
  if (!run(join(folder, 'node_modules/.bin/playwright'), ['install', 'chromium'], folder)) return null
  const script = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))"
  const { stdout } = spawnSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' })
  const file = stdout.trim()
  return isThere(file) ? file : null
}

/** A browser for the journeys: the machine’s, else Debian’s package, else Playwright’s. Null when none can be had. */
export function findBrowser(): string | null {
  const named = process.env.ACCORD_BROWSER
  if (named !== undefined && isThere(named)) return named
  const here = usualPlaces.find(isThere)
  if (here !== undefined) return here
  if (installFromDebian()) return usualPlaces.find(isThere) ?? null
  return installFromPlaywright()
}

export const NO_BROWSER =
  'No browser was found for the end-to-end tests. Install Chromium or Chrome (on Debian: apt-get install chromium), or set ACCORD_BROWSER to one.'
