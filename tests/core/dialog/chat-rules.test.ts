import { describe, expect, test } from 'vitest'
import { questionsOf } from '../../../src/core/dialog/flow/flow-bundle.ts'
import { whatWaits } from '../../../src/core/dialog/rehearse/play-talk.ts'
import {
  arrive,
  memoryIn,
  newSession,
  type Session,
} from '../../../src/core/dialog/rehearse/session.ts'
import { loadTalks, TALKS } from '../../../src/edge/stored-talks.ts'
import { house, MORNING, played, stages } from './shipped-house.ts'
import { walkAll } from './walk.ts'

/** The rules of a talk with old, ill and frightened people (docs/explanation/chat-rules.md), over the shipped flows. */

const talks = await loadTalks(TALKS)
const say = (session: Session, text: string) =>
  arrive({ ...session, now: session.now + 5_000 }, { kind: 'text', text })

/** Every place that the nine people pass through, once for each question that waits there. */
const places = new Map<string, Session>()
const ends: Session[] = []
for (const talk of talks.get('nine-people.yaml') ?? []) {
  let session = newSession(house, Date.parse(talk.at))
  for (const line of talk.talk) {
    if (!('me' in line)) continue
    session = say(session, line.me)
    if (!places.has(whatWaits(session))) places.set(whatWaits(session), session)
  }
  ends.push(session)
}
places.delete('none')

const asked = [...places].filter(([place]) => !place.includes('.'))
const said = (before: Session, after: Session) =>
  after.lines.slice(before.lines.length).filter(({ from }) => from !== 'resident')
const textSaid = (before: Session, after: Session) =>
  said(before, after)
    .map(({ text }) => text)
    .join('\n')

const questionAt = (place: string) =>
  stages.map(({ setting }) => setting.questions[place]?.question).find(Boolean)

test('the nine people come by every question of the flow', () => {
  const flow = played.find(({ kind }) => kind === 'help')
  const all = flow?.steps.flatMap((step) => questionsOf(step).map(({ id }) => id)) ?? []
  expect(all.filter((id) => !places.has(id) && !SELDOM.has(id))).toEqual([])
})

/**
 * The nine tell their number with the name, and of whom they live with in the story. The others: for who comes a second
 * time, who lives with a disability, and for children under 14 who are alone.
 */
const SELDOM = new Set(['phone', 'members', 'known', 'q_disability', 'guardian', 'child_guardian'])

describe('one question in one message', () => {
  const questions = played.flatMap(({ steps }) => steps.flatMap(questionsOf))

  test.each(questions.map(({ id, ask }) => [id, ask]))('%s asks once', (_, ask) => {
    expect(ask.match(/[？?]/g)).toHaveLength(1)
  })

  test.each(asked)('at %s the question is the last line before its options', (_, session) => {
    const { text, message } = session.lines.at(-1) ?? { text: '' }
    const lines = text.split('\n')
    const own = lines.slice(0, lines.length - (message?.options?.filter(isNumbered).length ?? 0))
    expect(own.at(-1)).toContain('？')
  })

  test('never more than three bubbles in a row', () => {
    const many = new Set<string>()
    for (const stage of stages) {
      walkAll(stage, ({ meaning, turned }) => {
        if (turned.out.length > 3) many.add(`${meaning.type}: ${turned.out.map((o) => o.text)}`)
      })
    }
    expect([...many]).toEqual([])
  })
})

const isNumbered = ({ unnumbered }: { readonly unnumbered?: boolean }) => !unnumbered

describe('any time, at every question', () => {
  const ACTS: readonly (readonly [string, string])[] = [
    ['人工', 'person'],
    ['再说一遍', 'repeat'],
    ['为什么', 'why'],
    ['返回', 'back'],
    ['进度', 'progress'],
    ['暂停', 'pause'],
    ['字大一点', 'larger'],
    ['我的申请', 'status'],
    ['撤回', 'withdraw'],
  ]
  const STAY = new Set(['repeat', 'why', 'progress', 'larger', 'status', 'person'])

  test.each([...places])('at %s all steering words work', (place, session) => {
    for (const [word, act] of ACTS) {
      const after = say(session, word)
      const used = after.events.slice(session.events.length)
      expect(used, `${place} ${word}`).toContainEqual(
        expect.objectContaining({ type: 'repair_used', act }),
      )
      if (STAY.has(act)) expect(whatWaits(after), `${place} ${word}`).toBe(place)
    }
  })

  test.each(asked)(
    'at %s 为什么 is answered, and then the question comes again',
    (place, session) => {
      const question = questionAt(place)
      const [reason, again] = said(session, say(session, '为什么'))
      expect(reason?.text).toBe(question?.why)
      expect(again?.text).toContain(question?.ask.split('{')[0])
    },
  )
})

