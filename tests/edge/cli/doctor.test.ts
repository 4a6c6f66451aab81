import { expect, test } from 'vitest'
import { run } from '../../../src/edge/cli/commands/doctor.ts'
import { machineChecks } from '../../../src/edge/cli/machine-checks.ts'
import type { Check, CheckResult } from '../../../src/work/ports/check.ts'

const saying = (level: CheckResult['level']): Check => ({
  name: level,
  run: async () => ({ level, says: 'so it is' }),
})

async function doctor(args: readonly string[], checks: readonly Check[]) {
  let text = ''
  const stdout = {
    write: (part: string) => {
      text += part
    },
  }
  const code = await run(args, { stdout, checks })
  return { code, lines: text.trim().split('\n') }
}

test.each([
  [['ok'], 0],
  [['ok', 'warn'], 1],
  [['fail', 'warn', 'ok'], 2],
] as const)('%j exits with %i', async (levels, code) => {
  expect((await doctor([], levels.map(saying))).code).toBe(code)
})

test('each check is a line, also when it breaks', async () => {
  const broken: Check = {
    name: 'broken',
    run: async () => {
      throw new Error('no such thing')
    },
  }
  const { code, lines } = await doctor(['--json'], [saying('ok'), broken])
  expect(code).toBe(2)
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { check: 'ok', level: 'ok', says: 'so it is' },
    { check: 'broken', level: 'fail', says: 'no such thing' },
  ])
})

test('this machine is fit, a folder that is none is not', async () => {
  expect((await doctor([], machineChecks('/tmp'))).code).toBeLessThan(2)
  expect((await doctor([], machineChecks('/dev/null/x'))).code).toBe(2)
})
