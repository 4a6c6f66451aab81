import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import fastify from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { BODY_LIMIT } from '../../core/contract/limits.ts'
import { problem } from '../../core/errors.ts'
import { serveAssets } from './assets-routes.ts'
import { chatApi } from './chat/api.ts'
import { chatPage } from './chat/page-routes.ts'
import { createTalks } from './chat/talks.ts'
import { consolePages } from './console/pages.ts'
import { signInPages } from './console/sign-in-routes.ts'
import { demoPages } from './demo/routes.ts'
import { deskApi } from './desk/desk-api.ts'
import { docs } from './docs.ts'
import { embed } from './embed/routes.ts'
import { files } from './files/routes.ts'
import { health } from './health.ts'
import { metrics } from './metrics.ts'
import { officeApi } from './office/office-api.ts'
import type { App, Gate, Parts } from './parts.ts'
import { createRates } from './rates.ts'
import { refuseFlood } from './refuse-flood.ts'
import { resumeApi } from './resume/api.ts'
import { resumePages } from './resume/pages.ts'
import { security } from './security.ts'
import { createStreams } from './stream.ts'
import { studioApi } from './studio/studio-api.ts'
import { answer, answerTrouble } from './trouble.ts'
import { webhooks } from './webhooks/routes.ts'

/**
 * Milliseconds in which a request must have arrived whole: slow senders do not hold connections. A
 * picture of 5 MB takes 80 s where the network is poor (0.5 Mbit/s).
 */
const REQUEST_TIMEOUT = 90_000

/** The whole HTTP gate over its parts, ready to listen or to be tried by `inject`. */
export async function buildApp(parts: Parts): Promise<App> {
  const app: App = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    trustProxy: parts.settings.trustProxy,
    forceCloseConnections: true,
    frameworkErrors: (_error, request, reply) =>
      answer(problem('not_found'), request, reply, parts),
  }) as unknown as App
  app.removeContentTypeParser('text/plain')
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  const gate: Gate = {
    ...parts,
    rates: createRates(),
    streams: createStreams(),
    talks: createTalks(parts),
  }
  app.addHook('preClose', async () => gate.streams.closeAll())
  answerTrouble(app, gate)
  refuseFlood(app, gate)
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: BODY_LIMIT })
  await security(app)
  await docs(app)
  metrics(app, gate)
  health(app, gate)
  await serveAssets(app, gate)
  chatApi(app, gate)
  chatPage(app, gate)
  await files(app, gate)
  await webhooks(app, gate)
  await embed(app, gate)
  demoPages(app, gate)
  resumeApi(app, gate)
  resumePages(app, gate)
  signInPages(app, gate)
  consolePages(app, gate)
  deskApi(app, gate)
  officeApi(app, gate)
  studioApi(app, gate)
  return app
}
