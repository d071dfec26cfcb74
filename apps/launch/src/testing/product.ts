import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Product = {
  process: ChildProcess
  address: string
  said: () => string
  /** The exit code, once it has ended. */
  ended: Promise<number | null>
}

const LONGEST_START = 45_000

export function dataFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'accord-start-'))
  // Open to the account that runs the database when the tests run as root.
  chmodSync(path, 0o711)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Runs what `npm start` runs, once packages are there. */
export function run(environment: Record<string, string>): Omit<Product, 'address'> {
  let said = ''
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'start.ts')], {
    env: { ...process.env, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { process: child, said: () => said, ended }
}

export async function start(environment: Record<string, string>): Promise<Product> {
  const product = run(environment)
  const deadline = Date.now() + LONGEST_START
  while (Date.now() < deadline && product.process.exitCode === null) {
    const address = /ready at (http:\S+)/.exec(product.said())?.[1]
    if (address !== undefined) return { ...product, address }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The product did not start:\n${product.said()}`)
}

export async function stop(product: Product): Promise<number | null> {
  product.process.kill('SIGTERM')
  return product.ended
}
