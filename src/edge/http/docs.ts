import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { App } from './parts.ts'

/** The page of swagger-ui needs its own script, style and pictures, and nothing from elsewhere. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const INFO = {
  title: 'Warm Hearth',
  version: '1',
  description: 'Residents’ chat and the advisers’ desk. Errors are {code, message, field?}.',
}

/** The API’s description, made from the same zod shapes that check it, and a page to read it. */
export async function docs(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      info: INFO,
      components: {
        securitySchemes: {
          conversation: { type: 'http', scheme: 'bearer' },
          desk: { type: 'apiKey', in: 'cookie', name: 'hearth-desk' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs/api',
    staticCSP: true,
    transformStaticCSP: () => POLICY,
    uiConfig: { validatorUrl: 'none' },
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.serializer(JSON.stringify).send(app.swagger()),
  )
}
