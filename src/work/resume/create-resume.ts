import type { Resume, ResumeStore } from '../ports/resume.ts'
import type { TurnEngine } from '../turn/create-turns.ts'

export type ResumeParts = {
  readonly store: ResumeStore
  readonly turns: Pick<TurnEngine, 'tell'>
  /** What the old client is told (locale keys `resume.code` and `resume.done`). */
  readonly texts: { readonly code: (code: string) => string; readonly done: string }
}

/**
 * Carrying on in another client. The code goes only to where the talk was held so far: who merely
 * knows number and phone, as people of the same household do, sees nothing and cannot speak. The
 * desk, which reads the talk, does not see the code: nobody there can take a talk over.
 */
export function createResume({ store, turns, texts }: ResumeParts): Resume {
  return {
    ask: async (pair, id) => {
      const conversation = await store.findTalk(pair)
      if (conversation === null) return
      const code = await store.openTicket(id, conversation)
      await turns.tell(conversation, `resume:${id}`, { text: texts.code(code), secret: true })
    },
    confirm: async (id, code) => {
      const conversation = await store.confirm(id, code)
      if (conversation === null) return false
      await turns.tell(conversation, `resumed:${id}`, { text: texts.done })
      return true
    },
    holderOf: store.holderOf,
  }
}
