import { writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { House } from '../../../../core/dialog/house.ts'
import { arrive, newSession, open, type Session } from '../../../../core/dialog/rehearse/session.ts'
import { type Instant, SECOND } from '../../../../core/time.ts'
import type { TalkIo, TalkOptions } from '../talk.ts'
import { command } from './developer.ts'
import { type Printer, printerOf } from './printer.ts'
import { recordOf } from './record.ts'

/** A chat line by line, from a terminal or a pipe. Lines that start with / are for developers. */
export async function chat(
  house: House,
  start: Instant,
  options: TalkOptions,
  io: TalkIo,
): Promise<number> {
  const printer = printerOf(io)
  const past: Session[] = [
    open(newSession(house, start, options.channel), options.preset, options.flow),
  ]
  const here = () => past.at(-1) as Session
  show(here(), 0, printer)
  for await (const line of createInterface({ input: io.stdin, crlfDelay: Infinity })) {
    if (line === '/quit') break
    if (!io.stdout.isTTY) printer.line({ from: 'resident', text: line }, options.as)
    const before = here()
    const next = line.startsWith('/') ? command(line, past, printer) : say(before, line)
    if (!next) continue
    past.push(next)
    show(next, before.lines.length, printer)
  }
  if (options.record) await writeFile(options.record, recordOf(past, options))
  return 0
}

const say = (session: Session, text: string) =>
  arrive({ ...session, now: session.now + 5 * SECOND }, { kind: 'text', text })

/** What was said since; the resident's own lines stand on the terminal already. */
function show(session: Session, from: number, printer: Printer): void {
  for (const line of session.lines.slice(from)) {
    if (line.from !== 'resident') printer.line(line)
  }
}
