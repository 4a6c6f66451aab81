import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { run } from '../../../src/edge/cli/commands/assess.ts'
import { run as runBench } from '../../../src/edge/cli/commands/bench-adaptive.ts'
import { day, model, parameters } from '../../support/assessment.ts'

const house = {
  models: async () => [model],
  parameters: async () => parameters,
  today: () => day,
}

async function assess(...lines: unknown[]) {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  const out: string[] = []
  const stdin = Readable.from(text.map((line) => `${line}\n`))
  const code = await run([], { ...house, stdin, stdout: { write: (part) => out.push(part) } })
  return {
    code,
    answers: out
      .join('')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  }
}

test('answers become points, grade, margin and the next question', async () => {
  const { code, answers } = await assess(
    { answers: { people: 3, members: ['child', 'ill'], income: 4000, illness: 'serious' } },
    { deprived: { inc: true, edu: true, emp: true, sec: true } },
  )
  expect(code).toBe(0)
  expect(answers[0]).toMatchObject({
    points: [2, 11],
    grade_range: ['low', 'high'],
    deprived: ['inc', 'ill'],
    unknown: ['hou', 'edu', 'emp', 'sec', 'soc', 'cbu', 'cen'],
    next: 'edu',
    asks: ['schooling'],
    model: 'changning-2020',
    version: model.hash,
  })
  expect(answers[1]).toMatchObject({ points: [6, 12], deprived: ['inc', 'edu', 'emp', 'sec'] })
})

test('a whole vector has a certain grade, and what was decided stands before the answers', async () => {
  const no = { hou: false, ill: false, dis: false, soc: false, cbu: false, cen: false }
  const { answers } = await assess(
    { deprived: { ...no, inc: true, edu: true, emp: true, sec: true } },
    { answers: { housing: 'own_ok' }, deprived: { hou: true } },
    { answers: { housing: 'castle', income: 'a lot', shoes: 3 } },
  )
  expect(answers[0]).toMatchObject({ points: [6, 6], grade: 'medium', grade_name: '中度困境' })
  expect(answers[0].next).toBeUndefined()
  expect(answers[1].deprived).toEqual(['hou'])
  expect(answers[2]).toMatchObject({ points: [0, 12], ignored: ['housing', 'income', 'shoes'] })
})

test('a line that cannot be read is said so, and the others are answered', async () => {
  const { code, answers } = await assess('{', { deprived: { xxx: true } }, { model: 'x' }, {})
  expect(code).toBe(1)
  expect(answers.map((answer) => answer.error)).toEqual([
    'bad_json',
    'bad_json',
    'unknown_model',
    undefined,
  ])
})

test('the comparison of both ways of asking prints its figures', async () => {
  const out: string[] = []
  const io = { ...house, stdout: { write: (part: string) => out.push(part) } }
  expect(await runBench(['--households', '200', '--json'], io)).toBe(0)
  expect(JSON.parse(out.join(''))).toMatchObject({ households: 200, same_grade: 1 })
  expect(await runBench(['--households', 'many'], io)).toBe(2)
})
