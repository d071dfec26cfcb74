import { hash, randomBytes } from 'node:crypto'
import type { TestDatabase } from '@accord/database/testing'
import type { Role } from '@accord/domain'
import type { InjectOptions } from 'fastify'
import { buildApp } from '#api/app.ts'
import { createClock } from '#api/clock.ts'
import { readConfig } from '#api/config.ts'
import type { App } from '#api/route.ts'

const HOUR = 3_600_000

export type TestApp = {
  app: App
  database: TestDatabase
  /** A cookie header for a person of the demonstration, by e-mail address. */
  signedInAs: (email: string) => Promise<{ cookie: string }>
  /** A cookie header for a new person who holds just this role. */
  signedInWith: (role: Role) => Promise<{ cookie: string }>
  get: (
    url: string,
    headers?: InjectOptions['headers'],
  ) => Promise<{ status: number; body: unknown; text: string; headers: Record<string, unknown> }>
  close: () => Promise<void>
}

async function startSession(database: TestDatabase, personId: string): Promise<{ cookie: string }> {
  const token = randomBytes(32).toString('base64url')
  const now = new Date()
  await database.prisma.session.create({
    data: {
      tokenHash: Buffer.from(hash('sha256', token, 'hex'), 'hex'),
      personId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + HOUR),
    },
  })
  return { cookie: `accord=${token}` }
}

const ofPartnership = (role: Role) => ['partnership_lead', 'signatory', 'contributor'].includes(role)

/** An app on a database; another on the same one stands for another process. */
export async function buildTestApp(
  database: TestDatabase,
  environment: Record<string, string> = {},
): Promise<TestApp> {
  const config = readConfig({ ACCORD_LOG: 'silent', ...environment })
  const app = await buildApp({ database, clock: createClock(config.today), config })
  return {
    app,
    database,
    signedInAs: async (email) => {
      const person = await database.prisma.person.findUniqueOrThrow({
        where: { email },
        select: { id: true },
      })
      return startSession(database, person.id)
    },
    signedInWith: async (role) => {
      const place = ofPartnership(role)
        ? { partnership: { connect: { slug: 'waste-partnership' } } }
        : { council: { connect: { slug: 'cherwell' } } }
      const person = await database.prisma.person.create({
        data: {
          email: `${role}.${randomBytes(4).toString('hex')}@test.example`,
          name: 'Test Person',
          roles: { create: { role, ...place } },
        },
      })
      return startSession(database, person.id)
    },
    get: async (url, headers = {}) => {
      const response = await app.inject({ method: 'GET', url: `/api/v1${url}`, headers })
      const isJson =
        String(response.headers['content-type']).includes('json') &&
        response.headers['content-encoding'] === undefined
      return {
        status: response.statusCode,
        body: isJson ? response.json() : null,
        text: response.body,
        headers: response.headers,
      }
    },
    close: async () => {
      await app.close()
    },
  }
}
