import { describe, expect, test } from 'vitest'
import { type ImportState, importActions, whyCannotImport } from './import-life.ts'

const states: ImportState[] = [
  'reading',
  'mapping',
  'checking',
  'ready',
  'applied',
  'undone',
  'failed',
  'abandoned',
]

describe('what can be done with an import', () => {
  test('is what its state allows, and everything else has a reason', () => {
    const allowed = Object.fromEntries(
      states.map((state) => [
        state,
        importActions.filter(
          (action) => whyCannotImport(action, { state, open: 0, differences: 1 }) === null,
        ),
      ]),
    )
    expect(allowed).toEqual({
      reading: ['abandon'],
      mapping: ['map', 'abandon'],
      checking: [],
      ready: ['map', 'answer', 'load', 'abandon'],
      applied: ['undo'],
      undone: [],
      failed: [],
      abandoned: [],
    })
  })

  test('it is not loaded while a question is open, nor when it changes nothing', () => {
    const ready = { state: 'ready', open: 0, differences: 3 } as const
    expect(whyCannotImport('load', { ...ready, open: 1 })).toBe('1 question is open. Answer, then load.')
    expect(whyCannotImport('load', { ...ready, open: 2 })).toBe('2 questions are open. Answer, then load.')
    expect(whyCannotImport('load', { ...ready, differences: 0 })).toContain('changes nothing')
    expect(whyCannotImport('load', ready)).toBeNull()
  })
})
