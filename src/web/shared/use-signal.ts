import { useSyncExternalStore } from 'react'
import type { Signal } from './signal.ts'

/** The value of a signal; the component is drawn again when it changes. */
export const useSignal = <T>(signal: Signal<T>): T => useSyncExternalStore(signal.watch, signal.get)
