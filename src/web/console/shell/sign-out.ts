import { csrf } from '../../shared/api/call.ts'

/** Leaves for good: the server ends the session and tells the browser to forget what it kept. */
export async function signOut(): Promise<void> {
  const body = new URLSearchParams({ csrf: csrf.get() })
  await fetch('/console/sign-out', { method: 'POST', body, redirect: 'manual' }).catch(() => null)
  sessionStorage.clear()
  location.assign('/console/sign-in')
}
