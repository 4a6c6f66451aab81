import { useLayoutEffect, useRef } from 'react'

/** Pixels beyond which a field scrolls inside. */
const MOST = 240

/** A text field as high as its text. */
export function useGrow(text: string) {
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const { current } = field
    if (!current) return
    current.style.height = 'auto'
    current.style.height = `${text === '' ? 0 : Math.min(MOST, current.scrollHeight + 2)}px`
  }, [text])
  return field
}
