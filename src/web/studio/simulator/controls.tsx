import { Button, Select, Switch } from 'antd'
import type { Move } from '../../../core/dialog/rehearse/moves.ts'
import type { Persona } from '../../../core/dialog/rehearse/persona.ts'
import { deskSay } from '../desk-words.ts'
import { CLOCK_TURNS, sayInstant, turnClock } from './clock-moves.ts'
import { say } from './texts.ts'
import { SHOWN, type View } from './view.ts'

type ControlsProps = {
  readonly view: View
  readonly personas: readonly Persona[]
  readonly persona: Persona | null
  readonly choose: (persona: Persona | null) => void
  readonly large: boolean
  readonly enlarge: (large: boolean) => void
  readonly onChannel: (channel: string) => void
}

type MakeProps = { readonly make: (move: Move) => void }

/** Channel, who speaks, and the size of letters. */
export function Controls(props: ControlsProps) {
  const { view, personas, persona, choose, large, enlarge, onChannel } = props
  return (
    <div className="sim-controls">
      <Select
        aria-label={say('channel.label')}
        value={view.begin.channel}
        onChange={onChannel}
        options={SHOWN.map((value) => ({ value, label: deskSay(`channel.${value}`) }))}
      />
      <Select
        aria-label={say('persona.label')}
        value={persona?.id ?? ''}
        onChange={(id) => choose(personas.find((each) => each.id === id) ?? null)}
        options={[
          { value: '', label: say('persona.nobody') },
          ...personas.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {/* biome-ignore lint/a11y/noLabelWithoutControl: antd's switch is a button inside */}
      <label className="large-switch">
        <Switch size="small" checked={large} onChange={enlarge} /> {say('large')}
      </label>
    </div>
  )
}

/** The clock of the rehearsal, and how it is turned on. */
export function Clock({ view, make }: Pick<ControlsProps, 'view'> & MakeProps) {
  return (
    <div className="sim-clock">
      <span role="status">{say('clock.now', { at: sayInstant(view.now) })}</span>
      {CLOCK_TURNS.map((turn) => {
        const move = turnClock(turn, view.now, view.wakeAt)
        return (
          <Button key={turn} size="small" disabled={!move} onClick={() => move && make(move)}>
            {say(`clock.${turn}`)}
          </Button>
        )
      })}
    </div>
  )
}
