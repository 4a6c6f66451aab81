import { GIVEN_PARTS } from '../../../core/casework/referral.ts'
import { RecordId } from '../../../core/contract/office/fields.ts'
import {
  GivenView,
  OutsidesFound,
  OutsideView,
  PartnersView,
  PartsAsked,
  RenewLink,
  SendReferral,
  SentOutside,
  StreetAsked,
  WithdrawOutside,
} from '../../../core/contract/office/referral.ts'
import type { WithLink } from '../../../work/ports/referrals.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, mustAct, OfHousehold } from './frame.ts'
import { givenLines, outsideView } from './referral-view.ts'

const OfOutside = OfHousehold.extend({ id: RecordId })

/** The path of the page on which a link is answered. */
export const sentView = ({ line, token }: WithLink, gate: Gate) => ({
  line: outsideView(line, gate),
  link: `/partner/${token}`,
})

/** Referrals (转介) to partners, and their links. */
export function referralRoutes(app: App, gate: Gate): void {
  const { referrals } = gate.office

  const list = { ...frame, querystring: StreetAsked, response: gives(OutsidesFound) }
  app.get('/api/office/referrals', { schema: list }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const lines = await referrals.list(staff, request.query.street || undefined)
    return { lines: lines.map((line) => outsideView(line, gate)) }
  })

  const own = { ...frame, params: OfHousehold, response: gives(OutsidesFound) }
  app.get('/api/office/households/:household/referrals', { schema: own }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const lines = await referrals.ofHousehold(staff, request.params.household)
    return { lines: lines.map((line) => outsideView(line, gate)) }
  })

  const partners = { ...frame, params: OfHousehold, response: gives(PartnersView) }
  app.get('/api/office/households/:household/partners', { schema: partners }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const found = await referrals.partners(staff, request.params.household)
    return {
      partners: found.map(({ id, name, does, sample }) => ({ id, name, does, sample })),
      departments: referrals.departments(),
    }
  })

  const preview = {
    ...{ ...frame, params: OfHousehold, querystring: PartsAsked },
    response: gives(GivenView),
  }
  app.get('/api/office/households/:household/given', { schema: preview }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const asked = request.query.parts.split(',')
    const parts = GIVEN_PARTS.filter((part) => asked.includes(part))
    const given = await referrals.preview(staff, request.params.household, parts)
    return { given: givenLines(given, gate) }
  })
  sendRoutes(app, gate)
}

function sendRoutes(app: App, gate: Gate): void {
  const { referrals } = gate.office

  const send = { ...frame, params: OfHousehold, body: SendReferral, response: gives(SentOutside) }
  app.post('/api/office/households/:household/referrals', { schema: send }, async (request) => {
    const { staff } = await mustAct(request, gate)
    return sentView(await referrals.send(staff, request.params.household, request.body), gate)
  })

  const link = { ...frame, params: OfOutside, body: RenewLink, response: gives(SentOutside) }
  app.post(
    '/api/office/households/:household/referrals/:id/link',
    { schema: link },
    async (request) => {
      const { staff } = await mustAct(request, gate)
      return sentView(await referrals.link(staff, { ...request.params, ...request.body }), gate)
    },
  )

  const withdraw = {
    ...{ ...frame, params: OfOutside, body: WithdrawOutside },
    response: gives(OutsideView),
  }
  app.post(
    '/api/office/households/:household/referrals/:id/withdraw',
    { schema: withdraw },
    async (request) => {
      const { staff } = await mustAct(request, gate)
      const { version, why } = request.body
      const at = { ...request.params, version }
      return outsideView(await referrals.withdraw(staff, at, why), gate)
    },
  )
}
