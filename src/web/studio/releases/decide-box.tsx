import { App, Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { z } from 'zod'
import type { Carried } from '../../../core/contract/studio/releases.ts'
import { post } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { type Release, releasePath, TOUCHED } from './api.ts'
import { BringBack } from './bring-back.tsx'
import { isWaiting, type May, useMay } from './may.ts'
import { say } from './texts.ts'

/** What may be done with a release as it stands. */
export function DecideBox({ release }: { readonly release: Release }) {
  const may = useMay()
  const { state, mine } = release
  const decides = may.decide && !mine
  return (
    <section aria-labelledby="decide" className="decide">
      <h2 id="decide">{say('decide.title')}</h2>
      {state === 'submitted' && mine && <p>{say('decide.mine')}</p>}
      {!may.decide && <p>{say('decide.reader')}</p>}
      {release.locked && isWaiting(release) && <Lock release={release} may={may} />}
      {state === 'submitted' && decides && <Decision release={release} />}
      {state === 'approved' && decides && (
        <Deed release={release} deed="publish" done="done_published" primary>
          {say('decide.publish_now')}
        </Deed>
      )}
      {isWaiting(release) && (may.edit || (may.translate && mine)) && (
        <Deed release={release} deed="withdraw">
          {say('decide.withdraw')}
        </Deed>
      )}
      {(state === 'refused' || state === 'withdrawn' || state === 'replaced') && may.edit && (
        <TakeUp release={release} />
      )}
      {state === 'replaced' && may.decide && <BringBack number={release.number} />}
    </section>
  )
}

/** Words of danger and consent were agreed with a law office: who answers for them looks first. */
function Lock({ release, may }: { readonly release: Release; readonly may: May }) {
  const { clearedBy, mine, state } = release
  if (clearedBy !== null) return <p>{say('decide.cleared', { name: clearedBy })}</p>
  return (
    <p>
      {say('decide.locked')}{' '}
      {may.legal && !mine && state === 'submitted' && (
        <Deed release={release} deed="clear">
          {say('decide.clear')}
        </Deed>
      )}
    </p>
  )
}

type DeedProps = {
  readonly release: Release
  readonly deed: string
  readonly done?: string
  readonly primary?: boolean
  readonly children: string
}

function Deed({ release, deed, done, primary, children }: DeedProps) {
  const { message } = App.useApp()
  const run = useDeed(async () => {
    await post(releasePath(release.number, deed))
    if (done) void message.success(say(`decide.${done}`))
  }, TOUCHED)
  return (
    <Button
      type={primary ? 'primary' : 'default'}
      loading={run.isPending}
      onClick={() => run.mutate()}
    >
      {children}
    </Button>
  )
}

/** At once, at a time, or back to the author with a word. */
function Decision({ release }: { readonly release: Release }) {
  const { message } = App.useApp()
  const { number, moves } = release
  const [note, setNote] = useState('')
  const [at, setAt] = useState('')
  const noteId = useId()
  const atId = useId()
  const decide = useDeed(async (how: 'approve' | 'refuse' | 'later') => {
    if (how === 'refuse') return post(releasePath(number, 'refuse'), { note })
    const publishAt = how === 'later' ? `${at}:00+08:00` : null
    await post(releasePath(number, 'approve'), { note, publishAt, moves })
    void message.success(say(how === 'later' ? 'decide.done_approved' : 'decide.done_published'))
  }, TOUCHED)
  const busy = decide.isPending
  return (
    <div className="decision">
      <label htmlFor={noteId}>{say('decide.note')}</label>
      <Input.TextArea
        id={noteId}
        rows={2}
        maxLength={2_000}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <p>
        <Button type="primary" loading={busy} onClick={() => decide.mutate('approve')}>
          {say('decide.approve')}
        </Button>
        <Button
          disabled={note.trim() === ''}
          loading={busy}
          onClick={() => decide.mutate('refuse')}
        >
          {say('decide.refuse')}
        </Button>
      </p>
      <p>
        <label htmlFor={atId}>{say('decide.at')}</label>{' '}
        <input
          id={atId}
          type="datetime-local"
          value={at}
          onChange={({ target }) => setAt(target.value)}
        />{' '}
        <Button disabled={at === ''} loading={busy} onClick={() => decide.mutate('later')}>
          {say('decide.approve_later')}
        </Button>
      </p>
    </div>
  )
}

/** The texts become drafts once more; what somebody is changing already stays his. */
function TakeUp({ release }: { readonly release: Release }) {
  const { message } = App.useApp()
  const run = useDeed(async () => {
    const url = releasePath(release.number, 'take-up')
    const { drafted, conflicts } = await post<z.infer<typeof Carried>>(url)
    if (drafted.length > 0)
      void message.success(say('decide.taken', { drafted: drafted.join('、') }), 6)
    if (conflicts.length > 0)
      void message.warning(say('decide.clash', { conflicts: conflicts.join('、') }), 8)
  }, TOUCHED)
  return (
    <Button loading={run.isPending} onClick={() => run.mutate()}>
      {say('decide.take_up')}
    </Button>
  )
}
