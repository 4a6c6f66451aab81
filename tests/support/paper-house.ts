import { createHash } from 'node:crypto'
import type { CaseFile } from '../../src/core/casework/case-file.ts'
import { problem } from '../../src/core/errors.ts'
import type { Incoming } from '../../src/core/events/incoming.ts'
import { numbered, type Outgoing } from '../../src/core/events/outgoing.ts'
import type { Staff } from '../../src/core/people/role.ts'
import type { Alert } from '../../src/work/ports/cases.ts'
import type { Chat, Received, Shown } from '../../src/work/ports/chat.ts'
import type { Desk, WaitingCase } from '../../src/work/ports/desk.ts'
import type { Door } from '../../src/work/ports/door.ts'
import type { Files } from '../../src/work/ports/files.ts'
import type { Resume } from '../../src/work/ports/resume.ts'

/** A house on paper: the ports of the gate kept in memory, with a bot that asks one thing. */
export type PaperHouse = {
  readonly chat: Chat
  readonly desk: Desk
  readonly door: Door
  readonly files: Files
  readonly resume: Resume
  readonly cases: WaitingCase[]
  readonly alerts: Alert[]
  readonly onNews: (ring: (conversation: string) => void) => void
}

export const FEIFEI: Staff = {
  id: 'feifei',
  login: 'feifei',
  name: '邓菲菲',
  role: 'adviser',
  district: '310105',
  streets: ['310105001'],
}

export const OTHER: Staff = { ...FEIFEI, id: 'jiang', login: 'jiang', name: '姜胤' }

export const ELSEWHERE: Staff = { ...FEIFEI, id: 'far', login: 'far', streets: ['310105002'] }

export function createPaperHouse(now: () => number, password: string): PaperHouse {
  const talks = new Map<string, Shown[]>()
  const replies = new Map<string, Received>()
  const sessions = new Map<string, Staff>()
  const cases: WaitingCase[] = []
  const alerts: Alert[] = []
  const bells: ((conversation: string) => void)[] = []

  const chat: Chat = {
    conversationOf: (...parts) => {
      const hex = createHash('sha256').update(parts.join('\n')).digest('hex')
      return [8, 12, 16, 20, 32].map((to, at, all) => hex.slice(all[at - 1] ?? 0, to)).join('-')
    },
    seen: async () => {},
    receive: async ({ channel, account, user, externalId, incoming, at }) => {
      const conversation = chat.conversationOf(channel, account, user)
      const before = replies.get(`${conversation} ${externalId}`)
      if (before) return { ...before, status: 'duplicate' }
      const talk = talks.get(conversation) ?? []
      const turn = 1 + Math.floor((talk.at(-1)?.seq ?? 0) / 16)
      const said = incoming.kind === 'text' ? incoming.text : SAID[incoming.kind]
      const show = (from: Shown['from'], k: number, out: Outgoing): Shown => ({
        seq: turn * 16 + k,
        id: `${conversation}/${turn}/${k}`,
        from,
        text: numbered(out),
        ...(out.options ? { options: out.options } : {}),
        ...(out.several ? { several: out.several } : {}),
        at,
      })
      if (said !== undefined) {
        const own = show('resident', 0, { from: 'bot', text: said, urgency: 'question' })
        talk.push({ ...own, ...mediaOf(incoming) })
      }
      const messages = answerTo(said).map((out, k) => show('bot', k + 1, out))
      talks.set(conversation, [...talk, ...messages])
      const received: Received = { conversation, status: 'answered', messages }
      replies.set(`${conversation} ${externalId}`, received)
      for (const bell of bells) bell(conversation)
      return received
    },
    readMessages: async (conversation, after) =>
      (talks.get(conversation) ?? []).filter(({ seq }) => seq > after),
  }

  const find = (staff: Staff, number: string) => {
    const at = cases.findIndex((row) => row.number === number)
    const row = cases[at]
    if (!row || !staff.streets.includes(row.street ?? '')) throw problem('not_found')
    return { at, row }
  }
  const claim = (staff: Staff, number: string, claimed: WaitingCase['claimed']) => {
    const { at, row } = find(staff, number)
    const version = row.version + 1
    cases[at] = { ...row, version, claimed }
    return version
  }

  const kept: Partial<Desk> = {
    listAlerts: async () => alerts,
    acknowledgeAlert: async (_staff, id) => {
      const at = alerts.findIndex((alert) => alert.id === id)
      if (at < 0) throw problem('not_found')
      alerts.splice(at, 1)
    },
    talkOf: async () => {
      throw problem('not_allowed')
    },
    seesCase: async (staff, number) => {
      find(staff, number)
      return { id: FILE.id, conversation: null }
    },
    listColleagues: async () => [],
    listPhrases: async () => [],
    listNotices: async () => [],
    claimCase: async (staff, number, version) => {
      const { row } = find(staff, number)
      if (row.claimed) throw problem('already_claimed', { by: row.claimed.name })
      if (row.version !== version) throw problem('stale')
      return claim(staff, number, { id: staff.id, name: staff.name })
    },
  }
  /** On paper there is nothing else: the desk over a real store has tests of its own. */
  const desk = new Proxy(kept as Desk, {
    get: (verbs, name) =>
      Reflect.get(verbs, name) ??
      (async () => {
        throw problem('not_found')
      }),
  })

  const door: Door = {
    findByLogin: async (login) => {
      const staff = [FEIFEI, OTHER, ELSEWHERE].find((each) => each.login === login)
      return staff ? { staff, password } : null
    },
    openSession: async (staff) => {
      const token = `session-${sessions.size}-${now()}`
      sessions.set(token, staff)
      return token
    },
    staffOf: async (token) => sessions.get(token) ?? null,
    closeSession: async (token) => void sessions.delete(token),
  }
  return {
    chat,
    desk,
    door,
    files: paperFiles(),
    resume: paperResume(),
    cases,
    alerts,
    onNews: (ring) => bells.push(ring),
  }
}

