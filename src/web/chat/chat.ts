import './chat.css'
import { leaveAtOnce, switchSizes } from './comfort.ts'
import { forgetDraft, keepDraft } from './draft.ts'
import { follow } from './follow.ts'
import { listenToForms } from './forms.ts'
import { createMail } from './mail.ts'
import { createOutbox } from './outbox.ts'
import { sendChosenPhotos } from './photos.ts'
import { offerReadingAloud } from './read-aloud.ts'
import { offerRecording } from './recorder.ts'
import { textsOf } from './say.ts'
import { createTalk } from './talk.ts'

/** Makes the page that the server wrote quicker. Whatever fails here, the forms still work. */
function start(page: HTMLElement): void {
  const say = textsOf(page)
  const state = document.getElementById('state')
  const tell = (text: string) => {
    if (state) state.textContent = text
  }

  const talk = createTalk(say)
  const outbox = createOutbox({
    sending: () => tell(say('state.sending')),
    retrying: () => tell(say('state.retrying')),
    sent: (messages) => {
      tell('')
      talk.replied(messages)
    },
    refused: (parcel, why) => {
      talk.takeBack(parcel.shown)
      forms.giveBack(parcel)
      tell(why)
    },
  })
  const forms = listenToForms((words, shown) => {
    talk.said(shown)
    outbox.put(words, shown)
  })
  const mail = createMail(say, { tell, sent: talk.replied })

  for (const parcel of outbox.waiting()) talk.mine(parcel.shown)
  follow(Number(page.dataset.after), talk.heard)
  talk.announce()
  if (location.hash === '') document.getElementById('now')?.scrollIntoView()
  document.documentElement.classList.add('scripted')
  sendChosenPhotos((files) => mail(files, say('files.photos')))
  offerRecording(say, tell, (recording) => mail([recording], say('files.recording')))
  offerReadingAloud(say)
  switchSizes()
  leaveAtOnce()
}

const page = document.getElementById('chat')
if (page) start(page)

const field = document.getElementById('text')
if (field instanceof HTMLTextAreaElement) {
  keepDraft(field)
  forgetDraft(field)
}
