/** A button that leads to what came while the reader was elsewhere on the page. */
export function createNewsButton(label: string) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'news'
  button.textContent = `${label} ↓`
  let target: Element | null = null
  const hide = () => button.remove()
  button.addEventListener('click', () => {
    target?.scrollIntoView({ block: 'start' })
    hide()
  })
  addEventListener('scroll', () => target && isSeen(target) && hide(), { passive: true })
  return {
    /** Only when it cannot be seen from here. */
    offer: (seq: number): void => {
      target = document.querySelector(`[data-seq="${seq}"]`)
      if (target && !isSeen(target)) document.body.append(button)
    },
  }
}

/** Pixels of a message that must be there to be read: who speaks, and three lines of it. */
const ENOUGH = 160

const isSeen = (target: Element) => {
  const { top, bottom } = target.getBoundingClientRect()
  return Math.min(bottom, top + ENOUGH) < innerHeight
}
