import { may, type Permission, roleLabel, rolesThatMay } from '@accord/domain'
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { Actor } from '#api/context.ts'
import { Problem } from '#api/problem.ts'

export type Access = 'public' | Permission

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
}

export class UndeclaredAccess extends Error {}

function refuseUndeclared(route: RouteOptions): void {
  if (route.config?.access === undefined) {
    throw new UndeclaredAccess(`${String(route.method)} ${route.url} does not declare who may use it.`)
  }
}

/** The person asking. A route that declares a permission always has one. */
export function actorOf(request: FastifyRequest): Actor {
  if (request.session === null) throw new Problem('not-signed-in', 'Sign in, then try again.')
  return request.session.actor
}

function checkAccess(request: FastifyRequest): void {
  const { access } = request.routeOptions.config
  if (access === undefined || access === 'public') return
  const roles = actorOf(request).roles.map(({ role }) => role)
  if (may(roles, access)) return
  const allowed = rolesThatMay(access).map((role) => roleLabel(role).toLowerCase())
  throw new Problem(
    'not-allowed',
    `This is for: ${allowed.join(', ')}. Ask your performance officer if you need it.`,
  )
}

/** Closed unless declared open: the app does not start with a route that says nothing. */
export const access = fastifyPlugin(async (app: FastifyInstance) => {
  app.addHook('onRoute', refuseUndeclared)
  app.addHook('onRequest', (request, _reply, done) => {
    checkAccess(request)
    done()
  })
})
