import { Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { moment } from '../documents/moment.ts'
import { type Clash, mergeFlows } from './merge-flow.ts'
import type { Other } from './save-draft.ts'
import { say } from './texts.ts'

type Props = {
  /** What both began with. */
  readonly base: string
  readonly mine: string
  readonly other: Other
  readonly close: () => void
  readonly choose: (text: string) => void
}

/** Somebody else saved in between: what only one changed is put together, the rest is chosen. */
export default function ConflictBox({ base, mine, other, close, choose }: Props) {
  const [theirsOf, setTheirs] = useState<ReadonlySet<string | null>>(new Set())
  const theirs = other.text ?? base
  const merged = other.text === null ? null : mergeFlows({ base, mine, theirs }, theirsOf)
  const who = { by: other.by, at: moment(other.at) }
  const pick = (step: string | null, isTheirs: boolean) =>
    setTheirs((before) => {
      const next = new Set(before)
      if (isTheirs) next.add(step)
      else next.delete(step)
      return next
    })
  return (
    <Modal
      open
      width={1000}
      title={say('conflict.title')}
      onCancel={close}
      footer={[
        <Button key="theirs" onClick={() => choose(theirs)}>
          {say('conflict.all_theirs')}
        </Button>,
        <Button key="mine" onClick={() => choose(mine)}>
          {say('conflict.all_mine')}
        </Button>,
        merged && (
          <Button key="merge" type="primary" onClick={() => choose(merged.text)}>
            {say('conflict.merge')}
          </Button>
        ),
      ]}
    >
      <p>{say(other.text === null ? 'conflict.away' : 'conflict.says', who)}</p>
      {merged && merged.taken.length > 0 && (
        <p>{say('conflict.taken', { steps: merged.taken.join(' ') })}</p>
      )}
      {merged && merged.clashes.length > 0 && <h3>{say('conflict.both')}</h3>}
      {merged?.clashes.map((clash) => (
        <ClashLine
          key={clash.step ?? ''}
          clash={clash}
          isTheirs={theirsOf.has(clash.step)}
          pick={(isTheirs) => pick(clash.step, isTheirs)}
        />
      ))}
      {!merged && other.text !== null && (
        <div className="three">
          <Side name="base" text={base} />
          <Side name="theirs" text={theirs} />
          <Side name="mine" text={mine} />
        </div>
      )}
    </Modal>
  )
}

type LineProps = {
  readonly clash: Clash
  readonly isTheirs: boolean
  readonly pick: (isTheirs: boolean) => void
}

function ClashLine({ clash, isTheirs, pick }: LineProps) {
  const name = clash.step ?? say('conflict.head')
  return (
    <fieldset className="clash">
      <legend>
        <code>{name}</code>
      </legend>
      <Radio.Group
        aria-label={name}
        value={isTheirs}
        onChange={({ target }) => pick(target.value === true)}
        options={[
          { value: false, label: say('conflict.mine') },
          { value: true, label: say('conflict.theirs') },
        ]}
      />
      <div className="three">
        <Side name="base" text={clash.base} />
        <Side name="theirs" text={clash.theirs} />
        <Side name="mine" text={clash.mine} />
      </div>
    </fieldset>
  )
}

function Side({
  name,
  text,
}: {
  readonly name: 'base' | 'theirs' | 'mine'
  readonly text: string | null
}) {
  return (
    <div>
      <strong>{say(`conflict.${name}`)}</strong>
      <pre>{text ?? '—'}</pre>
    </div>
  )
}
