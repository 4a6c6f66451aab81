import { addressOf } from './address.ts'

/** What comes in one go is told in one go. */
const PAUSE = 1_000

/** Tells the house up to which message all has stood on the screen, so that an adviser knows. */
export function tellSeen(list: Element | null | undefined): void {
  if (!list || !('IntersectionObserver' in window)) return
  let told = 0
  let seen = 0
  let isDue = false

  const tell = () => {
    isDue = false
    if (seen <= told || document.visibilityState !== 'visible') return
    told = seen
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ seq: seen })
    // Missed once, it is told with the next message.
    fetch(addressOf('/api/chat/seen'), { method: 'POST', headers, body }).catch(() => {})
  }
  const soon = () => {
    if (!isDue) setTimeout(tell, PAUSE)
    isDue = true
  }
  const watch = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) seen = Math.max(seen, Number((target as HTMLElement).dataset.seq ?? 0))
    }
    soon()
  })
  const add = (nodes: Iterable<Node>) => {
    for (const node of nodes) if (node instanceof HTMLElement) watch.observe(node)
  }
  add(list.children)
  const added = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) add(addedNodes)
  })
  added.observe(list, { childList: true })
  document.addEventListener('visibilitychange', soon)
}