/** Knows one pair, and one code for it; the talk that goes on is OLD_TALK. */
function paperResume(): Resume {
  const asked = new Set<string>()
  const confirmed = new Set<string>()
  const holder = { channel: 'web', account: 'hearth', user: 'old phone' }
  return {
    ask: async ({ number, phone }, id) => {
      if (number === FILE.number && phone === FILE.phone) asked.add(id)
    },
    confirm: async (id, code) => {
      if (!asked.has(id) || code !== '482913') return false
      confirmed.add(id)
      return true
    },
    holderOf: async (id) => (confirmed.has(id) ? { ...holder, conversation: OLD_TALK } : null),
  }
}

/** The conversation that a resumed client goes on with. */
export const OLD_TALK = '0d0b3b1e-0000-4000-8000-000000000001'

/** What is shown for something that is no text. */
const SAID: Partial<Record<Incoming['kind'], string>> = { tap: '同意', media: '[图片]' }

function mediaOf(incoming: Incoming): Pick<Shown, 'media'> {
  if (incoming.kind !== 'media') return {}
  return { media: { kind: incoming.media, files: incoming.files ?? [] } }
}

/** Takes everything as a picture. */
function paperFiles(): Files {
  const kept = new Map<string, Uint8Array>()
  return {
    keep: async (conversation, bytes) => {
      const id = createHash('md5').update(bytes).digest('hex')
      const uuid = id.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-8$3-8$4-')
      kept.set(`${conversation}/${uuid}`, bytes)
      return { status: 'kept', id: uuid, kind: 'image' }
    },
    read: async (conversation, id) => {
      const bytes = kept.get(`${conversation}/${id}`)
      return bytes ? { kind: 'image', type: 'image/jpeg', bytes } : null
    },
    readForDesk: () => Promise.reject(problem('not_found')),
    remove: async () => {},
    removeAll: async () => {},
  }
}

/** Asks for consent, then for kinds of trouble, then listens. */
function answerTo(said: string | undefined): readonly Outgoing[] {
  const from = 'bot' as const
  const urgency = 'question' as const
  if (said === undefined) {
    const options = [
      { id: 'consent#yes', label: '同意，开始' },
      { id: 'consent#no', label: '先不' },
    ]
    return [
      { from, text: '您好，我是小助手（不是真人）。急事请打 110。', urgency: 'notice' },
      { from, text: '我们会记下您说的话，用来帮您。可以吗？', options, urgency },
    ]
  }
  if (said === '同意') {
    const labels = ['钱不够用', '生病', '<b>没人照顾</b>']
    const options = labels.map((label, at) => ({ id: `need#${at}`, label }))
    return [{ from, text: '最难的是哪几样？', options, several: true, urgency }]
  }
  return [{ from, text: `好的，记下了：${said.slice(0, 40)}`, urgency: 'receipt' }]
}

export const FILE: CaseFile = {
  id: '1b0b3b1e-0000-4000-8000-000000000001',
  number: '4738-2915',
  status: 'waiting',
  stage: 'routing',
  source: 'web',
  openedAt: Date.parse('2026-11-20T01:00:00Z'),
  forWhom: 'neighbour',
  subjectAgrees: 'yes',
  name: '王伯伯',
  phone: '13800138000',
  address: '华院小区5号',
  story: '老伴住院，钱不够，药也快没了 <script>alert(1)</script>',
  urgency: 'same_day',
  crisis: null,
  wantsPerson: false,
  stoppedAt: null,
  answers: [
    {
      slot: 'illness',
      step: 'q_illness',
      question: '家里有人生大病吗？',
      reads: '有大病，已经付不起',
      value: 'cannot_pay',
      basis: 'answer',
      at: Date.parse('2026-11-20T01:03:00Z'),
    },
  ],
  heard: [],
  assessment: null,
  route: {
    queue: 'street:310105001',
    district: '310105',
    street: '310105001',
    rule: 'street',
    facts: {},
    formal: [],
  },
  due: {
    acknowledge: Date.parse('2026-11-20T02:00:00Z'),
    contact: Date.parse('2026-11-20T09:00:00Z'),
  },
}

export function waitingCase(change: Partial<WaitingCase> = {}): WaitingCase {
  return {
    number: FILE.number,
    version: 1,
    status: 'waiting',
    stage: 'routing',
    street: '310105001',
    committee: null,
    queue: 'street:310105001',
    reason: 'street',
    name: FILE.name,
    story: FILE.story,
    grade: 'medium',
    points: [4, 6],
    urgency: FILE.urgency,
    crisis: null,
    openedAt: FILE.openedAt,
    acknowledgeDue: FILE.due.acknowledge,
    contactDue: FILE.due.contact,
    contactedAt: null,
    channel: 'web',
    claimed: null,
    ...change,
  }
}
