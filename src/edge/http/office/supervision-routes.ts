import { type Checked, qualityBy } from '../../../core/casework/quality-figures.ts'
import { RecordId } from '../../../core/contract/office/fields.ts'
import {
  ChecksAsked,
  ChecksFound,
  CheckView,
  CorrectRecord,
  JudgeCheck,
  NewSample,
} from '../../../core/contract/office/supervision.ts'
import type { Staff } from '../../../core/people/role.ts'
import { addDays, shanghai } from '../../../core/time.ts'
import type { CheckLine } from '../../../work/ports/supervision.ts'
import { mustSignIn } from '../console/session.ts'
import type { App, Gate } from '../parts.ts'
import { frame, gives, mustAct, OfHousehold } from './frame.ts'
import { checkView } from './supervision-view.ts'

/** Days that a list shows when nobody says which: a quarter. */
const LATELY = 92

/** Looking at service records (服务督导): samples, verdicts, corrections and figures. */
export function supervisionRoutes(app: App, gate: Gate): void {
  const { supervision } = gate.office

  const found = { ...frame, querystring: ChecksAsked, response: gives(ChecksFound) }
  app.get('/api/office/supervision', { schema: found }, async (request) => {
    const { staff } = await mustSignIn(request, gate)
    const { day: today } = shanghai(gate.clock())
    const { to = today, from = addDays(to, -LATELY), street } = request.query
    const where = street ? { street } : {}
    return checksFound(await supervision.list(staff, { from, to, ...where }), staff, gate)
  })

  const draw = { ...frame, body: NewSample, response: gives(ChecksFound) }
  app.post('/api/office/supervision/samples', { schema: draw }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { street, ...sample } = request.body
    const where = street ? { street } : {}
    return checksFound(await supervision.draw(staff, { ...sample, ...where }), staff, gate)
  })

  const params = OfHousehold.extend({ id: RecordId })
  const at = '/api/office/households/:household/checks/:id'
  const judge = { ...frame, params, body: JudgeCheck, response: gives(CheckView) }
  app.post(`${at}/judge`, { schema: judge }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { version, ...verdict } = request.body
    const line = await supervision.judge(staff, { ...request.params, version }, verdict)
    return checkView(line, staff, await namesOf(staff, gate), gate)
  })

  const correct = { ...frame, params, body: CorrectRecord, response: gives(CheckView) }
  app.post(`${at}/correct`, { schema: correct }, async (request) => {
    const { staff } = await mustAct(request, gate)
    const { version, ...what } = request.body
    const line = await supervision.correct(staff, { ...request.params, version }, what)
    return checkView(line, staff, await namesOf(staff, gate), gate)
  })
}

async function namesOf(staff: Staff, gate: Gate): Promise<ReadonlyMap<string, string>> {
  const all = await gate.desk.listColleagues(staff)
  return new Map([...all, staff].map(({ id, name }) => [id, name]))
}

async function checksFound(lines: readonly CheckLine[], staff: Staff, gate: Gate) {
  const names = await namesOf(staff, gate)
  const checked = lines.map(checkedOf)
  const figures = (by: 'author' | 'street', nameOf: (of: string) => string) =>
    [...qualityBy(checked, by)].map(([of, each]) => ({ of, name: nameOf(of), ...each }))
  return {
    checks: lines.map((line) => checkView(line, staff, names, gate)),
    people: figures('author', (id) => names.get(id) ?? id),
    streets: figures('street', (code) => gate.placeName(code) ?? code),
    leads: staff.role !== 'adviser' && staff.role !== 'auditor',
  }
}

function checkedOf({ check, head, author }: CheckLine): Checked {
  const { score, round } = check.detail
  return {
    ...{ author, state: check.state, street: head.street ?? '' },
    score: typeof score === 'number' ? score : null,
    returned: typeof round === 'number' ? round : 0,
  }
}
