import { z } from 'zod'
import {
  CallConsultation,
  ConcludeConsultation,
  ConsultationsAsked,
  ConsultationsView,
  ConsultationView,
  GiveOpinion,
  HoldConsultation,
} from '../../../core/contract/office/consultation.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { consultationView } from './consultation-view.ts'
import { frame, gives, mustAct, OfHousehold } from './frame.ts'

const OfConsultation = z.strictObject({ id: z.guid().describe('Id of the conference.') })

const OF_FILE = '/api/office/households/:household/consultations'

const ONE = '/api/office/consultations/:id'

/** Case conferences (救助会诊). */
export function consultationRoutes(app: App, gate: Gate): void {
  readConsultations(app, gate)
  writeConsultations(app, gate)
}

function readConsultations(app: App, gate: Gate): void {
  const { consultations } = gate.office

  const list = { ...frame, querystring: ConsultationsAsked, response: gives(ConsultationsView) }
  app.get('/api/office/consultations', { schema: list }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { state, comparable } = request.query
    const lines = await consultations.list(staff, {
      ...(state && { state }),
      ...(comparable && { comparable }),
    })
    return { consultations: lines.map((line) => consultationView(line, gate)) }
  })

  const own = { ...frame, params: OfHousehold, response: gives(ConsultationsView) }
  app.get(OF_FILE, { schema: own }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const lines = await consultations.ofHousehold(staff, request.params.household)
    return { consultations: lines.map((line) => consultationView(line, gate)) }
  })

  const one = { ...frame, params: OfConsultation, response: gives(ConsultationView) }
  app.get(ONE, { schema: one }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    return consultationView(await consultations.read(staff, request.params.id), gate)
  })
}

function writeConsultations(app: App, gate: Gate): void {
  const { consultations } = gate.office
  const gives200 = gives(ConsultationView)

  const call = { ...frame, params: OfHousehold, body: CallConsultation, response: gives200 }
  app.post(OF_FILE, { schema: call }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const line = await consultations.call(staff, request.params.household, request.body)
    return consultationView(line, gate)
  })

  const hold = { ...frame, params: OfConsultation, body: HoldConsultation, response: gives200 }
  app.post(`${ONE}/hold`, { schema: hold }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { version, ...what } = request.body
    const line = await consultations.hold(staff, request.params.id, version, what)
    return consultationView(line, gate)
  })

  const opine = { ...frame, params: OfConsultation, body: GiveOpinion, response: gives200 }
  app.post(`${ONE}/opinions`, { schema: opine }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const line = await consultations.opine(staff, request.params.id, request.body)
    return consultationView(line, gate)
  })

  const conclude = {
    ...{ ...frame, params: OfConsultation },
    ...{ body: ConcludeConsultation, response: gives200 },
  }
  app.post(`${ONE}/conclude`, { schema: conclude }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { version, ...what } = request.body
    const line = await consultations.conclude(staff, request.params.id, version, what)
    return consultationView(line, gate)
  })
}
