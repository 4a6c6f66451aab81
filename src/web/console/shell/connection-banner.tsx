import { unreachable } from '../../shared/api/call.ts'
import { say } from '../../shared/texts.ts'
import { useSignal } from '../../shared/use-signal.ts'

/** The house does not answer: what is typed stays here, and everything is tried again by itself. */
export function ConnectionBanner() {
  const away = useSignal(unreachable)
  return (
    <div role="status" className={away ? 'banner' : 'silent'}>
      {away && say('state.unreachable')}
    </div>
  )
}
