import type { KeyboardEvent } from 'react'
import { moveMessage } from './message-focus.ts'
import { useTaking } from './taking.ts'

/** On a message that has the focus: up and down to its neighbours, Enter notes its words (记为). */
export function useMessageKeys() {
  const take = useTaking()
  return (event: KeyboardEvent<HTMLElement>) => {
    const line = event.target as HTMLElement
    const { seq } = line.dataset
    if (!seq) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      moveMessage(event.key === 'ArrowDown' ? 1 : -1)
    }
    const text = line.querySelector('.words')?.textContent ?? ''
    if (event.key !== 'Enter' || !take || text === '') return
    event.preventDefault()
    take({ seq: Number(seq), text, quote: text })
  }
}
