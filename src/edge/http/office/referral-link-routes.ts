import { z } from 'zod'
import { LinkForm } from '../../../core/contract/office/referral.ts'
import { isProblem } from '../../../core/errors.ts'
import type { LinkSays } from '../../../work/ports/referrals.ts'
import { sendPage } from '../document.ts'
import type { App, Gate } from '../parts.ts'
import { mustWait } from '../refuse-flood.ts'
import { mustBeSameOrigin } from '../same-origin.ts'
import { linkPage, thanksPage } from './referral-link-page.ts'

const Token = z.strictObject({ token: z.string().max(100) })

const schema = { hide: true, params: Token }

/** Pages on which who holds a link answers. Reading changes nothing: chat programs open links by themselves. */
export function linkPages(app: App, gate: Gate): void {
  const { referrals } = gate.office

  app.get('/partner/:token', { schema, exposeHeadRoute: false }, async (request, reply) => {
    mustWait(gate.rates.resumeCode, request.ip, gate)
    const view = await referrals.readLink(request.params.token)
    return sendPage(reply, linkPage(gate, request, view, null))
  })

  app.post('/partner/:token', { schema }, async (request, reply) => {
    mustBeSameOrigin(request)
    mustWait(gate.rates.resumeCode, request.ip, gate)
    const { token } = request.params
    const form = LinkForm.safeParse(request.body)
    if (!form.success) {
      const view = await referrals.readLink(token)
      return sendPage(reply.code(400), linkPage(gate, request, view, 'wrong'))
    }
    try {
      const view = await referrals.answerLink(token, form.data.version, saysOf(form.data))
      const over = form.data.act !== 'accept'
      const page = over ? thanksPage(gate, request) : linkPage(gate, request, view, 'accepted')
      return sendPage(reply, page)
    } catch (error) {
      if (!isProblem(error) || error.code === 'not_found') throw error
      const note = error.code === 'stale' ? 'stale' : 'wrong'
      const view = await referrals.readLink(token)
      return sendPage(reply.code(error.status), linkPage(gate, request, view, note))
    }
  })
}

function saysOf({ act, words, yuan, reason }: z.infer<typeof LinkForm>): LinkSays {
  switch (act) {
    case 'accept':
      return { act }
    case 'done':
      return { act, words, amount: yuan === '' ? null : Math.round(Number(yuan) * 100) }
    case 'return':
      return { act, words, reason }
    default:
      return act satisfies never
  }
}
