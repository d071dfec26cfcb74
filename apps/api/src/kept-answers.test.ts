import { expect, test } from 'vitest'
import { keepAnswers } from './kept-answers.ts'

/** Makes answers and counts them; `read` is the snapshot that the making sees. */
function kitchen() {
  let made = 0
  const answers = keepAnswers<{ made: number }>(10)
  const ask = async (state: { connection: number; text: string } | null, read: string) =>
    (
      await answers('page', {
        state,
        make: async () => {
          made += 1
          return { snapshot: read, answer: { made } }
        },
      })
    ).made
  return ask
}

const at = (text: string, connection = 1) => ({ connection, text })

test('the same database is answered from memory', async () => {
  const ask = kitchen()
  expect(await ask(at('10:10:'), '10:10:')).toBe(1)
  expect(await ask(at('10:10:'), '10:10:')).toBe(1)
})

test('another snapshot is read anew, and so is the same text from another server', async () => {
  const ask = kitchen()
  expect(await ask(at('10:10:'), '10:10:')).toBe(1)
  expect(await ask(at('11:11:'), '11:11:')).toBe(2)
  expect(await ask(at('11:11:', 2), '11:11:')).toBe(3)
})

test('what was made while somebody wrote is not kept', async () => {
  const ask = kitchen()
  expect(await ask(at('10:10:'), '11:11:')).toBe(1)
  expect(await ask(at('11:11:'), '11:11:')).toBe(2)
  expect(await ask(at('10:10:'), '11:11:')).toBe(3)
})

test('without a look-up nothing is kept', async () => {
  const ask = kitchen()
  expect(await ask(null, '10:10:')).toBe(1)
  expect(await ask(null, '10:10:')).toBe(2)
})
