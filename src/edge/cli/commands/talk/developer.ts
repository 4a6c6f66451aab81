import { whatWaits } from '../../../../core/dialog/rehearse/play-talk.ts'
import { memoryIn, type Session, wait } from '../../../../core/dialog/rehearse/session.ts'
import { DAY, HOUR, MINUTE } from '../../../../core/time.ts'
import type { Printer } from './printer.ts'

/** A developer's command. Gives the session to go on with, when it changed. */
export function command(line: string, past: Session[], printer: Printer): Session | undefined {
  const session = past.at(-1) as Session
  const [name = '', value = ''] = line.split(/\s+/)
  switch (name) {
    case '/time':
      return pass(session, value, printer)
    case '/back':
      if (past.length > 1) past.pop()
      printer.note(`waits: ${whatWaits(past.at(-1) as Session)}`)
      return undefined
    case '/why':
      printer.note(`waits: ${whatWaits(session)}`)
      printer.note(`grade could change by: ${session.file?.assessment?.next ?? 'nothing more'}`)
      return undefined
    case '/slots':
      return shown(memoryIn(session)?.answers, printer)
    case '/score':
      return shown(session.file?.assessment, printer)
    case '/events':
      return shown(
        session.events.map((event) => ('file' in event ? { type: event.type } : event)),
        printer,
      )
    default:
      printer.note('/why  /back  /time +1d  /slots  /score  /events  /quit')
      return undefined
  }
}

const UNITS = { m: MINUTE, h: HOUR, d: DAY } as const

function pass(session: Session, value: string, printer: Printer): Session | undefined {
  const [, count, unit] = /^\+?(\d+)([mhd])$/.exec(value) ?? []
  if (count === undefined || unit === undefined) {
    printer.note('/time +10m, +20h or +7d')
    return undefined
  }
  return wait(session, session.now + Number(count) * UNITS[unit as keyof typeof UNITS])
}

function shown(value: unknown, printer: Printer): undefined {
  printer.note(JSON.stringify(value ?? null, null, 1))
  return undefined
}
