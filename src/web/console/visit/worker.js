// Lets the page of a visit open where there is no network: its files are kept when it is opened with one.
// Only the page and its files, never an answer of the API: what people wrote is in the page's own store.
const KEPT = 'hearth-visit-1'
const SHELL = '/console/visit/'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (pathname.startsWith('/assets/')) event.respondWith(fromKept(request))
  if (request.mode === 'navigate' && pathname.startsWith(SHELL)) event.respondWith(page(request))
})

/** Names of files carry a hash: what is kept is never old. */
async function fromKept(request) {
  const kept = await caches.open(KEPT)
  const found = await kept.match(request)
  if (found) return found
  const answer = await fetch(request)
  if (answer.ok) await kept.put(request, answer.clone())
  return answer
}

/** The page of the house; without a network the one that was kept, which is the same for every visit. */
async function page(request) {
  const kept = await caches.open(KEPT)
  try {
    const answer = await fetch(request)
    if (answer.ok && !answer.redirected) await kept.put(SHELL, answer.clone())
    return answer
  } catch (error) {
    const found = await kept.match(SHELL)
    if (found) return found
    throw error
  }
}
