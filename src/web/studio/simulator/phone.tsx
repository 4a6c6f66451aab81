import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { Move } from '../../../core/dialog/rehearse/moves.ts'
import { say } from './texts.ts'
import type { Said, Turn, View } from './view.ts'

type PhoneProps = {
  readonly view: View
  readonly large: boolean
  readonly make: (move: Move) => void
  readonly backTo: (moves: number) => void
}

/** The resident's phone: what was said on both sides, as the channel shows it. */
export function Phone({ view, large, make, backTo }: PhoneProps) {
  const screen = useRef<HTMLDivElement>(null)
  const { turns } = view
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest line is what one looks for
  useEffect(() => screen.current?.scrollTo(0, screen.current.scrollHeight), [turns.length])
  return (
    <div
      ref={screen}
      className={large ? 'phone large' : 'phone'}
      role="log"
      aria-label={say('phone')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long talk is scrolled with the keyboard
      tabIndex={0}
    >
      <ol>
        {turns.map((turn, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a talk only grows at its end
          <li key={at}>
            {turn.placed && (
              <Mine turn={turn} move={turn.placed.move} back={() => backTo(at - 1)} />
            )}
            {turn.said.map((said, place) => (
              <Bubble
                // biome-ignore lint/suspicious/noArrayIndexKey: the messages of one turn stay as they are
                key={place}
                said={said}
                isNewest={at === turns.length - 1 && place === turn.said.length - 1}
                tap={(tap) => make({ tap })}
              />
            ))}
            {turn.said.length === 0 && turn.placed && <p className="aside">{say('silent')}</p>}
          </li>
        ))}
      </ol>
    </div>
  )
}

type MineProps = { readonly turn: Turn; readonly move: Move; readonly back: () => void }

/** What came in with a move, and the way back to before it. */
function Mine({ turn, move, back }: MineProps) {
  const text = textOf(turn, move)
  const aside = !('me' in move || 'tap' in move || 'media' in move)
  return (
    <div className={aside ? 'aside' : 'mine'}>
      <p>
        {!aside && <span className="sr-only">{say('you')}：</span>}
        {text}
      </p>
      <Button type="link" size="small" className="back-here" onClick={back}>
        {say('back_here')}
        <span className="sr-only">：{text}</span>
      </Button>
    </div>
  )
}

function textOf({ tapped }: Turn, move: Move): string {
  if ('me' in move) return move.me.repeat(move.times ?? 1)
  if ('tap' in move) return tapped ?? move.tap
  if ('media' in move) return say('media')
  if ('wait' in move) return say('waited', { span: spanOf(move.wait) })
  if ('desk' in move) return say(`desk.did_${move.desk}`)
  return say('opens')
}

/** 20h → 20 小时 */
const spanOf = (wait: string) => say(`span.${wait.at(-1)}`, { n: wait.slice(0, -1) })

type BubbleProps = {
  readonly said: Said
  readonly isNewest: boolean
  readonly tap: (option: string) => void
}

function Bubble({ said, isNewest, tap }: BubbleProps) {
  // Chips are gone with the next message.
  const options = said.style === 'chips' && !isNewest ? [] : said.options
  return (
    <div className={said.from === 'bot' ? 'theirs' : 'theirs person'}>
      <p>
        <span className="sr-only">{said.by ?? say(said.from)}：</span>
        {said.text}
      </p>
      {options.length > 0 && (
        <div className={`choices ${said.style}`}>
          {options.map(({ id, label }) => (
            <button key={id} type="button" onClick={() => tap(id)}>
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
