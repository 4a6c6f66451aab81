import { isStill } from './still.ts'

/** Milliseconds in which a new row is looked for in the console, and between two looks. */
const PATIENCE = 6_000
const LOOK = 200

/** Milliseconds for which a new row is coloured. */
const GLOW = 4_000

const QUEUE = '/console/queue'

/** The console in its frame. Only its addresses are known here: a case is where its link is. */
export function createDeskFrame(frame: HTMLIFrameElement) {
  const linkTo = (number: string) =>
    frame.contentDocument?.querySelector<HTMLElement>(`a[href$="/cases/${number}"]`) ?? null

  const point = (number: string, until: number) => {
    const row = linkTo(number)?.closest('tr, li, article')
    if (!row) {
      if (Date.now() < until) setTimeout(() => point(number, until), LOOK)
      return
    }
    // Its beginning: a row may be wider than the frame.
    const place = row.firstElementChild ?? row
    place.scrollIntoView({ block: 'center', behavior: isStill() ? 'auto' : 'smooth' })
    const colours = [{ backgroundColor: '#ffd98a' }, { backgroundColor: '#ffd98a00' }]
    if (!isStill()) row.animate(colours, { duration: GLOW, easing: 'ease-in' })
  }

  return {
    showQueue: () => {
      if (frame.contentWindow?.location.pathname !== QUEUE) frame.src = QUEUE
    },
    /** Brings a row of the queue into sight, as soon as it is there. */
    point: (number: string) => point(number, Date.now() + PATIENCE),
    open: (number: string) => {
      const link = linkTo(number)
      if (link) link.click()
      else frame.src = `/console/cases/${number}`
    },
  }
}
