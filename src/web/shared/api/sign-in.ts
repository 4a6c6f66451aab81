import { say } from '../texts.ts'
import { signedOut } from './call.ts'

/** Comes in again with name and password; null when it worked, else the sentence why not. */
export async function signIn(form: FormData): Promise<string | null> {
  const body = new URLSearchParams([...form].map(([name, value]) => [name, String(value)]))
  const answer = await fetch('/console/sign-in', {
    method: 'POST',
    body,
    redirect: 'manual',
  }).catch(() => null)
  if (answer === null) return say('trouble.unreachable')
  if (answer.status === 401) return say('sign_in.wrong')
  if (answer.type !== 'opaqueredirect') return say('trouble.too_many')
  signedOut.set(false)
  return null
}
