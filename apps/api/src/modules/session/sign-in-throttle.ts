import type { Database } from '@accord/database'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from '#api/problem.ts'

const QUARTER_OF_AN_HOUR = 15 * 60

/** Wrong passwords in a quarter of an hour: for one account, and from one address. */
const FOR_ONE_ACCOUNT = 8
const FROM_ONE_ADDRESS = 60

export type SignInThrottle = {
  /** Counts the attempt before the password is looked at, so that parallel guesses are all counted. */
  attempt: (who: { email: string; address: string }) => Promise<void>
  /** Takes back what a right password was charged. */
  succeed: (who: { email: string; address: string }) => Promise<void>
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
  const byAccount = limiter('account', FOR_ONE_ACCOUNT)
  const byAddress = limiter('address', FROM_ONE_ADDRESS)

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
    succeed: async ({ email, address }) => {
      await byAccount.delete(email)
      await byAddress.reward(address)
    },
  }
}
