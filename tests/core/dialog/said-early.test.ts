import { expect, test } from 'vitest'
import { answerOf } from '../../../src/core/dialog/machine/memory.ts'
import {
  arrive,
  memoryIn,
  newSession,
  type Session,
} from '../../../src/core/dialog/rehearse/session.ts'
import { house, MORNING } from './shipped-house.ts'

function say(...texts: readonly string[]): Session {
  let here = newSession(house, MORNING)
  for (const text of texts) here = arrive(after(here), { kind: 'text', text })
  return here
}

const after = (session: Session): Session => ({ ...session, now: session.now + 5_000 })

const kept = (session: Session, slot: string) => {
  const memory = memoryIn(session)
  return memory && answerOf(memory, slot)
}

const lastOf = (session: Session) => session.lines.at(-1)?.text ?? ''

const toName = ['你好', '同意', '我老公'] as const

test('a number beside the name is no part of it, and is kept as the number to call', () => {
  const named = say(...toName, '张阿姨 13800138000')
  expect(kept(named, 'subject_name')).toBe('张阿姨')
  expect(kept(named, 'phone')).toBe('13800138000')
  expect(named.lines.map(({ text }) => text).join()).toContain('电话记下了：138 0013 8000')
  expect(lastOf(named)).toContain('现在住在哪里')
})

test('a number with a digit too few beside the name is asked for by itself', () => {
  const named = say(...toName, '张阿姨 1380013800')
  expect(kept(named, 'subject_name')).toBe('张阿姨')
  expect(lastOf(named)).toContain('打哪个电话能找到您')
})

test.each(['长寿路街道', '一三九一二三四五六七八', '13912345678', '华阳路12弄'])(
  '%s is nobody’s name',
  (text) => {
    const asked = say(...toName, text)
    expect(kept(asked, 'subject_name')).toBeUndefined()
    expect(lastOf(asked)).toContain('怎么称呼')
  },
)

test.each(['王小路', '欧阳村', '李阿姨', '老王', 'Anna'])('%s is a name', (text) => {
  expect(kept(say(...toName, text), 'subject_name')).toBe(text)
})

test('a place told where the phone is asked is kept, and confirmed when its question comes', () => {
  const told = say(...toName, '张阿姨', '华阳路街道')
  expect(lastOf(told)).toContain('电话')
  const after = say(...toName, '张阿姨', '华阳路街道', '13800138000')
  expect(lastOf(after)).toContain('是在华阳路街道，对吗')
  const yes = say(...toName, '张阿姨', '华阳路街道', '13800138000', '对')
  expect(kept(yes, 'address')).toMatchObject({ sure: true, street: '310105001' })
})

test('a place that is denied is asked for openly', () => {
  const no = say(...toName, '张阿姨', '华阳路街道', '13800138000', '不对')
  expect(lastOf(no)).toContain('现在住在哪里')
})

test('the same told twice is thanked for once: the second time counts as not understood', () => {
  const once = say(...toName, '张阿姨', '华阳路街道')
  const twice = say(...toName, '张阿姨', '华阳路街道', '华阳路街道')
  expect(once.lines.map(({ text }) => text).join()).toContain('这件事我记着')
  expect(lastOf(twice)).toContain('位数好像不对')
})

test.each(['没有电话', '没有', '我没手机的', '家里没有电话'])(
  '%s leaves the phone open',
  (text) => {
    expect(lastOf(say(...toName, '张阿姨', text))).toContain('住在哪里')
  },
)

test.each([
  ['帮老伴', 'self'],
  ['我老公', 'self'],
  ['阿拉老头子', 'self'],
  ['我妈', 'family'],
  ['我婆婆', 'family'],
  ['对门的老人', 'neighbour'],
])('for whom: %s', (text, who) => {
  expect(kept(say('你好', '同意', text), 'for_whom')).toBe(who)
})

test('who tells all at once confirms name, phone, place and income instead of writing them again', () => {
  const story =
    '我叫王秀英，76岁，一个人住，住在华阳路街道华院小区，退休金3200，腿摔断了没人照顾，电话13800138000'
  const asked = say(story, '同意', '自己')
  expect(lastOf(asked)).toContain('需要帮助的人是王秀英，对吗？')
  const confirmed = say(story, '同意', '自己', '对', '对', '对', '对')
  expect(kept(confirmed, 'subject_name')).toBe('王秀英')
  expect(kept(confirmed, 'phone')).toBe('13800138000')
  expect(kept(confirmed, 'address')).toMatchObject({ street: '310105001' })
  expect(kept(confirmed, 'need')).toBe(story)
})

test.each(['我是高血压', '我是白血病人', '我叫了救护车'])('%s names nobody', (text) => {
  expect(lastOf(say(`${text}，没钱看病`, '同意', '自己'))).not.toContain('需要帮助的人是')
})

test.each(['你是机器人吗', '你是真人吗'])(
  '%s is answered honestly, and the question stays',
  (text) => {
    const asked = say('你好', '同意', text)
    expect(asked.lines.map(({ text }) => text).join()).toContain('不是真人。您写的话')
    expect(lastOf(asked)).toContain('谁需要帮助')
  },
)

test.each(['对', '没有', '是的'])('%s is neither a name nor a place', (text) => {
  expect(kept(say(...toName, text), 'subject_name')).toBeUndefined()
  expect(kept(say(...toName, '王', '不知道', text, text), 'address')).toBeUndefined()
})

test('what a cry for help told of the trouble is read back, not asked for once more', () => {
  const cry = '我老公天天打我，我没钱看病，房租也付不起'
  const after = say(cry, '1', '同意', '自己', '王', '13800138000', '华阳路街道', '对')
  expect(after.events.filter(({ type }) => type === 'crisis_raised')).toHaveLength(1)
  expect(lastOf(after)).toContain(`您一开始说：「${cry}」`)
})

test('values that stand in an answer full of danger are confirmed later', () => {
  const story = '我男人走了三年，一个月工资三千，房租一千八，我真的不想活了'
  const toNeed = ['你好', '同意', '自己', '王', '13800138000', '华阳路街道', '对'] as const
  const after = say(...toNeed, story, '1', '7', '3', '6')
  expect(kept(after, 'need')).toBe(story)
  expect(lastOf(after)).toContain('您刚才说每月有')
})
