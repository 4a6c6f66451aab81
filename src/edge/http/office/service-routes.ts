import multipart from '@fastify/multipart'
import { isAtHome } from '../../../core/casework/service-lists.ts'
import { FILE_LIMIT, FILES_A_MESSAGE } from '../../../core/contract/limits.ts'
import { RecordId } from '../../../core/contract/office/fields.ts'
import {
  KeptPhotos,
  NewService,
  ServicesFound,
  ServiceView,
  StrikeService,
} from '../../../core/contract/office/service.ts'
import { DaysAsked } from '../../../core/contract/office/visit.ts'
import { addDays, shanghai } from '../../../core/time.ts'
import type { ServiceLine } from '../../../work/ports/services.ts'
import { mustSignIn } from '../console/session.ts'
import { readForm } from '../files/read-form.ts'
import type { App, Gate } from '../parts.ts'
import { mustWait } from '../refuse-flood.ts'
import { frame, gives, mustAct, OfHousehold } from './frame.ts'
import { serviceView } from './service-view.ts'

const LIMITS = { fileSize: FILE_LIMIT, files: FILES_A_MESSAGE * 2, fields: 2, headerPairs: 20 }

/** Days that a list shows when nobody says which. */
const LATELY = 31

/** Service records (服务记录): writing, listing, taking back, and their photos. */
export function serviceRoutes(app: App, gate: Gate): void {
  const { services } = gate.office
  const found = (lines: readonly ServiceLine[]) => {
    const all = lines.map((line) => serviceView(line, gate))
    const visits = all.filter(({ state, type }) => state === 'done' && isAtHome(type)).length
    return { services: all, visits }
  }

  const record = { ...frame, body: NewService, response: gives(ServicesFound) }
  app.post('/api/office/services', { schema: record }, async (request) => {
    const { staff } = await mustAct(request, gate)
    return found(await services.record(staff, request.body))
  })

  const list = { ...frame, querystring: DaysAsked, response: gives(ServicesFound) }
  app.get('/api/office/services', { schema: list }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { day: today } = shanghai(gate.clock())
    const { to = today, from = addDays(to, -LATELY), street } = request.query
    return found(await services.list(staff, { from, to, ...(street ? { street } : {}) }))
  })

  const own = { ...frame, params: OfHousehold, response: gives(ServicesFound) }
  app.get('/api/office/households/:household/services', { schema: own }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    return found(await services.ofHousehold(staff, request.params.household))
  })

  const params = OfHousehold.extend({ id: RecordId })
  const strike = { ...frame, params, body: StrikeService, response: gives(ServiceView) }
  app.post(
    '/api/office/households/:household/services/:id/strike',
    { schema: strike },
    async (request) => {
      const { staff } = await mustAct(request, gate)
      const { household, id } = request.params
      const { version, reason } = request.body
      return serviceView(await services.strike(staff, household, id, version, reason), gate)
    },
  )
  photoRoute(app, gate)
}

function photoRoute(app: App, gate: Gate): void {
  const schema = {
    ...frame,
    params: OfHousehold,
    consumes: ['multipart/form-data'],
    description: `multipart/form-data: up to six photos of at most 5 MB. They are drawn anew, without place and time, and
kept sealed with the files of the household.`,
    response: gives(KeptPhotos),
  }
  void app.register((inner, _options, done) => {
    void inner.register(multipart, { limits: LIMITS, throwFileSizeLimit: false })
    const form = inner as unknown as App
    form.post('/api/office/households/:household/photos', { schema }, async (request) => {
      const { staff } = await mustAct(request, gate)
      mustWait(gate.rates.uploads, staff.id, gate)
      const { household } = request.params
      const { conversation, number } = await gate.office.services.photosOf(staff, household)
      const { kept, refused } = await readForm(request, (bytes) =>
        gate.files.keep(conversation, bytes),
      )
      return { photos: kept.map(({ id }) => ({ number, id })), refused }
    })
    done()
  })
}
