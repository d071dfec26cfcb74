import { type Database, hashPassword, verifyPassword } from '@accord/database'
import { Problem } from '#api/problem.ts'
import { readCredentials } from './session.queries.ts'
import type { SignInThrottle } from './sign-in-throttle.ts'

// Checked when there is no such person, so that the answer takes as long as for a wrong password.
let nobodysHash: Promise<string> | null = null

type SignIn = {
  database: Database
  throttle: SignInThrottle
  email: string
  password: string
  address: string
}

/** The person's id. One sentence for every failure: which half was wrong is never told. */
export async function signIn({ database, throttle, email, password, address }: SignIn): Promise<string> {
  const who = { email: email.toLowerCase(), address }
  await throttle.attempt(who)
  const person = await readCredentials(database, who.email)
  nobodysHash ??= hashPassword('nobody')
  const isRight = await verifyPassword(password, person?.passwordHash ?? (await nobodysHash))
  if (!isRight || person === null || person.passwordHash === null || person.disabledAt !== null) {
    throw new Problem(
      'wrong-credentials',
      'The e-mail address or the password is wrong. Check both, then try again.',
    )
  }
  await throttle.succeed(who.email)
  return person.id
}
