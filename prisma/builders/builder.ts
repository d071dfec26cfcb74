import { randomUUID } from 'node:crypto'
import type { Prisma, PrismaClient } from '../client/generated/client.ts'

/** What a builder writes through: the client, or a transaction of it. */
export type Writer = PrismaClient | Prisma.TransactionClient

let made = 0

/** A word that no other builder of this process has used, for slugs and names that must differ. */
export function ownWord(kind: string): string {
  made += 1
  return `${kind}-${made}-${randomUUID().slice(0, 8)}`
}

/** A day without a time. */
export function day(text: string): Date {
  return new Date(`${text}T00:00:00Z`)
}
