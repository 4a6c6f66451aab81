import { createSignal } from '../../shared/signal.ts'
import { useSignal } from '../../shared/use-signal.ts'

/** The street one looks at; empty = all of one's own. It stays while one goes from screen to screen. */
const street = createSignal('')

export const useStreet = () => [useSignal(street), street.set] as const
