import { expect, test } from 'vitest'
import { hashPassword, hashPasswordWithSalt, verifyPassword } from './password.ts'

test('a password gives its own hash and no other password does', async () => {
  const phc = await hashPassword('correct horse')
  expect(phc).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=4\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(await verifyPassword('correct horse', phc)).toBe(true)
  expect(await verifyPassword('Correct horse', phc)).toBe(false)
})

test('two hashes of one password differ', async () => {
  expect(await hashPassword('same')).not.toBe(await hashPassword('same'))
})

test('one salt gives one hash, so that the demonstration is the same at every load', async () => {
  const salt = Buffer.alloc(16, 1)
  expect(await hashPasswordWithSalt('demonstration', salt)).toBe(
    await hashPasswordWithSalt('demonstration', salt),
  )
})

test.each([
  '',
  'demonstration',
  '$2b$12$abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  '$argon2i$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  '$argon2id$v=19$m=9999999,t=99,p=99$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
])('no password fits what is not a hash of ours: %s', async (phc) => {
  expect(await verifyPassword('demonstration', phc)).toBe(false)
})
