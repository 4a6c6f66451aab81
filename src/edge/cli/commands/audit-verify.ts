import type { AuditVerdict } from '../../../work/ports/audit.ts'

export type AuditVerifyIo = {
  readonly stdout: { write(text: string): unknown }
  readonly verify: () => Promise<AuditVerdict>
}

const HELP = `hearth audit verify: is the record of who did what unbroken?

Walks every chain and names the first row that was changed, removed, added or swapped.
--json: {"rows", "chains", "broken": {"district", "chain", "seq"} or null}.
Exit code: 0 unbroken, 1 broken.
`

/** `hearth audit verify`. */
export async function run(args: readonly string[], io: AuditVerifyIo): Promise<number> {
  if (args.includes('--help')) {
    io.stdout.write(HELP)
    return 0
  }
  const verdict = await io.verify()
  io.stdout.write(args.includes('--json') ? `${JSON.stringify(verdict)}\n` : sentence(verdict))
  return verdict.broken === null ? 0 : 1
}

function sentence({ rows, chains, broken }: AuditVerdict): string {
  if (broken === null) return `${rows} rows in ${chains} chains, unbroken\n`
  return `BROKEN at ${broken.district}/${broken.chain}, row ${broken.seq}\n`
}
