import { Button } from 'antd'
import type { Move } from '../../../core/dialog/rehearse/moves.ts'
import { turnClock } from './clock-moves.ts'
import { say } from './texts.ts'
import type { View } from './view.ts'

const WORDS = [
  ...['nonsense', 'anger', 'crisis', 'dialect'],
  ...['back', 'skip', 'why', 'person', 'again'],
] as const

type ProvokeProps = { readonly view: View; readonly make: (move: Move) => void }

/** What people do to a bot, at a click. */
export function Provoke({ view, make }: ProvokeProps) {
  const old = oldButton(view)
  const silence = turnClock('silence', view.now, view.wakeAt)
  return (
    <fieldset className="provoke">
      <legend>{say('provoke.label')}</legend>
      {WORDS.map((id) => (
        <Button key={id} size="small" onClick={() => make({ me: say(`says.${id}`) })}>
          {say(`provoke.${id}`)}
        </Button>
      ))}
      <Button size="small" disabled={!silence} onClick={() => silence && make(silence)}>
        {say('provoke.silence')}
      </Button>
      <Button size="small" disabled={!old} onClick={() => old && make({ tap: old })}>
        {say('provoke.old')}
      </Button>
      <Button size="small" onClick={() => make({ media: 'image', count: 1 })}>
        {say('provoke.photo')}
      </Button>
    </fieldset>
  )
}

/** An option of a question that was answered before: its last one, so that it says something else. */
function oldButton({ turns, waits }: View): string | undefined {
  const options = turns.flatMap(({ said }) => said.flatMap((each) => each.options))
  return options.findLast(({ id }) => !id.startsWith(`${waits.split('.')[0]}#`))?.id
}
