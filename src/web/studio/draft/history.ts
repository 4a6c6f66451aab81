/** A text with what it was before and what was undone. */
export type History = {
  readonly text: string
  readonly past: readonly string[]
  readonly future: readonly string[]
  /** What the last change was about: typing on in the same field is one step. */
  readonly about: string | null
  readonly at: number
}

/** Milliseconds in which changes of the same field are one step back. */
const TOGETHER = 1_500

/** Steps that can be taken back. */
const MOST = 300

export const historyOf = (text: string): History => ({
  text,
  ...{ past: [], future: [], about: null, at: 0 },
})

export function changed(
  history: History,
  text: string,
  { about = null, at }: { readonly about?: string | null; readonly at: number },
): History {
  if (text === history.text) return history
  const goesOn = about !== null && about === history.about && at - history.at < TOGETHER
  const past = goesOn ? history.past : [...history.past, history.text].slice(-MOST)
  return { text, past, future: [], about, at }
}

export function undone(history: History): History {
  const text = history.past.at(-1)
  if (text === undefined) return history
  return {
    text,
    ...{ past: history.past.slice(0, -1), future: [history.text, ...history.future] },
    ...{ about: null, at: 0 },
  }
}

export function redone(history: History): History {
  const [text, ...future] = history.future
  if (text === undefined) return history
  return { text, past: [...history.past, history.text], future, about: null, at: 0 }
}
