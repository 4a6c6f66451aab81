import { useSignal } from '../../shared/use-signal.ts'
import { second } from '../api/server-time.ts'
import { lengthWords } from './length-words.ts'

type Props = {
  /** When it must be done, ISO. */
  readonly due: string
  /** What must be done: `clock.<name>`. */
  readonly name: string
}

/** A clock that runs by the server's time: what is due, and how long there is, or was. */
export function Ticking({ due, name }: Props) {
  const left = Date.parse(due) - useSignal(second)
  return (
    <time dateTime={due} className={left < 0 ? 'late' : undefined}>
      {lengthWords(name, left)}
    </time>
  )
}
