import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, expand } from '../../../src/core/understanding/compile.ts'
import { charactersNeeded } from '../../../src/core/understanding/needed.ts'
import { sieveOf, sift } from '../../../src/core/understanding/sieve.ts'
import { SITUATIONS } from './crisis/situation-lines.ts'
import { lexicons } from './hear.ts'

const sets = (pattern: string) =>
  charactersNeeded(pattern)?.map((b) => b.map((s) => [...s].join('')))

test.each([
  ['断药', [['断', '药']]],
  [
    '断(?:了)?药|没米',
    [
      ['断', '药'],
      ['米', '没'],
    ],
  ],
  ['[一二]天', [['天', '一二']]],
  ['.{0,4}$', [[]]],
  ['(?:甲|乙)(?!丙)', [['甲乙']]],
] as const)('%s needs %j', (pattern, wanted) => {
  expect(sets(pattern)).toEqual(wanted)
})

test('every shipped pattern is read', () => {
  for (const { pattern } of [...lexicons.crisis, ...lexicons.needs, ...lexicons.acts]) {
    expect(charactersNeeded(expand(pattern, lexicons.words))).toBeDefined()
  }
})

test('no rule that matches is sifted out', () => {
  const compiled = compile(lexicons)
  const lines = Object.values(SITUATIONS).flat()
  for (const line of lines) {
    const kept = sift(compiled.sieves.crisis, line)
    compiled.crisis.forEach((rule, i) => {
      if (rule.at.test(line)) expect(kept).toContain(i)
    })
  }
})

test('any mixture of characters keeps what matches it', () => {
  const sources = lexicons.needs.map((r) => expand(r.pattern, lexicons.words))
  const sieve = sieveOf(sources)
  const patterns = sources.map((s) => new RegExp(s, 'u'))
  const some = fc.array(fc.constantFrom(...'没有钱药病孩子不上学房租漏社保停了工作一个人'), {
    maxLength: 20,
  })
  fc.assert(
    fc.property(some, (characters) => {
      const text = characters.join('')
      const kept = sift(sieve, text)
      return patterns.every((p, i) => !p.test(text) || kept.includes(i))
    }),
  )
})

test('a house that has looked four billion times looks on', () => {
  const sieve = sieveOf(['没钱', '漏水'])
  expect(sift(sieve, '屋里漏水')).toEqual([1])
  sieve.met.look = 0xffff_fffe
  for (let i = 0; i < 4; i++) expect(sift(sieve, '屋里漏水')).toEqual([1])
  expect(sift(sieve, '没钱')).toEqual([0])
})
