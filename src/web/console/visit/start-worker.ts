type Policies = {
  readonly createPolicy: (
    name: string,
    rules: { createScriptURL: (text: string) => string },
  ) => { readonly createScriptURL: (text: string) => string }
}

const WORKER = '/console/visit/worker.js'

const KEPT = 'hearth-visit-1'

/**
 * Lets the page open again without a network (only over https, as browsers ask). What was loaded before the
 * worker came is given to its store here, and files of an earlier release leave it.
 */
export async function startWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { trustedTypes } = window as { readonly trustedTypes?: Policies }
  const rules = { createScriptURL: () => WORKER }
  const address =
    trustedTypes?.createPolicy('hearth-visit', rules).createScriptURL(WORKER) ?? WORKER
  await navigator.serviceWorker.register(address)
  await navigator.serviceWorker.ready
  const kept = await caches.open(KEPT)
  const here = await fetch(location.pathname)
  if (here.ok && !here.redirected) await kept.put('/console/visit/', here)
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
  for (const { pathname } of files) {
    if (!(await kept.match(pathname))) await kept.add(pathname)
  }
  const used = new Set(files.map(({ pathname }) => pathname))
  for (const request of await kept.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/assets/') && !used.has(pathname)) await kept.delete(request)
  }
}
