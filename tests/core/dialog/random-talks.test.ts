import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whatWaits } from '../../../src/core/dialog/rehearse/play-talk.ts'
import {
  arrive,
  newSession,
  open,
  type Session,
  wait,
} from '../../../src/core/dialog/rehearse/session.ts'
import type { Incoming } from '../../../src/core/events/incoming.ts'
import { HOUR } from '../../../src/core/time.ts'
import { house, MORNING } from './shipped-house.ts'

const by = { id: 'a1', name: '邓菲菲', street: '310105001' }

const WRITTEN = [
  '好',
  '不是',
  '1',
  '2',
  '3',
  '7',
  '0',
  '1 4',
  '王秀英',
  '13800138000',
  '华院居委',
  '对',
  '两个人',
  '三千五',
  '没有',
  '老伴脑梗住院，钱不够看病',
  '现在就交',
  '交上去',
  '返回',
  '为什么',
  '再说一遍',
  '跳过',
  '不想说',
  '不清楚',
  '暂停',
  '接着说',
  '从头来',
  '撤回',
  '要撤回',
  '进度',
  '字大一点',
  '我的申请',
  '谢谢',
  '你好',
  '再见',
  '急',
  '刚才电话说错了，是13900139000',
  '说错了',
  '😭',
  '',
  '\0',
  '啦啦啦啦啦啦',
  '我家或者邻居',
] as const

const arrival: fc.Arbitrary<Incoming> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(...WRITTEN).map((text) => ({ kind: 'text', text }) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .string({ maxLength: 40, unit: 'binary' })
      .map((text) => ({ kind: 'text', text }) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('for_whom#self', 'urgent#beaten', 'no#thing', '#')
      .map((option) => ({ kind: 'tap', option }) as const),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Incoming>(
      { kind: 'media', media: 'image', count: 1 },
      { kind: 'silence' },
      { kind: 'check_in', case: 'x' },
      { kind: 'desk', desk: { act: 'claimed', by } },
      { kind: 'desk', desk: { act: 'took_over', by } },
      { kind: 'desk', desk: { act: 'gave_back', by, at: 'open_question' } },
    ),
  },
)

const talking = (session: Session) =>
  JSON.stringify(session.talk?.snapshot).includes('"with_person":"talking"')

const isWritten = (incoming: Incoming) => incoming.kind === 'text' || incoming.kind === 'tap'

/** At most this long, so that the whole of `npm test` stays short. */
const BUDGET_MS = 10_000

test('ten thousand random talks never break, always get a reply, and danger and a person are one turn away', () => {
  let talks = 0
  fc.assert(
    fc.property(fc.array(arrival, { maxLength: 14 }), (arrivals) => {
      talks += 1
      const end = arrivals.reduce(stride, open(newSession(house, MORNING)))
      const alarm = arrive(end, { kind: 'text', text: '我不想活了' })
      expect(typesSince(end, alarm)).toContain('crisis_raised')
      expect(alarm.file?.urgency).toBe('now')
      if (talking(end)) return
      expect(typesSince(end, arrive(end, { kind: 'text', text: '人工' }))).toContain('person_asked')
    }),
    {
      seed: 20261120,
      numRuns: 10_000,
      interruptAfterTimeLimit: BUDGET_MS,
      markInterruptAsFailure: false,
    },
  )
  process.stdout.write(`random talks: ${talks}\n`)
  expect(talks).toBeGreaterThan(100)
}, 60_000)

function stride(session: Session, incoming: Incoming): Session {
  const next = arrive({ ...session, now: session.now + 1000 }, incoming)
  const said = next.lines.slice(session.lines.length).filter(({ from }) => from !== 'resident')
  if (isWritten(incoming) && !talking(session)) expect(said.length).toBeGreaterThan(0)
  expect(said.length).toBeLessThan(6)
  return next
}

const typesSince = (before: Session, after: Session) =>
  after.events.slice(before.events.length).map(({ type }) => type)

test('whoever is not understood three times is not asked the same a fourth time', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('好', '1', '2', '王秀英', '13800138000', '华院居委', '对', '没钱看病', '7'),
        { maxLength: 16 },
      ),
      (texts) => {
        let session = texts.reduce(
          (here, text) => arrive(here, { kind: 'text', text }),
          open(newSession(house, MORNING)),
        )
        const asked: string[] = []
        for (let misses = 0; misses < 4; misses += 1) {
          asked.push(whatWaits(session))
          session = arrive(session, { kind: 'text', text: '嗯哼啦啦哇呀' })
        }
        if (asked[0] === 'none' || waitsForPerson(session)) return
        expect(new Set([...asked, whatWaits(session)]).size).toBeGreaterThan(1)
      },
    ),
    { seed: 7, numRuns: 300, interruptAfterTimeLimit: 8_000, markInterruptAsFailure: false },
  )
}, 30_000)

const waitsForPerson = (session: Session) =>
  JSON.stringify(session.talk?.snapshot).includes('"with_person":"waiting"')

test('nobody is written to at night, and never more than twice in a week of silence', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 3 }),
      (hour, answers) => {
        const start = open(newSession(house, MORNING + hour * HOUR))
        const begun = ['好', '我自己', '王秀英']
          .slice(0, answers)
          .reduce((here, text) => arrive(here, { kind: 'text', text }), start)
        const after = wait(begun, begun.now + 30 * 24 * HOUR)
        const unasked = after.lines.slice(begun.lines.length)
        expect(new Set(unasked.map(({ at }) => at)).size).toBeLessThanOrEqual(2)
        for (const { at } of unasked) {
          const clock = new Date(at + 8 * HOUR).getUTCHours()
          expect(clock >= 8 && clock < 21).toBe(true)
        }
      },
    ),
    { seed: 3, numRuns: 40 },
  )
})
