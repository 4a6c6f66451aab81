/** The door of the program: one command, its exit code. All edges meet in src/main/. */
import { isProblem } from './core/errors.ts'
import { COMMANDS, HELP } from './main/commands.ts'

const [name = '', ...args] = process.argv.slice(2)

// `hearth queue | head` closes the pipe early: that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCommand()

async function runCommand(): Promise<number> {
  if (name === '' || name === '--help' || name === 'help') {
    process.stdout.write(HELP)
    return name === '' ? 2 : 0
  }
  const two = `${name} ${args[0] ?? ''}`
  const command = COMMANDS[two]
  try {
    if (command) return await command.run(args.slice(1))
    const single = COMMANDS[name]
    if (single) return await single.run(args)
    process.stderr.write(`unknown_command: there is no command ${name}\n\n${HELP}`)
    return 2
  } catch (error) {
    return failed(error)
  }
}

/** What went wrong in one line with its code; a stack only for what is our own mistake. */
function failed(error: unknown): number {
  if (isProblem(error)) {
    process.stderr.write(`${error.code}: ${error.message} ${JSON.stringify(error.details)}\n`)
    return 2
  }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return 2
}
