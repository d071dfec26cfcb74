import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { root } from '../toolchain.mjs'
import { findBreaches } from './walls.ts'

// Where no build looks: other tests start the product meanwhile.
const planted = join(root, 'prisma/planted')

afterEach(() => rmSync(planted, { recursive: true, force: true }))

test('an import through a wall is found and named', () => {
  mkdirSync(planted)
  writeFileSync(join(planted, 'breach.ts'), "import '../../apps/api/src/clock.ts'\n")
  expect(findBreaches()).toContainEqual(
    expect.stringMatching(/^database-imports-only-domain: .*breach\.ts imports .*clock\.ts$/),
  )
})
