// Runs on whatever Node the machine has (20 or newer), before anything is installed: plain JavaScript, no packages.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

const NODE = '24.21.0'
const PNPM = '12.21.0'
// Argon2 and the stripping of types are part of Node from here on.
const OLDEST_NODE = [24, 7]

/** @typedef {{ node: string, pnpmFolder: string }} Toolchain */

const noted = join(root, '.accord', 'toolchain.json')

function isNewEnough(/** @type {string} */ version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
}

/** @returns {string | null} the folder of a pnpm of the pinned major, where the machine has one */
function pnpmOnPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, 'pnpm')
    if (folder === '' || !existsSync(file)) continue
    const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', cwd: root })
    if (stdout?.trim().split('.')[0] === PNPM.split('.')[0]) return folder
  }
  return null
}

/** @returns {Toolchain | null} */
function notedToolchain() {
  if (!existsSync(noted)) return null
  const { node, pnpmFolder } = JSON.parse(readFileSync(noted, 'utf8'))
  return existsSync(node) && existsSync(join(pnpmFolder, 'pnpm')) ? { node, pnpmFolder } : null
}

/** @returns {Toolchain | null} */
function fetchedToolchain() {
  const npm = process.env.npm_execpath
  const [command, ...before] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm']
  const script = 'console.log(JSON.stringify({ node: process.execPath, path: process.env.PATH }))'
  const { status, stdout } = spawnSync(
    command ?? 'npm',
    [
      ...before,
      'exec',
      '--yes',
      `--package=node@${NODE}`,
      `--package=pnpm@${PNPM}`,
      '-c',
      `node -e '${script}'`,
    ],
    // Away from the repository, whose own packages npm would look at first.
    { encoding: 'utf8', cwd: dirname(process.execPath), stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const line = stdout?.trim().split('\n').at(-1)
  if (status !== 0 || !line?.startsWith('{')) return null
  const { node, path } = JSON.parse(line)
  const pnpmFolder = path
    .split(delimiter)
    .find((/** @type {string} */ folder) => existsSync(join(folder, 'pnpm')))
  return pnpmFolder === undefined ? null : { node, pnpmFolder }
}

/** The pinned Node and pnpm: the machine’s own where they fit, else from the npm registry. */
export function findToolchain(/** @type {(doing: string) => void} */ say) {
  const onPath = isNewEnough(process.versions.node) ? pnpmOnPath() : null
  const here = onPath === null ? notedToolchain() : { node: process.execPath, pnpmFolder: onPath }
  if (here !== null) return here
  say(`Fetching Node ${NODE} and pnpm ${PNPM}`)
  const fetched = fetchedToolchain()
  if (fetched === null) {
    throw new Error(
      `Node ${NODE} and pnpm ${PNPM} could not be fetched from the npm registry. Check the connection, or install them yourself.`,
    )
  }
  mkdirSync(dirname(noted), { recursive: true })
  writeFileSync(noted, `${JSON.stringify(fetched)}\n`)
  return fetched
}

/** The environment in which `node` and `pnpm` are the pinned ones. */
export function environmentOf(/** @type {Toolchain} */ { node, pnpmFolder }) {
  return { ...process.env, PATH: [dirname(node), pnpmFolder, process.env.PATH].join(delimiter) }
}
