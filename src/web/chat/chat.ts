import './chat.css'
import { leaveAtOnce, switchSizes } from './comfort.ts'
import { forgetHere, forgetOnDemand, keepDraft } from './draft.ts'
import { follow } from './follow.ts'
import { listenToForms } from './forms.ts'
import { stayInStep } from './in-step.ts'
import { createLost } from './lost.ts'
import { createMail } from './mail.ts'
import { createOutbox } from './outbox.ts'
import { sendChosenPhotos } from './photos.ts'
import { offerReadingAloud } from './read-aloud.ts'
import { offerRecording } from './recorder.ts'
import { textsOf } from './say.ts'
import { tellSeen } from './seen.ts'
import { createTalk } from './talk.ts'

/** Makes the page that the server wrote quicker. Whatever fails here, the forms still work. */
function start(page: HTMLElement): void {
  const say = textsOf(page)
  const state = document.getElementById('state')
  const tell = (text: string) => {
    if (state) state.textContent = text
  }

  const lost = createLost(say, tell)
  const talk = createTalk(say)
  let slow: ReturnType<typeof setTimeout> | undefined
  const outbox = createOutbox({
    sending: () => {
      clearTimeout(slow)
      slow = setTimeout(() => tell(say('state.sending')), SLOW)
    },
    retrying: () => {
      clearTimeout(slow)
      tell(say('state.retrying'))
    },
    sent: (messages) => {
      clearTimeout(slow)
      tell('')
      talk.replied(messages)
    },
    refused: (parcel, why) => {
      clearTimeout(slow)
      talk.takeBack(parcel.shown)
      forms.giveBack(parcel)
      if (why.code === LOST) return lost()
      tell(why.message)
    },
  })
  const forms = listenToForms(
    (words, shown) => {
      talk.said(shown)
      outbox.put(words, shown)
    },
    () => tell(say('state.nothing')),
  )
  const mail = createMail(say, { tell, sent: talk.replied, lost })

  for (const parcel of outbox.waiting()) talk.mine(parcel.shown)
  follow(Number(page.dataset.after), talk.heard, lost)
  talk.announce()
  tellSeen(document.querySelector('#log ol'))
  if (location.hash === '') document.getElementById('now')?.scrollIntoView()
  document.documentElement.classList.add('scripted')
  void mail.goOn()
  sendChosenPhotos((files) => mail.put(files, 'files.photos'))
  offerRecording(say, tell, (recording) => mail.put([recording], 'files.recording'))
  offerReadingAloud(say)
  switchSizes()
  leaveAtOnce()
}

/** Milliseconds after which somebody who waits is told so; answers come within 1.5 s. */
const SLOW = 3_000

/** The page's cookie holds another talk by now, or none. */
const LOST = 'not_signed_in'

const page = document.getElementById('chat')
if (page) start(page)

const field = document.getElementById('text')
if (field instanceof HTMLTextAreaElement) {
  keepDraft(field)
  forgetOnDemand(field)
  stayInStep(page?.dataset.talk ?? '', () => forgetHere(field))
}
