import { spawnSync } from 'node:child_process'
import { root } from '../toolchain.mjs'

/** A guard that read nothing must not pass: each room must show at least this many modules. */
const fewestModules: Record<string, number> = {
  'apps/api/src': 45,
  'apps/web/src': 60,
  'apps/launch': 8,
  'packages/domain/src': 30,
  'packages/api-client/src': 1,
  prisma: 25,
  e2e: 4,
}

type Cruise = {
  modules: { source: string }[]
  summary: { violations: { rule: { name: string }; from: string; to: string }[] }
}

/** Every import that crosses a wall, and every room that was hardly read. */
export function findBreaches(): string[] {
  const { stdout, stderr } = spawnSync(
    'node_modules/.bin/depcruise',
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...Object.keys(fewestModules)],
    { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  )
  if (!stdout.startsWith('{')) return [`The imports could not be read: ${stderr}`]
  const { modules, summary }: Cruise = JSON.parse(stdout)
  const unread = Object.entries(fewestModules).flatMap(([room, fewest]) => {
    const found = modules.filter(({ source }) => source.startsWith(`${room}/`)).length
    return found < fewest
      ? [`${room}: only ${found} modules were read, and there should be ${fewest} or more.`]
      : []
  })
  return [...unread, ...summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} imports ${to}`)]
}
