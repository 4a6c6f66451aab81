import './console.css'

/** Milliseconds after which the clocks on the page are out of date. */
const STALE = 60_000

/**
 * Keeps the queue fresh. The page is only loaded again while nobody is using the keyboard on it;
 * otherwise it says that there is something new.
 */
function keepFresh(news: HTMLElement): void {
  const refresh = () => {
    const idle = document.activeElement === null || document.activeElement === document.body
    if (idle) location.reload()
    else news.textContent = news.dataset.news ?? ''
  }
  new EventSource('/console/stream').addEventListener('news', refresh)
  setInterval(refresh, STALE)
}

const news = document.getElementById('news')
if (news) keepFresh(news)
