import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './toolchain.mjs'

const stampFile = (/** @type {string} */ name) => join(root, '.accord', 'stamps', name)

/** @returns {string[]} */
function filesIn(/** @type {string} */ path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist')
    .flatMap(({ name }) => filesIn(join(path, name)))
    .sort()
}

function fingerprint(/** @type {readonly string[]} */ inputs) {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((input) => filesIn(join(root, input)))) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/**
 * Whether a step may be skipped: its output is there and its inputs are as they were. Otherwise `done` notes
 * what they are now.
 * @param {{ name: string, inputs: readonly string[], output: string }} step
 */
export function checkStamp({ name, inputs, output }) {
  const file = stampFile(name)
  const print = fingerprint(inputs)
  const isDone = existsSync(join(root, output)) && existsSync(file) && readFileSync(file, 'utf8') === print
  return {
    isDone,
    done: () => {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, print)
    },
  }
}

/** Says what is being done while it is done, then how long it took. */
export function startStep(/** @type {string} */ title) {
  const started = performance.now()
  process.stdout.write(`${title} …`)
  return (/** @type {string} */ outcome = '') => {
    const seconds = (performance.now() - started) / 1000
    process.stdout.write(` ${outcome}${outcome === '' ? '' : ', '}${seconds.toFixed(1)} s\n`)
  }
}