describe('nobody has to answer', () => {
  const may = asked.filter(([place]) => {
    const question = questionAt(place)
    return question?.skippable !== false
  })

  test.each(may)('%s can be left open, and is not asked a second time', (place, session) => {
    for (const word of ['跳过', '不清楚', '不想说']) {
      let after = say(session, word)
      const into = questionAt(place)?.into ?? ''
      expect(memoryIn(after)?.answers[into], word).toBeDefined()
      for (let n = 0; n < 12; n++) {
        expect(whatWaits(after), word).not.toBe(place)
        after = say(after, '跳过')
      }
    }
  })

  test('what was left open counts for nothing: neither for a grade nor against it', () => {
    let session = places.get('people') as Session
    while (whatWaits(session) !== 'summary') session = say(session, '不想说')
    const { assessment } = say(session, '好').file ?? {}
    expect(Object.values(assessment?.deprived ?? {})).toContain(null)
  })
})

test.each(ends.map((end, at) => [at + 1, end] as const))(
  'person %i: progress only grows, and its end never moves away',
  (_, { lines }) => {
    const marks = lines.flatMap(({ from, text }) =>
      from === 'bot'
        ? [...text.matchAll(/（(\d)\/(\d)）/g)].map((m) => [Number(m[1]), Number(m[2])])
        : [],
    )
    expect(marks.length).toBeGreaterThan(8)
    const parts = marks.map(([part = 0]) => part)
    expect(parts).toEqual(parts.toSorted((a, b) => a - b))
    expect(new Set(marks.map(([, whole]) => whole)).size).toBe(1)
  },
)

describe('what a resident reads', () => {
  test('each time the bot speaks again it says that it is a machine', () => {
    const by = { id: 'a1', name: '邓菲菲', street: '310105001' }
    const start = say(newSession(house, MORNING), '你好')
    expect(textSaid(newSession(house, MORNING), start)).toContain('不是真人')
    const taken = arrive(start, { kind: 'desk', desk: { act: 'took_over', by } })
    expect(textSaid(start, taken)).toContain('真人')
    const back = arrive(taken, {
      kind: 'desk',
      desk: { act: 'gave_back', by, at: 'open_question' },
    })
    expect(textSaid(taken, back)).toMatch(/小助手.*自动回复/)
  })

  test('a card in danger has four lines at most, a number to call, and goes before any question', () => {
    const danger = played.find(({ kind }) => kind === 'interrupt')
    const cards = danger?.steps.flatMap((step) =>
      'say' in step && step.id.startsWith('card_') ? [step.say] : [],
    )
    expect(cards?.length).toBeGreaterThan(5)
    for (const card of cards ?? []) {
      expect(card.split('\n').length).toBeLessThanOrEqual(4)
      expect(card).toMatch(/\{hotline\.\w+\}/)
    }
  })

  test('the read-back has ten lines at most', () => {
    for (const end of ends) {
      const read = end.lines.findLast(({ text }) => text.includes('您看看对不对'))
      expect(read?.text.match(/^\d+ /gm)?.length).toBeLessThanOrEqual(10)
    }
  })

  test('the end says number, who calls, by when, what to have at hand, and how to reach a person', () => {
    for (const end of ends) {
      const last = end.lines
        .slice(-2)
        .map(({ text }) => text)
        .join('\n')
      expect(last).toMatch(/[1-9]{4}-[1-9]{4}/)
      expect(last).toMatch(/顾问会在.*(今天|明天|月).*\d:\d\d.*前打电话/)
      expect(last).toMatch(/「0」[\s\S]*病历/)
    }
  })

  test('no grade, no points, no words of the office', () => {
    const texts = ends.flatMap(({ lines }) => lines.filter(({ from }) => from === 'bot'))
    for (const { text } of texts) expect(text).not.toMatch(/高度|中度|低度|困境|评估|\d+ ?分(?!钟)/)
    const stages = Object.entries(house.phrases).filter(([key]) => key.startsWith('stage.'))
    for (const [key, text] of stages) expect(text, key).not.toMatch(/度|级|分/)
  })

  test('photos are counted back', () => {
    const session = places.get('people') as Session
    const after = arrive(session, { kind: 'media', media: 'image', count: 2 })
    expect(textSaid(session, after)).toContain('收到了 2 张')
    expect(whatWaits(after)).toBe('people')
  })
})
