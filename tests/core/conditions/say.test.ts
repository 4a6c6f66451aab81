import { expect, test } from 'vitest'
import { parseCondition } from '../../../src/core/conditions/parse.ts'
import { sayCondition } from '../../../src/core/conditions/say.ts'
import { loadConditionPhrases } from '../../../src/edge/sources/condition-phrases.ts'

/** Loading refuses a file with a phrase missing or unknown. */
const phrases = await loadConditionPhrases('zh-CN')

const labels = {
  facts: {
    income: '每月收入',
    people: '人数',
    work: '工作',
    members: '家里的人',
    line: '低保标准',
  },
  values: {
    work: { none: '没有工作', odd: '打零工' },
    members: { child: '孩子', elder: '老人' },
  },
}

test.each([
  ['income < 2 * line * people', '每月收入小于2×低保标准×人数'],
  ['work = "none"', '工作是没有工作'],
  ['work in ("none", "odd")', '工作是其中之一：没有工作、打零工'],
  ['list contains(members, "child")', '家里的人里有孩子'],
  ['work = null', '没有工作'],
  ['not(known(income)) or people >= 3', '不是（已经知道每月收入），或者人数至少3'],
  [
    '(work = "odd" or people > 2) and income != 0',
    '（工作是打零工，或者人数大于2），并且每月收入不是0',
  ],
  [
    'some m in members satisfies m in ("child", "elder")',
    '家里的人里至少有一项：这一项是其中之一：孩子、老人',
  ],
  ['(income - 100) * people > 5', '（每月收入减100）×人数大于5'],
])('%s reads %s', (text, expected) => {
  const parsed = parseCondition(text)
  expect(parsed.ok && sayCondition(parsed.condition, labels, phrases)).toBe(expected)
})
