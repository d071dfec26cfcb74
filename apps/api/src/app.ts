import compress from '@fastify/compress'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from '@fastify/type-provider-zod'
import Fastify from 'fastify'
import { createLog } from './log.ts'
import { councilRoutes } from './modules/councils/councils.routes.ts'
import { cycleRoutes } from './modules/cycle/cycle.routes.ts'
import { dashboardRoutes } from './modules/dashboards/dashboards.routes.ts'
import { deploymentRoutes } from './modules/deployment/deployment.routes.ts'
import { exportRoutes } from './modules/exports/exports.routes.ts'
import { frameworkWriteRoutes } from './modules/frameworks/framework-writes.routes.ts'
import { frameworkRoutes } from './modules/frameworks/frameworks.routes.ts'
import { healthRoutes } from './modules/health/health.routes.ts'
import { importRoutes } from './modules/imports/imports.routes.ts'
import { indicatorChangeRoutes } from './modules/indicator-changes/changes.routes.ts'
import { indicatorNoteRoutes } from './modules/indicator-notes/indicator-notes.routes.ts'
import { catalogueRoutes } from './modules/indicators/catalogue.routes.ts'
import { indicatorRoutes } from './modules/indicators/indicators.routes.ts'
import { notificationRoutes } from './modules/notifications/notifications.routes.ts'
import { packRoutes } from './modules/packs/packs.routes.ts'
import { partnershipRoutes } from './modules/partnerships/partnerships.routes.ts'
import { quarterRoutes } from './modules/quarters/quarters.routes.ts'
import { returnRoutes } from './modules/returns/returns.routes.ts'
import { scrutinyRoutes } from './modules/scrutiny/scrutiny.routes.ts'
import { sessionRoutes } from './modules/session/session.routes.ts'
import { assessmentRoutes } from './modules/value-for-money/assessments.routes.ts'
import { fileRoutes } from './modules/value-for-money/files.routes.ts'
import { schemeRoutes } from './modules/value-for-money/scheme.routes.ts'
import { valueForMoneyRoutes } from './modules/value-for-money/value-for-money.routes.ts'
import { workbookRoutes } from './modules/workbooks/workbooks.routes.ts'
import { access } from './plugins/access.ts'
import { errors } from './plugins/errors.ts'
import { openapi } from './plugins/openapi.ts'
import { security } from './plugins/security.ts'
import { session } from './plugins/session.ts'
import { webApp } from './plugins/web-app.ts'
import type { App, Services } from './route.ts'

const LARGEST_BODY = 64 * 1024
// A file of figures may be large and a line slow; a header that does not arrive is cut off sooner.
const SLOWEST_REQUEST = 300_000

/** The whole API, in the order a request meets it. */
export async function buildApp(services: Services): Promise<App> {
  const { config } = services
  const log = createLog(config.logLevel)
  const app = Fastify({
    logger: false,
    bodyLimit: LARGEST_BODY,
    requestTimeout: SLOWEST_REQUEST,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)

  await app.register(errors, { log })
  await app.register(compress, { global: true, threshold: 1024, globalDecompression: false })
  await app.register(openapi)
  await app.register(security, { mode: config.mode })
  await app.register(session, { ...services, log, mode: config.mode })
  // Before access is asked for on every route: files declare theirs in one place, for all of them.
  await app.register(webApp)
  await app.register(access)

  await app.register(
    async (api: App) => {
      await healthRoutes(api, services)
      await deploymentRoutes(api, services)
      await sessionRoutes(api, services)
      await councilRoutes(api, services)
      await quarterRoutes(api, services)
      await frameworkRoutes(api, services)
      await frameworkWriteRoutes(api, services)
      await partnershipRoutes(api, services)
      await catalogueRoutes(api, services)
      await indicatorRoutes(api, services)
      await indicatorNoteRoutes(api, services)
      await indicatorChangeRoutes(api, services)
      await dashboardRoutes(api, services)
      await returnRoutes(api, services)
      await workbookRoutes(api, services)
      await importRoutes(api, services)
      await exportRoutes(api, services)
      await cycleRoutes(api, services)
      await valueForMoneyRoutes(api, services)
      await schemeRoutes(api, services)
      await assessmentRoutes(api, services)
      await fileRoutes(api, services)
      await packRoutes(api, services)
      await scrutinyRoutes(api, services)
      await notificationRoutes(api, services)
    },
    { prefix: '/api/v1' },
  )
  return app
}
