import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Trouble } from '../../core/contract/trouble.ts'
import { isProblem, type Problem, problem } from '../../core/errors.ts'
import { pageTexts } from './chat/language.ts'
import type { App, Gate, Parts } from './parts.ts'
import { sentence } from './sentence.ts'
import type { Texts } from './texts.ts'
import { troublePage } from './trouble-page.ts'

/** Every failure becomes {code, message, field?}, or a page with a kind sentence for browsers. */
export function answerTrouble(app: App, gate: Gate): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const found = problemOf(error)
    if (found.status >= 500) {
      gate.log?.error('request_failed', error, { route: request.routeOptions.url ?? 'none' })
    }
    return answer(found, request, reply, gate)
  })
  app.setNotFoundHandler((request, reply) => answer(problem('not_found'), request, reply, gate))
}

/** Answers with a problem, in the form that the asker reads. */
export function answer(found: Problem, request: FastifyRequest, reply: FastifyReply, gate: Parts) {
  reply.code(found.status)
  const { wait } = found.details
  if (typeof wait === 'number') reply.header('retry-after', wait)
  if (wantsPage(request)) {
    return reply.type('text/html; charset=utf-8').send(troublePage(found, request, gate).html)
  }
  return reply
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(
      troubleOf(found, OF_STAFF.test(request.url) ? gate.texts.console : pageTexts(request, gate)),
    )
}

/** Calls of those who work here; all others are residents'. */
const OF_STAFF = /^\/api\/(?:desk|office|studio)\b/

/** What a client is told: the code, a sentence, which field, who was faster. Nothing else. */
function troubleOf(found: Problem, texts: Texts): Trouble {
  const { field, by } = found.details
  return {
    code: found.code,
    message: sentence(found, texts),
    ...(typeof field === 'string' ? { field } : {}),
    ...(typeof by === 'string' ? { by } : {}),
  }
}

const wantsPage = (request: FastifyRequest) =>
  !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')

function problemOf(error: FastifyError): Problem {
  if (isProblem(error)) return error
  const field = error.validation?.[0]?.instancePath.split('/')[1] ?? error.validationContext
  if (error.validation) return problem('bad_request', field ? { field } : {})
  if (error.statusCode === 413) return problem('too_large')
  if (error.statusCode === 415) return problem('unsupported_type')
  if (isBadJson(error)) return problem('bad_json')
  if (error.statusCode !== undefined && error.statusCode < 500) return problem('bad_request')
  return problem('internal', {}, error)
}

const isBadJson = (error: FastifyError) =>
  error instanceof SyntaxError ||
  error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ||
  error.code === 'FST_ERR_CTP_INVALID_JSON_BODY'
