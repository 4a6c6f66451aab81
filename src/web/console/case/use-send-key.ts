import type { KeyboardEvent } from 'react'

/** Enter sends, Shift+Enter begins a line; an Enter that ends a choice of the input method does neither. */
export function useSendKey(send: () => void) {
  return (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const composing = event.nativeEvent.isComposing || event.keyCode === 229
    if (event.key === 'Escape') event.currentTarget.blur()
    if (event.key !== 'Enter' || event.shiftKey || composing) return
    event.preventDefault()
    send()
  }
}
