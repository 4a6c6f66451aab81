import { FILES_A_MESSAGE } from '../../core/contract/limits.ts'
import type { Message } from '../../core/contract/message.ts'
import { uuid } from '../shared/uuid.ts'
import type { Say } from './say.ts'
import { type Uploaded, upload } from './upload.ts'

export type MailEvents = {
  readonly tell: (text: string) => void
  readonly sent: (messages: readonly Message[]) => void
}

/** Sends pictures and recordings one message after the other, and says how far it is. */
export function createMail(say: Say, events: MailEvents) {
  let before: Promise<void> = Promise.resolve()

  const send = async (files: readonly Blob[], what: string): Promise<void> => {
    const sending = say('files.sending', { what })
    events.tell(sending)
    const bar = barFor(sending)
    const answer = await upload(uuid(), files.slice(0, FILES_A_MESSAGE), {
      progress: (percent) => {
        bar.value = percent
      },
      retrying: () => events.tell(say('state.retrying')),
    })
    bar.remove()
    events.sent(answer.messages)
    const much = files.length > FILES_A_MESSAGE ? [say('files.full')] : []
    events.tell([...refusals(answer), ...much].join(' '))
  }

  return (files: readonly Blob[], what: string): void => {
    before = before.then(() => send(files, what))
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
