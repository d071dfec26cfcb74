import { type App, contextOf, problemsOf, type Services } from '#api/route.ts'
import { idempotencyOf } from '#plugins/idempotency.ts'
import { addInterviewNote } from './interview-notes.service.ts'
import { questionRoutes } from './questions.routes.ts'
import { recommendationRoutes } from './recommendations.routes.ts'
import {
  councilParameters,
  interviewNoteBody,
  partnershipParameters,
  scrutinyQuery,
} from './scrutiny.bodies.ts'
import { CouncilScrutiny, InterviewNote, PartnershipScrutiny } from './scrutiny.schemas.ts'
import { getCouncilScrutiny, getPartnershipScrutiny } from './scrutiny.service.ts'
import { workItemRoutes } from './work-items.routes.ts'

const tags = ['scrutiny']

function readingRoutes(app: App, services: Services): void {
  app.route({
    method: 'GET',
    url: '/councils/:council/scrutiny',
    config: { access: 'scrutiny:read' },
    schema: {
      tags,
      operationId: 'getScrutiny',
      summary: 'A council’s scrutiny: its work programme, and what is open, answered and overdue',
      params: councilParameters,
      querystring: scrutinyQuery,
      response: { 200: CouncilScrutiny, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request) =>
      getCouncilScrutiny(contextOf(request, services), {
        council: request.params.council,
        partnership: request.query.partnership ?? null,
        state: request.query.state ?? null,
      }),
  })

  app.route({
    method: 'GET',
    url: '/councils/:council/partnerships/:partnership/scrutiny',
    config: { access: 'scrutiny:read' },
    schema: {
      tags,
      operationId: 'getPartnershipScrutiny',
      summary: 'What a council’s scrutiny has asked, recommended and heard of one partnership',
      params: partnershipParameters,
      response: { 200: PartnershipScrutiny, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request) => getPartnershipScrutiny(contextOf(request, services), request.params),
  })

  app.route({
    method: 'POST',
    url: '/councils/:council/partnerships/:partnership/interview-notes',
    config: { access: 'scrutiny:manage' },
    schema: {
      tags,
      operationId: 'addInterviewNote',
      summary: 'Keep what a lead officer said; a note is never changed',
      params: partnershipParameters,
      body: interviewNoteBody,
      response: { 200: InterviewNote, ...problemsOf(401, 403, 404, 422, 503) },
    },
    handler: async (request) =>
      addInterviewNote(contextOf(request, services), request.params, {
        ...{ body: request.body, asked: idempotencyOf(request) },
      }),
  })
}

export async function scrutinyRoutes(app: App, services: Services): Promise<void> {
  readingRoutes(app, services)
  questionRoutes(app, services)
  recommendationRoutes(app, services)
  workItemRoutes(app, services)
}
