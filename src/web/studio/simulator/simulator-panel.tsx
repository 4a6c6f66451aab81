import { Alert, App, Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { Begin } from '../../../core/dialog/rehearse/moves.ts'
import type { Persona } from '../../../core/dialog/rehearse/persona.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import type { PanelProps } from '../panels.tsx'
import { AdviserMoves } from './adviser-moves.tsx'
import { beginAt } from './clock-moves.ts'
import { Clock, Controls } from './controls.tsx'
import { Facts } from './facts.tsx'
import { Phone } from './phone.tsx'
import { Provoke } from './provoke.tsx'
import { SaveTalk } from './save-talk.tsx'
import { say } from './texts.ts'
import { type Rehearsal, useRehearsal } from './use-rehearsal.ts'
import { type Talk, useTalk } from './use-talk.ts'
import './simulator.css'

/** Plays the flow as it is written, on a phone beside it (试一试). */
export default function SimulatorPanel({ path, text, select }: PanelProps) {
  const rehearsal = useRehearsal()
  const [begin] = useState(() => beginOf(text))
  const talk = useTalk(path, text, rehearsal.dataUpdatedAt, begin)
  if (rehearsal.isError)
    return <TroubleBox error={rehearsal.error} again={() => void rehearsal.refetch()} />
  return (
    <section className="simulator">
      {talk.lost && <Alert type="error" title={say('lost')} />}
      {talk.broken && (
        <Alert
          type="warning"
          role="status"
          title={say(`broken.${talk.broken.code}`, {
            about: talk.broken.about,
            step: talk.broken.step ?? '',
          })}
        />
      )}
      {rehearsal.data && <LeftOut paths={rehearsal.data.leftOut} />}
      {rehearsal.data && talk.view ? (
        <Played {...{ talk, select }} view={talk.view} rehearsal={rehearsal.data} />
      ) : (
        !talk.broken && (
          <>
            <p className="soft">{say('starting')}</p>
            <Loading rows={3} />
          </>
        )
      )}
    </section>
  )
}

function LeftOut({ paths }: { readonly paths: readonly string[] }) {
  if (paths.length === 0) return null
  return <Alert type="info" title={say('left_out', { paths: paths.join('、') })} />
}

type PlayedProps = {
  readonly talk: Talk
  readonly view: NonNullable<Talk['view']>
  readonly rehearsal: Rehearsal
  readonly select: (step: string) => void
}

function Played({ talk, view, rehearsal, select }: PlayedProps) {
  const { personas } = rehearsal
  const { make, backTo, beginAnew } = talk
  const [persona, setPersona] = useState<Persona | null>(null)
  const [large, enlarge] = useState(false)
  const choose = (next: Persona | null) => {
    setPersona(next)
    const { preset: _, file: __, ...begin } = view.begin
    const { street, file } = next ?? {}
    beginAnew({ ...begin, ...(street && { preset: street }), ...(file && { file }) })
  }
  return (
    <>
      <Controls
        {...{ view, personas, persona, choose, large, enlarge }}
        onChannel={(channel) => talk.retell({ ...view.begin, channel })}
      />
      <div className="sim-body">
        <div className="sim-phone">
          <Phone {...{ view, large, make, backTo }} />
          <Writing make={(me) => make({ me })} />
          {persona && <Answers persona={persona} talk={talk} />}
          <Clock {...{ view, make }} />
          <Provoke {...{ view, make }} />
          <AdviserMoves make={make} />
          <div className="sim-deeds">
            <Button onClick={() => beginAnew(view.begin)}>{say('again')}</Button>
            <SaveTalk view={view} name={persona?.name ?? ''} talks={rehearsal.talks} />
          </div>
        </div>
        <Facts {...{ view, select }} />
      </div>
    </>
  )
}

/** What the resident writes; Enter sends, but not in the middle of pinyin. */
function Writing({ make }: { readonly make: (text: string) => void }) {
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    make(text)
    setText('')
  }
  return (
    <form className="writing" onSubmit={submit}>
      <Input
        aria-label={say('write')}
        placeholder={say('write')}
        value={text}
        onChange={({ target }) => setText(target.value)}
        autoComplete="off"
      />
      <Button type="primary" htmlType="submit">
        {say('send')}
      </Button>
    </form>
  )
}

function Answers({ persona, talk }: { readonly persona: Persona; readonly talk: Talk }) {
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const { name } = persona
  const answer = async (all: boolean) => {
    setBusy(true)
    const wrote = await talk.answer(persona, all).finally(() => setBusy(false))
    if (!wrote) void message.info(say('persona.gone', { name }))
  }
  return (
    <div className="sim-deeds">
      <p className="about">{persona.about}</p>
      <Button disabled={busy} onClick={() => void answer(false)}>
        {say('persona.one', { name })}
      </Button>
      <Button disabled={busy} onClick={() => void answer(true)}>
        {say('persona.all', { name })}
      </Button>
    </div>
  )
}

/** A help flow begins when the chat is opened; others, which somebody else starts, begin by themselves. */
function beginOf(text: string): Begin {
  const id = /^id: *([\w]+)/m.exec(text)?.[1]
  const kind = /^kind: *(\w+)/m.exec(text)?.[1] ?? 'help'
  const begin = { at: beginAt(Date.now()), channel: 'wechat-oa', opened: true }
  return ['help', 'interrupt'].includes(kind) || !id ? begin : { ...begin, flow: id }
}
