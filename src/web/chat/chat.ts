import './chat.css'
import { createAnswers } from './answers.ts'
import { leaveAtOnce, switchSizes } from './comfort.ts'
import { follow } from './follow.ts'
import { listenToForms } from './forms.ts'
import { createLog } from './log.ts'
import { createOutbox } from './outbox.ts'

/** Makes the page that the server wrote quicker. Whatever fails here, the forms still work. */
function start(page: HTMLElement): void {
  const texts: Readonly<Record<string, string>> = JSON.parse(page.dataset.texts ?? '{}')
  const say = (key: string) => texts[key] ?? ''
  const state = document.getElementById('state')
  const tell = (text: string) => {
    if (state) state.textContent = text
  }

  const log = createLog(say)
  const answers = createAnswers(say)
  const outbox = createOutbox({
    sending: () => tell(say('state.sending')),
    retrying: () => tell(say('state.retrying')),
    sent: (messages) => {
      tell('')
      log.add(messages)
      answers.show(log.open())
    },
    refused: (parcel, why) => {
      log.takeBack()
      forms.giveBack(parcel)
      tell(why)
    },
  })
  const forms = listenToForms((words, shown) => {
    log.keep(answers.take())
    log.mine(shown)
    outbox.put(words, shown)
  })

  for (const parcel of outbox.waiting()) log.mine(parcel.shown)
  follow(Number(page.dataset.after), (message) => {
    log.add([message])
    answers.show(log.open())
  })
  log.announce()
  if (location.hash === '') document.getElementById('now')?.scrollIntoView()
  switchSizes()
  leaveAtOnce()
}

const page = document.getElementById('chat')
if (page) start(page)
