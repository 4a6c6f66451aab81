import type { KeyboardEvent } from 'react'

/** What a key does in the outline. */
export type OutlineAct =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'open'
  | 'close'
  | 'edit'
  | 'up'
  | 'down'
  | 'insert'
  | 'remove'
  | 'duplicate'

const PLAIN: Readonly<Record<string, OutlineAct>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  ArrowRight: 'open',
  ArrowLeft: 'close',
  Enter: 'edit',
  Insert: 'insert',
  '+': 'insert',
  Delete: 'remove',
}

/** The act of a key, or undefined for one that is not ours. */
export function outlineAct(event: KeyboardEvent): OutlineAct | undefined {
  const { key, altKey, ctrlKey, metaKey } = event
  if (altKey) return key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : undefined
  if (ctrlKey || metaKey) return key.toLowerCase() === 'd' ? 'duplicate' : undefined
  return PLAIN[key]
}
