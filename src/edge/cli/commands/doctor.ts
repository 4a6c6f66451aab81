import type { Check, CheckResult } from '../../../work/ports/check.ts'

export type DoctorIo = {
  readonly stdout: { write(text: string): unknown }
  readonly checks: readonly Check[]
}

const HELP = `hearth doctor: is this house fit to run?

Prints a line for each thing it looks at. --json: a JSON line each, {"check", "level", "says"}.
Exit code: 0 all well, 1 something to look after, 2 it cannot run like this.
`

const SIGN = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' } as const
const CODE = { ok: 0, warn: 1, fail: 2 } as const

/** `hearth doctor`. */
export async function run(args: readonly string[], io: DoctorIo): Promise<number> {
  if (args.includes('--help')) {
    io.stdout.write(HELP)
    return 0
  }
  const unknown = args.filter((arg) => arg !== '--json')
  if (unknown.length > 0) {
    io.stdout.write(HELP)
    return 2
  }
  let code = 0
  for (const check of io.checks) {
    const { level, says } = await answerOf(check)
    code = Math.max(code, CODE[level])
    const line = args.includes('--json')
      ? JSON.stringify({ check: check.name, level, says })
      : `${SIGN[level]}  ${check.name}: ${says}`
    io.stdout.write(`${line}\n`)
  }
  return code
}

async function answerOf(check: Check): Promise<CheckResult> {
  try {
    return await check.run()
  } catch (error) {
    return { level: 'fail', says: error instanceof Error ? error.message : String(error) }
  }
}
