import './console.css'

/** Milliseconds after which the clocks on the page are out of date. */
const STALE = 60_000

/**
 * Keeps a queue or a case fresh. The page is only loaded again while nobody is using the keyboard on
 * it and nothing is typed; otherwise it says that there is something new.
 */
function keepFresh(news: HTMLElement, stream: string): void {
  const refresh = () => {
    const at = document.activeElement
    const typed = [...document.querySelectorAll('textarea')].some(({ value }) => value !== '')
    if (!typed && (at === null || at === document.body)) location.reload()
    else news.textContent = news.dataset.news ?? ''
  }
  new EventSource(stream).addEventListener('news', refresh)
  setInterval(refresh, STALE)
}

const news = document.getElementById('news')
if (news?.dataset.stream) keepFresh(news, news.dataset.stream)

/** The newest of a talk is at its end. */
const talk = document.querySelector('.talk')
if (talk) talk.scrollTop = talk.scrollHeight
