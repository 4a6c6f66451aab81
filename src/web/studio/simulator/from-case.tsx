import { App, Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { StoredTalk } from '../../../core/dialog/rehearse/stored-talk.ts'
import { post, sentenceOf } from '../../shared/api/call.ts'
import { SaveBox } from './save-talk.tsx'
import { say } from './texts.ts'

type Made = { readonly talk: StoredTalk; readonly differs: number }

/** A talk that was really held becomes a test, with stand-ins for everything personal. */
export function FromCase({ talks }: { readonly talks: Readonly<Record<string, string>> }) {
  const { message } = App.useApp()
  const id = useId()
  const [number, setNumber] = useState('')
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    post<Made>('/api/studio/stand-in', { number: number.trim(), name: say('from_case.title') })
      .then(setMade, (error: unknown) => void message.error(sentenceOf(error), 6))
      .finally(() => setBusy(false))
  }
  return (
    <section>
      <h2>{say('from_case.title')}</h2>
      <p>{say('from_case.what')}</p>
      <form className="sim-deeds" onSubmit={submit}>
        <label htmlFor={id}>{say('from_case.number')}</label>
        <Input
          id={id}
          className="case-number"
          value={number}
          placeholder="1234-5678"
          onChange={({ target }) => setNumber(target.value)}
          autoComplete="off"
        />
        <Button htmlType="submit" loading={busy} disabled={!/^\d{4}-\d{4}$/.test(number.trim())}>
          {say('from_case.do')}
        </Button>
      </form>
      {made && (
        <SaveBox
          talk={(name) => Promise.resolve({ ...made.talk, name })}
          suggested=""
          talks={talks}
          close={() => setMade(null)}
        >
          <Lines talk={made.talk} differs={made.differs} />
        </SaveBox>
      )}
    </section>
  )
}

/** What is about to be stored, to be read first. */
function Lines({ talk, differs }: Made) {
  return (
    <>
      {differs > 0 && <p role="status">{say('from_case.differs', { count: differs })}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keyboard */}
      <ol className="talk-lines" tabIndex={0} aria-label={say('from_case.lines')}>
        {talk.talk.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines do not change
          <li key={at}>{sayLine(line)}</li>
        ))}
      </ol>
    </>
  )
}

function sayLine(line: StoredTalk['talk'][number]): string {
  if ('me' in line) return `${say('you')}：${line.me}`
  if ('bot' in line) return `${say('bot')} → ${line.bot}`
  return Object.entries(line)
    .map(([key, value]) => `${key}: ${String(value)}`)
    .join('，')
}
