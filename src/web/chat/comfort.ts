/** A year in seconds. */
const KEPT = 365 * 24 * 60 * 60

/** The size of letters changes at once; the cookie tells the server for the next page. */
export function switchSizes(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-size]')]
  for (const link of links) {
    link.addEventListener('click', (event) => {
      event.preventDefault()
      const size = link.dataset.size ?? 'normal'
      const { classList } = document.documentElement
      for (const each of links) classList.remove(each.dataset.size ?? '')
      classList.add(size)
      // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is missing on old phones
      document.cookie = `hearth-size=${size}; path=/; max-age=${KEPT}; samesite=lax`
      for (const each of links) each.removeAttribute('aria-current')
      link.setAttribute('aria-current', 'true')
    })
  }
}

/** Leaving must be instant and the back button must not show the talk: for people who are watched. */
export function leaveAtOnce(): void {
  const link = document.getElementById('leave')
  if (!(link instanceof HTMLAnchorElement)) return
  link.addEventListener('click', (event) => {
    event.preventDefault()
    document.body.hidden = true
    leaveFor(link.href)
  })
}

/** Also out of a frame on another site's page; where that page forbids it, the frame at least is empty. */
function leaveFor(address: string): void {
  try {
    ;(top ?? window).location.replace(address)
  } catch {
    location.replace('about:blank')
  }
}
