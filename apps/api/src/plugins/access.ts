import { may, type Permission, roleLabel, rolesThatMay } from '@accord/domain'
import type { FastifyInstance, FastifyRequest, onRequestHookHandler, RouteOptions } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { Actor } from '#api/context.ts'
import { Problem } from '#api/problem.ts'

export type Access = 'public' | Permission

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
    /** Open also to someone who came by an invitation’s link. */
    byInvitation?: true
  }
}

export class UndeclaredAccess extends Error {}

function declaredAccess(route: RouteOptions): Access {
  const access = route.config?.access
  if (access === undefined) {
    throw new UndeclaredAccess(`${String(route.method)} ${route.url} does not declare who may use it.`)
  }
  return access
}

/** The person asking. A route that declares a permission always has one. */
export function actorOf(request: FastifyRequest): Actor {
  if (request.session === null) throw new Problem('not-signed-in', 'Sign in, then try again.')
  return request.session.actor
}

type Declared = { access: Permission; byInvitation: boolean }

function checkAccess(request: FastifyRequest, { access, byInvitation }: Declared): void {
  const isInvited = (actorOf(request).assignmentId ?? null) !== null
  if (isInvited && !byInvitation) {
    throw new Problem('not-allowed', 'Your link opens the answers that were handed to you, and nothing else.')
  }
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
  app.addHook('onRoute', (route) => {
    const access = declaredAccess(route)
    if (access === 'public') return
    const declared = { access, byInvitation: route.config?.byInvitation === true }
    const check: onRequestHookHandler = (request, _reply, done) => {
      checkAccess(request, declared)
      done()
    }
    // After the one that says who is asking.
    route.onRequest = [route.onRequest ?? [], check].flat()
  })
})
