import {
  CONTACT_WAYS,
  DECLINE_REASONS,
  ERASE_REASONS,
  GIVE_BACK_PLACES,
  OUTCOMES,
  PLACE_REASONS,
  QUEUE_FILTERS,
  RELEASE_REASONS,
  REOPEN_REASONS,
  REVEAL_REASONS,
  SNOOZE_REASONS,
  TRANSFER_PARTS,
  TRANSFER_REASONS,
} from '../../../core/casework/desk-lists.ts'
import { typeKey } from '../../../core/casework/type-key.ts'
import { Duty, DutyState, Me } from '../../../core/contract/desk/me.ts'
import { INDICATORS } from '../../../core/indicators.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, iso, mustAct, troubles } from './frame.ts'
import { named, placeName, word } from './words.ts'

/** Who is at the desk. */
export function meRoutes(app: App, gate: Gate): void {
  const texts = gate.texts.desk
  const LISTS = {
    release: RELEASE_REASONS,
    reveal: REVEAL_REASONS,
    transfer: TRANSFER_REASONS,
    transfer_part: TRANSFER_PARTS,
    decline: DECLINE_REASONS,
    outcome: OUTCOMES,
    erase: ERASE_REASONS,
    reopen: REOPEN_REASONS,
    contact: CONTACT_WAYS,
    give_back: GIVE_BACK_PLACES,
    snooze: SNOOZE_REASONS,
    place: PLACE_REASONS,
    filter: QUEUE_FILTERS,
    indicator: INDICATORS,
  }
  const lists = Object.fromEntries(
    Object.entries(LISTS).map(([group, codes]) => [group, named(texts, group, codes)]),
  ) as Record<keyof typeof LISTS, ReturnType<typeof named>>

  const me = { ...frame, response: { 200: Me, ...troubles } }
  app.get('/api/desk/me', { schema: me }, async (request) => {
    const { staff, csrf } = await mustSignIn(request, gate)
    const { id, login, name, role, district } = staff
    const colleagues = await gate.desk.listColleagues(staff)
    const wide = role === 'district' || role === 'admin'
    const every = gate.streetsOf(district).map(({ code, name }) => ({ code, name }))
    const own = staff.streets.filter((code) => code !== '')
    return {
      ...{ id, login, name, role, district, csrf, lists },
      roleLabel: word(texts, 'role', role),
      streets: wide ? [...every] : own.map((code) => ({ code, name: placeName(gate, code) })),
      everyStreet: [...every],
      duty: colleagues.find((each) => each.id === id)?.duty ?? false,
      textsVersion: gate.texts.version,
      now: iso(gate.clock()),
      demo: gate.settings.demo !== null,
      colleagues: colleagues.map((each) => ({ ...each, pinyin: typeKey(each.name) })),
    }
  })

  const duty = { ...frame, body: Duty, response: { 200: DutyState, ...troubles } }
  app.post('/api/desk/duty', { schema: duty }, async (request) => {
    const { staff } = await mustAct(request, gate)
    await gate.desk.setDuty(staff, request.body.on)
    return { duty: request.body.on }
  })
}
