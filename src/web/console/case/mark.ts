import { createContext, useContext } from 'react'

/** Words of the transcript that an indicator rests on; without a span the whole message. */
export type Mark = {
  readonly seq: number
  readonly span: readonly [from: number, to: number] | null
}

type Marks = { readonly mark: Mark | null; readonly show: (mark: Mark) => void }

export const MarkContext = createContext<Marks>({ mark: null, show: () => {} })

export const useMark = () => useContext(MarkContext)
