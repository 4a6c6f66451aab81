import { randomUUID } from 'node:crypto'
import type { CaseFile } from '../../src/core/casework/case-file.ts'
import type { Staff } from '../../src/core/people/role.ts'
import type { KeyRing } from '../../src/edge/storage/seal/key-ring.ts'
import type { CaseOpening } from '../../src/work/ports/cases.ts'

export const DISTRICT = '310105'
export const HUAYANG = '310105001'
export const JIANGSU = '310105002'
/** Of another district. */
export const ELSEWHERE = '310106011'
export const NOON = Date.parse('2026-03-02T12:00:00+08:00')
export const MINUTE = 60_000

export const RING: KeyRing = {
  current: 'k1',
  keys: new Map([['k1', Buffer.alloc(32, 1)]]),
  index: Buffer.alloc(32, 9),
}

let counted = 0

/** A request of an invented resident, as the dialog would file it. */
export function aFile(changes: Partial<CaseFile> = {}): CaseFile {
  const number = String(11_110_000 + ++counted)
  return {
    id: randomUUID(),
    number: `${number.slice(0, 4)}-${number.slice(4)}`,
    status: 'waiting',
    stage: 'routing',
    source: 'web',
    openedAt: NOON,
    forWhom: 'self',
    subjectAgrees: null,
    name: '秦望舒',
    phone: '138 0000 4821',
    address: '长宁区华阳路 8 弄',
    story: '上个月摔了一跤，现在没法买菜',
    urgency: 'normal',
    crisis: null,
    wantsPerson: false,
    stoppedAt: null,
    answers: [],
    heard: [],
    assessment: null,
    route: aRoute(HUAYANG),
    due: { acknowledge: NOON + 30 * MINUTE, contact: NOON + 60 * MINUTE },
    ...changes,
  }
}

export function aRoute(street?: string): CaseFile['route'] {
  const place = street === undefined ? {} : { street }
  const queue = street === undefined ? `triage:${DISTRICT}` : `street:${street}`
  const rule = street === undefined ? 'triage' : 'street'
  return { queue, district: DISTRICT, ...place, rule, facts: {}, formal: [] }
}

/** A case that a resident told in a talk. */
export function anOpening(changes: Partial<CaseFile> = {}) {
  const conversation = { bucket: 7, id: randomUUID() }
  return { file: aFile(changes), conversation, channel: 'web', at: NOON } satisfies CaseOpening
}

export function anAdviser(changes: Partial<Staff> = {}): Staff {
  const id = randomUUID()
  return {
    id,
    login: id,
    name: '沈一鸣',
    role: 'adviser',
    district: DISTRICT,
    streets: [HUAYANG],
    ...changes,
  }
}
