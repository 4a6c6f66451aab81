import { useEffect, useState } from 'react'

/** Milliseconds without a key before what is costly looks at the text. */
const REST = 250

/** The text once nobody has typed for a moment. */
export function useResting(text: string): string {
  const [resting, rest] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => rest(text), REST)
    return () => clearTimeout(timer)
  }, [text])
  return resting
}
