import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hearDanger } from '../../../src/core/understanding/hear-danger.ts'
import { understand } from '../../../src/core/understanding/understand.ts'
import { house } from '../dialog/shipped-house.ts'

const { knowledge } = house

const SAID = [
  '我不想活了',
  '他又打我，门被他锁了',
  '家里两天没米了，孩子饿得哭',
  '老伴胸口痛得喘不上气',
  '我不是不想活，就是累',
  '退休金三千二，房租一千八',
  '你好',
  '打了半天电话没人接',
  '煤气味很重 头晕',
]

test('danger is heard as in the whole understanding, whatever is said', () => {
  const words = fc.array(fc.oneof(fc.constantFrom(...SAID), fc.string({ maxLength: 12 })), {
    minLength: 1,
    maxLength: 4,
  })
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join('，')
      const whole = understand(text, { expects: 'open', now: 0 }, knowledge).crisis
      expect(hearDanger(text, knowledge)).toEqual(whole)
    }),
    { numRuns: 150 },
  )
  expect(hearDanger('我不想活了', knowledge).tier).toMatch(/high|imminent/)
})
