import { canCapture } from '../../core/casework/reassess.ts'
import { problem } from '../../core/errors.ts'
import type { Capturing, Desk, Sent } from '../ports/desk.ts'
import type { DeskParts } from './parts.ts'
import { personOf } from './person-of.ts'
import { watchSilence } from './watch-silence.ts'

type Talking = Pick<Desk, 'takeOver' | 'sayTo' | 'giveBack' | 'capture'>

/** The verbs that reach the resident, or take from what was said. */
export function talkWith(parts: DeskParts): Talking {
  const { cases, turns } = parts
  return {
    takeOver: async (staff, number, id) => {
      const talk = await cases.talkOf(staff, number)
      await turns.desk(talk.conversation, id, { act: 'took_over', by: personOf(staff) })
      await watchSilence(parts, talk.conversation, talk.id)
    },
    sayTo: async (staff, number, id, text, seen, sent = []) => {
      const talk = await cases.talkOf(staff, number)
      if (seen !== undefined) await mustHaveSeen(parts, talk.conversation, seen)
      for (const each of sayings(id, text, sent)) {
        const { id: once, ...said } = each
        await turns.desk(talk.conversation, once, { act: 'said', by: personOf(staff), ...said })
      }
      await cases.noteContact(staff, number)
      await watchSilence(parts, talk.conversation, talk.id)
    },
    giveBack: async (staff, number, id, place = { at: 'open_question', questions: [] }) => {
      const talk = await cases.talkOf(staff, number)
      const { at, questions } = place
      if (at === 'questions' && questions.length === 0) {
        throw problem('bad_request', { field: 'questions' })
      }
      await turns.desk(talk.conversation, id, {
        ...{ act: 'gave_back', by: personOf(staff), at },
        ...(at === 'questions' ? { questions } : {}),
      })
    },
    capture: async (staff, number, what) => {
      if (!canNote(what) && !canCapture(parts.house().model, what.slot, what.value)) {
        throw problem('bad_request', { field: 'value' })
      }
      return cases.capture(staff, number, what)
    },
  }
}

/** A message has files of one kind: the first goes with the words, each other kind on its own. */
function sayings(id: string, text: string, sent: readonly Sent[]) {
  if (sent.length === 0) return [{ id, text }]
  return sent.map(({ words, ...media }, at) => ({
    id: at === 0 ? id : `${id}/${media.kind}`,
    text: at === 0 && text.trim() !== '' ? text : words,
    media,
  }))
}

/** Who and where are words; a phone has the digits of one (mainland numbers: 7 to 13 with area code). */
function canNote({ slot, value }: Capturing): boolean {
  if (typeof value !== 'string' || value.trim() === '') return false
  if (slot === 'phone') return /^[\d\s+-]{7,20}$/.test(value)
  return (slot === 'name' && value.length <= 40) || (slot === 'address' && value.length <= 200)
}

/** 居民又说了一句，先看看？ */
async function mustHaveSeen({ turns }: DeskParts, conversation: string, seen: number) {
  const newer = await turns.readMessages(conversation, seen)
  if (newer.some(({ from }) => from === 'resident')) throw problem('stale', { field: 'seen' })
}
