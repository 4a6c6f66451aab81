export type MigrateIo = {
  readonly stdout: { write(text: string): unknown }
  readonly migrate: () => Promise<{ readonly applied: readonly string[]; readonly total: number }>
}

const HELP = `hearth migrate: brings the database up to date.

Uses DATABASE_URL, or the embedded server of HEARTH_DATA. Safe to run at any time and by several at
once: one works, the others wait. --json: {"applied": [names], "total"}.
Exit code: 0, or 1 when a migration failed or was edited after it ran.
`

/** `hearth migrate`. */
export async function run(args: readonly string[], io: MigrateIo): Promise<number> {
  if (args.includes('--help')) {
    io.stdout.write(HELP)
    return 0
  }
  const { applied, total } = await io.migrate()
  if (args.includes('--json')) {
    io.stdout.write(`${JSON.stringify({ applied, total })}\n`)
    return 0
  }
  for (const name of applied) io.stdout.write(`applied ${name}\n`)
  io.stdout.write(`${total} migrations, ${applied.length} new\n`)
  return 0
}
