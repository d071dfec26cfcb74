import type { Database } from '@accord/database'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from '#api/problem.ts'

const QUARTER_OF_AN_HOUR = 15 * 60

/** In a quarter of an hour: wrong passwords for one account, and attempts from one address, which a whole council may share. */
const WRONG_FOR_ONE_ACCOUNT = 8
const ATTEMPTS_FROM_ONE_ADDRESS = 300

export type SignInThrottle = {
  /** Counts the attempt before the password is looked at, so that parallel guesses are all counted. */
  attempt: (who: { email: string; address: string }) => Promise<void>
  /** A right password clears the account’s count. */
  succeed: (email: string) => Promise<void>
}

export function createSignInThrottle(database: Database): SignInThrottle {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({
      storeClient: database.pool,
      storeType: 'pool',
      tableName: 'sign_in_throttle',
      tableCreated: true,
      keyPrefix,
      points,
      duration: QUARTER_OF_AN_HOUR,
    })
  const byAccount = limiter('account', WRONG_FOR_ONE_ACCOUNT)
  const byAddress = limiter('address', ATTEMPTS_FROM_ONE_ADDRESS)

  return {
    attempt: async ({ email, address }) => {
      try {
        await byAddress.consume(address)
        await byAccount.consume(email)
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
        const minutes = Math.ceil(seconds / 60)
        const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`
        throw new Problem(
          'too-many-attempts',
          `Too many attempts to sign in. Wait ${wait}, then try again.`,
          {
            retryAfterSeconds: seconds,
          },
        )
      }
    },
    succeed: async (email) => {
      await byAccount.delete(email)
    },
  }
}
