import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { root } from '../toolchain.mjs'
import { findBreaches } from './walls.ts'

const planted = join(root, 'packages/domain/src/planted')

afterEach(() => rmSync(planted, { recursive: true, force: true }))

test('an import through a wall is found and named', () => {
  mkdirSync(planted)
  writeFileSync(join(planted, 'breach.ts'), "import '../../../../apps/api/src/clock.ts'\n")
  expect(findBreaches()).toContainEqual(
    expect.stringMatching(/^domain-imports-only-itself: .*breach\.ts imports .*clock\.ts$/),
  )
})
