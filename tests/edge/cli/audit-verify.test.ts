import { expect, test } from 'vitest'
import { run } from '../../../src/edge/cli/commands/audit-verify.ts'
import type { AuditHead, AuditVerdict } from '../../../src/work/ports/audit.ts'

const head: AuditHead = { district: '310105', chain: '310105001', seq: 3, hash: 'ab' }
const whole: AuditVerdict = { rows: 3, chains: 1, heads: [head], broken: null }
const broken = { district: '310105', chain: '310105001', seq: 2 }

async function verify(args: readonly string[], verdict = whole, text = '') {
  let said = ''
  let asked: readonly AuditHead[] = []
  const code = await run(args, {
    stdout: {
      write: (part: string) => {
        said += part
      },
    },
    readText: async () => text,
    verify: async (earlier) => {
      asked = earlier
      return verdict
    },
  })
  return { code, said, asked }
}

test('unbroken chains end with 0, a broken one with 1 and its place', async () => {
  expect(await verify([])).toMatchObject({ code: 0, said: '3 rows in 1 chains, unbroken\n' })
  expect(await verify([], { ...whole, broken })).toMatchObject({
    code: 1,
    said: 'BROKEN at 310105/310105001, row 2\n',
  })
})

test('what --json prints can be checked against later', async () => {
  const { said } = await verify(['--json'])
  expect(await verify(['--against', 'heads.json'], whole, said)).toMatchObject({ asked: [head] })
  await expect(verify(['--against', 'x'], whole, '{}')).rejects.toMatchObject({ code: 'bad_data' })
})

test.each([[['--against']], [['--jsno']]])('%j is not understood', async (args) => {
  expect((await verify(args)).code).toBe(2)
})
