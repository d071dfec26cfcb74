import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root } from '../toolchain.mjs'

function run(folder: string, args: string[]): void {
  const { status, stderr, stdout } = spawnSync(process.execPath, args, {
    cwd: join(root, folder),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`)
}

function filesIn(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name)
      return [relative(folder, file), readFileSync(file, 'utf8')]
    }),
  )
}

function differences(written: Map<string, string>, committed: Map<string, string>): string[] {
  const names = new Set([...written.keys(), ...committed.keys()])
  return [...names].filter((name) => written.get(name) !== committed.get(name))
}

/** What the routes say now against the contract and the client that are committed. */
export function findContractDrift(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'accord-contract-'))
  try {
    const contract = join(folder, 'openapi.json')
    const client = join(folder, 'generated')
    run('apps/api', ['src/write-contract.ts', contract])
    run('packages/api-client', ['node_modules/@hey-api/openapi-ts/bin/run.js', '-i', contract, '-o', client])
    const committed = join(root, 'packages/api-client')
    const isSame = readFileSync(contract, 'utf8') === readFileSync(join(committed, 'openapi.json'), 'utf8')
    return [
      ...(isSame ? [] : ['openapi.json']),
      ...differences(filesIn(client), filesIn(join(committed, 'src/generated'))),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
