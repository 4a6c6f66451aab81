import { z } from 'zod'
import { problem } from '../../../core/errors.ts'
import type { AuditHead, AuditVerdict } from '../../../work/ports/audit.ts'

export type AuditVerifyIo = {
  readonly stdout: { write(text: string): unknown }
  readonly readText: (path: string) => Promise<string>
  readonly verify: (earlier: readonly AuditHead[]) => Promise<AuditVerdict>
}

const HELP = `hearth audit verify: is the record of who did what unbroken?

Walks every chain and names the first row that was changed, removed, added or swapped.
--json            {"rows", "chains", "heads", "broken": {"district", "chain", "seq"} or null}
--against <file>  an earlier output of --json, kept somewhere else: finds also a chain that was cut
                  at its end or written anew
Exit code: 0 unbroken, 1 broken, 2 not understood.
`

/** `hearth audit verify`. */
export async function run(args: readonly string[], io: AuditVerifyIo): Promise<number> {
  if (args.includes('--help')) {
    io.stdout.write(HELP)
    return 0
  }
  const at = args.indexOf('--against')
  const file = at === -1 ? undefined : args[at + 1]
  const known = ['--json', '--against', ...(file === undefined ? [] : [file])]
  if ((at !== -1 && file === undefined) || args.some((arg) => !known.includes(arg))) {
    io.stdout.write(HELP)
    return 2
  }
  const verdict = await io.verify(file === undefined ? [] : headsOf(await io.readText(file)))
  const text = args.includes('--json') ? `${JSON.stringify(verdict)}\n` : sentence(verdict)
  io.stdout.write(text)
  return verdict.broken === null ? 0 : 1
}

const EARLIER = z.object({
  heads: z.array(
    z.object({
      district: z.string(),
      chain: z.string(),
      seq: z.number().int(),
      hash: z.string(),
    }),
  ),
})

function headsOf(text: string): readonly AuditHead[] {
  try {
    return EARLIER.parse(JSON.parse(text)).heads
  } catch (cause) {
    throw problem('bad_data', { why: 'not an output of hearth audit verify --json' }, cause)
  }
}

function sentence({ rows, chains, broken }: AuditVerdict): string {
  if (broken === null) return `${rows} rows in ${chains} chains, unbroken\n`
  return `BROKEN at ${broken.district}/${broken.chain}, row ${broken.seq}\n`
}
