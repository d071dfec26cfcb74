import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

// 64 MiB, three passes, four lanes: the first choice of RFC 9106 where 2 GiB cannot be spared.
const MEMORY_KIB = 65_536
const PASSES = 3
const LANES = 4
const SALT_BYTES = 16
const TAG_BYTES = 32
const PREFIX = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$`
const PHC =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/

const derive = promisify(argon2)

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

/** For demonstration people only, whose rows must be the same at every load; everyone else gets a new salt. */
export async function hashPasswordWithSalt(password: string, salt: Buffer): Promise<string> {
  const tag = await derive('argon2id', {
    message: password,
    nonce: salt,
    memory: MEMORY_KIB,
    passes: PASSES,
    parallelism: LANES,
    tagLength: TAG_BYTES,
  })
  return `${PREFIX}${base64(salt)}$${base64(tag)}`
}

/** The Argon2id PHC string to store for a password. */
export function hashPassword(password: string): Promise<string> {
  return hashPasswordWithSalt(password, randomBytes(SALT_BYTES))
}

/** Whether the password gives the stored hash. False for any other algorithm and for text that is no hash. */
export async function verifyPassword(password: string, phc: string): Promise<boolean> {
  const found = PHC.exec(phc)
  if (!found) return false
  const [memory, passes, parallelism] = [Number(found[1]), Number(found[2]), Number(found[3])]
  // A stored hash never asks for more than we would give it.
  if (memory > MEMORY_KIB * 4 || passes > 10 || parallelism > 16) return false
  if (memory < 8 * parallelism || passes < 1 || parallelism < 1) return false
  const stored = Buffer.from(found[5] ?? '', 'base64')
  const nonce = Buffer.from(found[4] ?? '', 'base64')
  const tag = await derive('argon2id', {
    message: password,
    nonce,
    memory,
    passes,
    parallelism,
    tagLength: stored.length,
  })
  return timingSafeEqual(tag, stored)
}
