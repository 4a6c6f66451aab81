export type ChannelLine = {
  readonly channel: string
  /** half: some of its settings only; the house does not start like this. */
  readonly is: 'on' | 'half' | 'off'
  readonly missing: readonly string[]
  /** As the running house says; null where there is nothing to say, or no house runs. */
  readonly health: 'up' | 'down' | null
}

export type ChannelsIo = {
  readonly stdout: { write(text: string): unknown }
  readonly channels: () => Promise<readonly ChannelLine[]>
}

const HELP = `hearth channels: which channels this environment turns on, and how they fare.

Prints a line for each: on, half or off, what is missing, and whether it is up, asked from the house that
runs at PORT. --json: a JSON line each, {"channel", "is", "missing", "health"}. Reads names of settings,
never prints a value. Exit code: 0 all well, 1 one is half set or down, 2 for a wrong call.
`

/** `hearth channels`. */
export async function run(args: readonly string[], io: ChannelsIo): Promise<number> {
  const help = args.includes('--help')
  if (help || args.some((arg) => arg !== '--json')) {
    io.stdout.write(HELP)
    return help ? 0 : 2
  }
  const lines = await io.channels()
  const print = args.includes('--json') ? JSON.stringify : sentence
  for (const line of lines) io.stdout.write(`${print(line)}\n`)
  return lines.some(({ is, health }) => is === 'half' || health === 'down') ? 1 : 0
}

function sentence({ channel, is, missing, health }: ChannelLine): string {
  const says = {
    on: health ?? '(no house answers at PORT)',
    half: `the house does not start like this: ${missing.join(', ')} missing`,
    off: `needs ${missing.join(', ')}`,
  }[is]
  return `${channel.padEnd(11)} ${is.padEnd(5)} ${says}`
}
