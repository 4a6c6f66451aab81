import { useEffect } from 'react'
import { post } from '../../shared/api/call.ts'

/** Milliseconds between two signs of life: the house forgets a person after 45 s. */
const SIGN = 20_000

/** Milliseconds between two signs of typing. */
const TYPING = 4_000

const tell = (number: string, typing: boolean) =>
  void post(`/api/desk/cases/${number}/presence`, { typing }).catch(() => {})

/** Tells colleagues that one looks at this case, while the page is in sight. */
export function usePresence(number: string): void {
  useEffect(() => {
    const sign = () => document.hidden || tell(number, false)
    sign()
    const timer = setInterval(sign, SIGN)
    return () => clearInterval(timer)
  }, [number])
}

let typedAt = 0

/** Tells colleagues that one is writing to the resident; not with every letter. */
export function tellTyping(number: string): void {
  if (Date.now() - typedAt < TYPING) return
  typedAt = Date.now()
  tell(number, true)
}
