import './demo.css'
import { createDeskFrame } from './desk-frame.ts'
import { createPhone } from './phone.ts'
import { createShownCase } from './shown-case.ts'
import { createSides } from './sides.ts'
import { createStrip } from './strip.ts'
import { createTelling } from './telling.ts'
import { say } from './texts.ts'

/** Tells the stories on the left, shows on the right what comes of them. */
function start(phoneFrame: HTMLIFrameElement, deskFrame: HTMLIFrameElement): void {
  const strip = createStrip()
  const sides = createSides()
  const phone = createPhone(phoneFrame)
  const telling = createTelling(phone, (ending) => {
    strip.offer([])
    if (ending !== 'told') strip.tell(ending)
    void shown.look()
  })
  const desk = createDeskFrame(deskFrame)
  const shown = createShownCase({
    desk,
    strip,
    sides,
    isTelling: telling.isGoing,
    claimed: () => void phone.showNews(),
  })

  phone.onPage((page) => {
    page.getElementById('demo')?.remove()
    page.addEventListener('click', leaveWhole, true)
    const log = page.getElementById('log')
    const look = () => shown.watch(phone.number())
    if (log) new MutationObserver(look).observe(log, { childList: true, subtree: true })
    look()
  })

  /** The form itself puts a new talk into the phone. */
  const begin = ({ name, says }: DOMStringMap) => {
    const story = name && says ? { name, lines: JSON.parse(says) } : null
    shown.watch(null)
    telling.tellOnNextPage(story)
    sides.show('phone')
    strip.tell(story ? 'telling' : 'own', { name: name ?? '' })
    strip.offer(story ? [{ label: say('acts.stop'), run: telling.stop }] : [])
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('#stories button')) {
    button.addEventListener('click', () => begin(button.dataset))
  }
}

/** 快速离开 leaves the whole page: in a frame there is no place for another site. */
function leaveWhole(event: Event): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('#leave')
  if (!link) return
  event.preventDefault()
  event.stopPropagation()
  location.replace(link.href)
}

const [phone, desk] = ['phone', 'desk'].map((id) => document.getElementById(id))
if (phone instanceof HTMLIFrameElement && desk instanceof HTMLIFrameElement) start(phone, desk)
