import { z } from 'zod'
import { type App, problemsOf, type Services } from '#api/route.ts'
import { actorOf } from '#plugins/access.ts'
import { readSignedInPerson } from './session.queries.ts'
import { SignedInPerson, signInBody } from './session.schemas.ts'
import { signIn } from './session.service.ts'
import { createSignInThrottle } from './sign-in-throttle.ts'

const tags = ['session']

export async function sessionRoutes(app: App, { database }: Services): Promise<void> {
  const throttle = createSignInThrottle(database)

  app.route({
    method: 'POST',
    url: '/session',
    config: { access: 'public' },
    bodyLimit: 4096,
    schema: {
      tags,
      operationId: 'signIn',
      summary: 'Sign in',
      body: signInBody,
      response: { 200: SignedInPerson, ...problemsOf(400, 401, 403, 422, 429, 503) },
    },
    handler: async (request, reply) => {
      const personId = await signIn({ database, throttle, ...request.body, address: request.ip })
      await app.startSession({ personId, request, reply })
      return readSignedInPerson(database, { personId })
    },
  })

  app.route({
    method: 'GET',
    url: '/session',
    config: { access: 'session:read', byInvitation: true },
    schema: {
      tags,
      operationId: 'getSession',
      summary: 'Who is signed in',
      response: { 200: SignedInPerson, ...problemsOf(401, 503) },
    },
    handler: async (request) => readSignedInPerson(database, actorOf(request)),
  })

  app.route({
    method: 'DELETE',
    url: '/session',
    config: { access: 'public' },
    schema: {
      tags,
      operationId: 'signOut',
      summary: 'Sign out',
      response: { 204: z.null(), ...problemsOf(403, 503) },
    },
    handler: async (request, reply) => {
      await app.endSession({ request, reply })
      return reply.code(204).send(null)
    },
  })
}
