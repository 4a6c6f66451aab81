import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../../../src/core/understanding/compile.ts'
import { alarmOf, senseDanger } from '../../../../src/core/understanding/model/sense-danger.ts'
import type { Weights } from '../../../../src/core/understanding/model/weights.ts'
import { normalise } from '../../../../src/core/understanding/normalise.ts'
import { understand } from '../../../../src/core/understanding/understand.ts'
import { type Crisis, TIERS } from '../../../../src/core/understanding/understood.ts'
import { loadWeights } from '../../../../src/edge/sources/weights.ts'
import { lexicons, NOW } from '../hear.ts'

const weights = await loadWeights(
  join(import.meta.dirname, '../../../../locales/zh-CN/weights/danger.json'),
)
const compiled = compile(lexicons)

/** The model's own opinion, without the rules. */
function sense(text: string, trained: Weights = weights): Crisis {
  return alarmOf(senseDanger(normalise(text, compiled), trained, compiled), trained)
}

/** Written for this test, not for learning. */
const DANGER = [
  ['奶奶走丢了 到现在还没找到人', 'missing'],
  ['我把一整瓶药吞下去了 不想活', 'suicide'],
  ['他把我往墙上撞 打得我头上流血', 'violence'],
  ['家里没米了 孩子饿得哭', 'no_food'],
  ['厨房烧起来了 都是烟', 'fire_gas'],
] as const

test.each(DANGER)('「%s」 is sensed, as %s', (text, type) => {
  expect(sense(text)).toMatchObject({ type, tier: expect.stringMatching(/high|watch/) })
})

test.each(['好的', '一千八', '我叫王秀英', '住在三楼', '谢谢你', '下个月五号', '138 0000 1234'])(
  '「%s」 is an answer and nothing else',
  (text) => {
    expect(sense(text)).toEqual({ tier: 'none' })
  },
)

test('what is sensed carries the features that spoke loudest, a span and how sure it is', () => {
  const [text] = DANGER[0]
  const crisis = sense(text)
  expect(crisis).toMatchObject({
    rule: expect.stringMatching(/^ngrams:.+/),
    span: [0, text.length],
  })
  expect(crisis).toHaveProperty('confidence')
})

test('the model never says imminent, however sure it is', () => {
  const sure: Weights = { ...weights, high: 0, watch: 0 }
  for (const [text] of DANGER) expect(sense(text, sure).tier).toBe('high')
})

test('with the model no text is in less danger than by the rules alone, and nothing else changes', () => {
  const word = fc.constantFrom(
    '我',
    '不想活了',
    '他打我',
    '没有',
    '好的',
    ' ',
    '，',
    '钱',
    '妈',
    '3',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const text = words.join('')
      const asked = { expects: 'open', now: NOW } as const
      const both = understand(text, asked, { lexicons, weights })
      const rules = understand(text, asked, { lexicons })
      expect(TIERS.indexOf(both.crisis.tier)).toBeGreaterThanOrEqual(
        TIERS.indexOf(rules.crisis.tier),
      )
      expect({ ...both, crisis: 0 }).toEqual({ ...rules, crisis: 0 })
    }),
    { numRuns: 50 },
  )
})

test('one sentence of danger is sensed inside a long calm letter', () => {
  const calm = '尊敬的领导您好，我是本小区的居民，想反映一下楼道路灯坏了的问题，请尽快派人来修。'
  expect(sense(`${calm}${DANGER[2][0]}。${calm}`).tier).not.toBe('none')
})

test('a short message is scored in well under a millisecond', () => {
  for (let i = 0; i < 200; i++) sense(DANGER[2][0])
  const start = performance.now()
  for (let i = 0; i < 200; i++) sense(DANGER[2][0])
  expect((performance.now() - start) / 200).toBeLessThan(1)
})
