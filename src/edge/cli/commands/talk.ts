import { parseArgs } from 'node:util'
import type { House } from '../../../core/dialog/house.ts'
import { chat } from './talk/chat.ts'
import { chatWithServer } from './talk/chat-with-server.ts'
import { playScript } from './talk/play-script.ts'
import { startAt } from './talk/start-at.ts'

export type TalkIo = {
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean }
  readonly now: () => number
  /** The house of a district, read only when no server is named. */
  readonly house: (district: string) => Promise<House>
  /** Those of the process unless others are given. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly fetch?: typeof fetch
}

const HELP = `hearth talk: the chat in a terminal, as a channel without buttons shows it.

  --as NAME        who speaks, before each of your lines
  --at TIME        when it is: 23:10, or 2026-11-20T09:00+08:00
  --channel C      the channel to pretend to be (web)
  --flow ID        begin with this flow instead of a request for help
  --preset CODE    street (9 digits) or committee (12 digits) of the link that was scanned
  --district CODE  whose house it is (310105)
  --script FILE    play stored talks and say what is not as they say
  --record FILE    write the talk down as a stored talk
  --url BASE       talk to a running server instead
While talking: /why  /back  /time +1d  /slots  /score  /events  /quit
Exit code: 0, 1 when a script fails or the server does not answer, 2 for a wrong call.
`

const OPTIONS = {
  as: { type: 'string' },
  at: { type: 'string' },
  channel: { type: 'string', default: 'web' },
  flow: { type: 'string' },
  preset: { type: 'string' },
  district: { type: 'string', default: '310105' },
  script: { type: 'string' },
  record: { type: 'string' },
  url: { type: 'string' },
  help: { type: 'boolean' },
} as const

export type TalkOptions = NonNullable<ReturnType<typeof optionsIn>>

/** `hearth talk`. */
export async function run(args: readonly string[], io: TalkIo): Promise<number> {
  const options = optionsIn(args)
  const start = options && startAt(options.at, io.now())
  if (!options || options.help || start === undefined || !isPreset(options.preset)) {
    io.stdout.write(HELP)
    return options?.help ? 0 : 2
  }
  if (options.url) return chatWithServer(options.url, options, io)
  const house = await io.house(options.district)
  if (options.script) return playScript(house, options.script, io)
  return chat(house, start, options, io)
}

function optionsIn(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values
  } catch {
    return undefined
  }
}

const isPreset = (code: string | undefined) => code === undefined || /^(\d{9}|\d{12})$/.test(code)
