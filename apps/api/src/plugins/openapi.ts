import swagger from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from '@fastify/type-provider-zod'
import type { FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type JsonObject = { [key: string]: Json }

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A `pattern` beside a `format` says the same twice, and generators trip over it. */
function tidy(value: Json): Json {
  if (Array.isArray(value)) return value.map(tidy)
  if (!isObject(value)) return value
  const entries = Object.entries(value)
    .filter(
      ([key, item]) =>
        !(key === 'pattern' && 'format' in value) && !(key === 'id' && typeof item === 'string'),
    )
    .filter(([key]) => key !== '$schema')
    .filter(([key, item]) => !(key === 'additionalProperties' && item === false && 'properties' in value))
  return Object.fromEntries(entries.map(([key, item]) => [key, tidy(item)]))
}

function referencesIn(value: Json, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) referencesIn(item, found)
  if (!isObject(value)) return
  const reference = value.$ref
  if (typeof reference === 'string') found.add(reference.replace('#/components/schemas/', ''))
  for (const item of Object.values(value)) referencesIn(item, found)
}

/** Components that no path reaches are left out of the public contract. */
function withoutOrphans(document: JsonObject): JsonObject {
  const components = document.components
  if (!isObject(components)) return document
  const schemas = components.schemas
  if (!isObject(schemas)) return document
  const reached = new Set<string>()
  referencesIn(document.paths ?? null, reached)
  for (const name of reached) referencesIn(schemas[name] ?? null, reached)
  const kept = Object.fromEntries(
    Object.entries(schemas)
      .filter(([name]) => reached.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  return { ...document, components: { ...components, schemas: kept } }
}

const meanings: Record<string, string> = {
  '200': 'Done',
  '204': 'Done, with nothing to say',
  '304': 'Not changed since the copy you hold',
  '400': 'The request could not be read',
  '401': 'Not signed in',
  '403': 'Signed in, but not allowed; or the request came from another site',
  '404': 'No such thing, or not for this reader',
  '422': 'Part of the request was not understood',
  '429': 'Too many attempts',
  '503': 'The database cannot be reached',
}

function responseContent(status: string, content: JsonObject): JsonObject {
  if (Number(status) >= 400) return { 'application/problem+json': content['application/json'] ?? null }
  return 'text/csv' in content ? { ...content, 'text/csv': { schema: { type: 'string' } } } : content
}

/** Problems have their own media type, and a CSV is text: the plugin writes neither. */
function withMediaTypes(value: Json, key = ''): Json {
  if (!isObject(value)) return Array.isArray(value) ? value.map((item) => withMediaTypes(item)) : value
  const content = value.content
  if (/^[1-5]\d\d$/.test(key) && isObject(content)) {
    return { ...value, description: meanings[key] ?? 'Answer', content: responseContent(key, content) }
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withMediaTypes(item, name)]))
}

/** The generator names a shape that requests use apart, with Input behind it, also where it is the same shape. */
function withoutInputTwins(text: string): string {
  return text.replace(/(#\/components\/schemas\/\w+?)Input"/g, '$1"')
}

export function contractOf(app: FastifyInstance): JsonObject {
  const document: Json = JSON.parse(withoutInputTwins(JSON.stringify(app.swagger())))
  const tidied = withMediaTypes(tidy(document))
  return isObject(tidied) ? withoutOrphans(tidied) : {}
}

export const openapi = fastifyPlugin(async (app: FastifyInstance) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.1',
      info: {
        title: 'Accord',
        version: '1.0.0',
        description: 'Partnership performance for local government. The app is the first client of this API.',
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-accord' } },
      },
    },
    transform: (input) => {
      const transformed = jsonSchemaTransform(input)
      const isPublic = input.route.config?.access === 'public'
      return {
        ...transformed,
        schema: { ...transformed.schema, security: isPublic ? [] : [{ session: [] }] },
      }
    },
    transformObject: jsonSchemaTransformObject,
  })
})
