import type { AddressInfo } from 'node:net'
import { DASHBOARD, dashboardValues } from '@accord/api/dashboard-statement'
import { createDatabase } from '@accord/database'
import { parseQuarterKey, redFrom } from '@accord/domain'
import Fastify from 'fastify'
import { TODAY } from './area-shape.ts'
import {
  cpuMicroseconds,
  endWithParent,
  type Order,
  reply,
  residentBytes,
  type Start,
  type StoredAnswer,
} from './process-messages.ts'

type Stored = { headers: Record<string, string>; body: Buffer }

const stored = new Map<string, Stored>()

function keep(answers: StoredAnswer[]): void {
  for (const { path, headers, bodyBase64 } of answers) {
    stored.set(path, { headers, body: Buffer.from(bodyBase64, 'base64') })
  }
}

type Asked = { Params: { council: string; quarter: string } }

/**
 * What the product is held against, on the same HTTP server with nothing added: a route that sends the
 * same bytes, one that answers 304, and one that runs the dashboard’s statement on a pool of the same
 * size and sends a trivial answer. No session, no access, no headers of safety, no check of what is asked.
 */
async function start({ connectionString, poolSize }: Start): Promise<void> {
  const app = Fastify({ logger: false })
  const { pool } = createDatabase({ connectionString, poolSize })
  app.get<Asked>('/bytes/:council/:quarter', (request, reply) => {
    const answer = stored.get(request.url)
    return answer === undefined ? reply.code(404).send() : reply.headers(answer.headers).send(answer.body)
  })
  app.get<Asked>('/not-modified/:council/:quarter', (_request, reply) => reply.code(304).send())
  app.get<Asked>('/statement/:council/:quarter', async (request) => {
    const { council, quarter } = request.params
    const asked = { council, quarterIndex: parseQuarterKey(quarter) ?? 0, framework: null, portfolio: null }
    const values = dashboardValues(asked, { today: TODAY, redFrom })
    const { rows } = await pool.query({ name: 'dashboard', text: DASHBOARD, values })
    return { rows: rows.length }
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  reply({ kind: 'listening', port: (app.server.address() as AddressInfo).port })
}

endWithParent()
process.on('message', async (order: Order) => {
  if (order.kind === 'start') await start(order.start)
  if (order.kind === 'store') {
    keep(order.answers)
    reply({ kind: 'stored' })
  }
  if (order.kind === 'report')
    reply({
      kind: 'report',
      statements: 0,
      cpuMicroseconds: cpuMicroseconds(),
      residentBytes: residentBytes(),
    })
})
