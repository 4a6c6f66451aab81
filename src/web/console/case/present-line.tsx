import { say } from '../../shared/texts.ts'
import { useSignal } from '../../shared/use-signal.ts'
import { useMe } from '../api/desk.ts'
import { present } from '../api/live.ts'

/** 张敏正在看, 张敏正在输入: so that two do not answer at once. */
export function PresentLine() {
  const me = useMe().data?.id
  const others = useSignal(present).filter(({ id }) => id !== me)
  const words = others.map(({ name, typing }) =>
    say(typing ? 'presence.typing' : 'presence.looking', { name }),
  )
  return (
    <p role="status" className={words.length > 0 ? 'present' : 'silent'}>
      {words.join(say('presence.and'))}
    </p>
  )
}
