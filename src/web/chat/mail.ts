import { FILES_A_MESSAGE } from '../../core/contract/limits.ts'
import type { Message } from '../../core/contract/message.ts'
import { uuid } from '../shared/uuid.ts'
import { dropMail, keepMail, keptMail, type Mail } from './kept-mail.ts'
import type { Say } from './say.ts'
import { type Uploaded, upload } from './upload.ts'

export type MailEvents = {
  readonly tell: (text: string) => void
  readonly sent: (messages: readonly Message[]) => void
  readonly lost: () => void
}

/** Sends pictures and recordings one message after the other, and says how far it is. */
export function createMail(say: Say, events: MailEvents) {
  let before: Promise<boolean> = Promise.resolve(true)

  /** False when the talk is gone: the files stay put away, and go out with the next one. */
  const send = async ({ id, files, what }: Mail): Promise<boolean> => {
    const sending = say('files.sending', { what: say(what) })
    events.tell(sending)
    const bar = barFor(sending)
    const answer = await upload(id, files.slice(0, FILES_A_MESSAGE), {
      progress: (percent) => {
        bar.value = percent
      },
      retrying: () => events.tell(say('state.retrying')),
    })
    bar.remove()
    if (answer.lost) {
      events.lost()
      return false
    }
    events.sent(answer.messages)
    const much = files.length > FILES_A_MESSAGE ? [say('files.full')] : []
    events.tell([...refusals(answer), ...much].join(' '))
    return true
  }
  const queue = (mail: Mail, kept: Promise<unknown>): void => {
    before = before.then(() => send(mail))
    void Promise.all([before, kept]).then(([sent]) => sent && dropMail(mail.id))
  }

  return {
    /** `what` is the key of the words for it. */
    put: (files: readonly Blob[], what: string): void => {
      const mail = { id: uuid(), files, what, at: Date.now() }
      queue(mail, keepMail(mail))
    },
    /** What a page that was closed or loaded anew had not sent yet. */
    goOn: async (): Promise<void> => {
      for (const mail of await keptMail()) queue(mail, Promise.resolve())
    },
  }
}

const refusals = ({ refused }: Uploaded) => new Set(refused.map(({ message }) => message))

/** A bar that is seen and no live region, so that nobody has to hear every percent. */
function barFor(label: string): HTMLProgressElement {
  const bar = document.createElement('progress')
  bar.max = 100
  bar.setAttribute('aria-label', label)
  document.getElementById('state')?.after(bar)
  return bar
}
