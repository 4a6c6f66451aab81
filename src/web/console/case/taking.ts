import { createContext, useContext } from 'react'

/** Words of a message that are to be noted. */
export type Taken = {
  readonly seq: number
  /** The whole message. */
  readonly text: string
  readonly quote: string
}

/** Null where nothing may be noted. */
export const TakingContext = createContext<((taken: Taken) => void) | null>(null)

export const useTaking = () => useContext(TakingContext)
