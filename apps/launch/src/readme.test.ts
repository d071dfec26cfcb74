import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../toolchain.mjs'

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const readme = read('README.md')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

const found = (pattern: RegExp) => [...new Set([...readme.matchAll(pattern)].map(([, name]) => name ?? ''))]

test('every command that the README names is there', () => {
  const commands = [...found(/`pnpm ([a-z]+(?::[a-z-]+)?)/g), ...found(/npm (start|test)/g)]
  expect(commands.length).toBeGreaterThan(5)
  for (const command of commands) expect(Object.keys(scripts)).toContain(command)
})

test('the README lists every setting, and no other', () => {
  const config = read('apps/api/src/config.ts')
  const settings = [...config.matchAll(/^ {4}([A-Z_]+):\s*z\b/gm)].map(([, name]) => name ?? '')
  expect(settings.length).toBeGreaterThan(5)
  expect(found(/^\| `([A-Z_]+)` +\|/gm).toSorted()).toEqual(settings.toSorted())
})

test('every room, picture and page that the README points at exists', () => {
  const places = [...found(/\]\(([^)]+)\)/g), ...found(/^\| `([a-z0-9/-]+)` +\|/gm)]
  expect(places).toContain('docs/dashboard.png')
  for (const place of places) expect(existsSync(join(root, place)), place).toBe(true)
})
