import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { checkStamp, startStep } from './steps.mjs'
import { environmentOf, findToolchain, root } from './toolchain.mjs'

const PARENT_LOOK = 1000

/** @typedef {import('./toolchain.mjs').Toolchain} Toolchain */

function install(/** @type {Toolchain} */ toolchain) {
  const stamp = checkStamp({
    name: 'install',
    inputs: [
      'package.json',
      'pnpm-lock.yaml',
      'pnpm-workspace.yaml',
      ...['api', 'bench', 'launch', 'web'].map((name) => `apps/${name}/package.json`),
      ...['api-client', 'domain'].map((name) => `packages/${name}/package.json`),
      'prisma/package.json',
      'e2e/package.json',
    ],
    output: 'node_modules/.modules.yaml',
  })
  if (stamp.isDone) return
  const end = startStep('Installing packages')
  const { status, stdout, stderr } = spawnSync(
    join(toolchain.pnpmFolder, 'pnpm'),
    ['install', '--frozen-lockfile', '--prod=false'],
    { cwd: root, env: environmentOf(toolchain), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  )
  if (status !== 0) {
    process.stdout.write('\n')
    throw new Error(`The packages could not be installed:\n${stdout}${stderr}`)
  }
  end()
  stamp.done()
}

/** npm runs a script through a shell, so npm itself is the parent of the parent. */
function startedBy() {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=', '-p', String(process.ppid)], { encoding: 'utf8' })
  const grandparent = Number(stdout?.trim())
  const byNpm = process.env.npm_lifecycle_event !== undefined && grandparent > 1
  return byNpm ? [process.ppid, grandparent] : [process.ppid]
}

function isAlive(/** @type {number} */ pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Ends when whatever started this is gone: after a kill of npm nothing is left holding the port.
 * @param {() => void} onGone
 */
function watchParents(onGone) {
  const parents = startedBy()
  setInterval(() => {
    if (!parents.every(isAlive)) onGone()
  }, PARENT_LOOK).unref()
}

/** Brings the toolchain and the packages, then hands over to a program that needs both. */
export function handOver(/** @type {string} */ program) {
  try {
    const toolchain = findToolchain((doing) => process.stdout.write(`${doing} …\n`))
    install(toolchain)
    const child = spawn(toolchain.node, [join(root, 'apps/launch/src', program), ...process.argv.slice(2)], {
      cwd: root,
      env: environmentOf(toolchain),
      // The channel closes when this process dies, which tells the child to stop too.
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    })
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => child.kill(signal === 'SIGINT' ? 'SIGTERM' : signal))
    }
    watchParents(() => child.kill('SIGTERM'))
    child.on('exit', (code, signal) => {
      if (signal !== null)
        process.stderr.write(`Stopped by ${signal}. Start again: nothing that was saved is lost.\n`)
      process.exit(code ?? 1)
    })
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}
