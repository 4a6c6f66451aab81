import type { House } from '../../../../core/dialog/house.ts'
import { tellFailure } from '../../../../core/dialog/rehearse/failure.ts'
import { playTalk } from '../../../../core/dialog/rehearse/play-talk.ts'
import { loadTalkFile } from '../../../stored-talks.ts'
import type { TalkIo } from '../talk.ts'
import { printerOf } from './printer.ts'

/** Plays the stored talks of a file: every line as a channel would show it, then what failed. 0 or 1. */
export async function playScript(house: House, file: string, io: TalkIo): Promise<number> {
  const printer = printerOf(io)
  let code = 0
  for (const talk of await loadTalkFile(file)) {
    printer.title(talk.name)
    const { session, failures } = playTalk(house, talk)
    for (const line of session.lines) printer.line(line)
    for (const failure of failures) printer.failure(tellFailure(failure))
    if (failures.length > 0) code = 1
  }
  return code
}
