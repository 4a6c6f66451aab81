import { say } from './texts.ts'

/** On a narrow screen phone and desk share the place: buttons change sides, news are marked on them. */
export function createSides() {
  const main = document.querySelector('main')
  const buttons = [...document.querySelectorAll<HTMLElement>('button[data-show]')]
  const show = (which: string) => {
    if (main) main.dataset.side = which
    for (const button of buttons) {
      const shown = button.dataset.show === which
      button.setAttribute('aria-pressed', String(shown))
      if (shown) button.removeAttribute('data-news')
    }
  }
  for (const button of buttons) {
    button.addEventListener('click', () => show(button.dataset.show ?? 'phone'))
  }
  return {
    show,
    /** Something new is on the side that is not in sight. */
    mark: (which: string) => {
      if (main?.dataset.side === which) return
      const button = buttons.find(({ dataset }) => dataset.show === which)
      button?.setAttribute('data-news', say('hints.fresh'))
    },
  }
}
