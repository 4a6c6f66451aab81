import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { isFailure, post, sentenceOf } from '../api/call.ts'
import { useDeed } from '../api/use-deed.ts'
import { say } from '../texts.ts'
import { chooseFirst } from './choose-first.ts'
import { useDraft } from './drafts.ts'
import { PhraseList } from './phrase-list.tsx'
import { SavePhrase } from './save-phrase.tsx'
import { useGrow } from './use-grow.ts'
import { tellTyping } from './use-presence.ts'
import { useSendKey } from './use-send-key.ts'

/** Says something to the resident. If they wrote meanwhile, it asks before it sends. */
export function ReplyBox({ found }: { readonly found: CaseView }) {
  const { number } = found.case
  const last = found.talk.last
  const { draft, type, keep, clear } = useDraft(number, 'reply')
  const [asks, ask] = useState(false)
  const [failed, fail] = useState('')
  const field = useGrow(draft.text)
  const send = useDeed(
    (seen: number) =>
      post(`/api/desk/cases/${number}/say`, { id: draft.id, text: draft.text, seen }).then(
        sent,
        hold,
      ),
    [['case', number], 'queue'],
  )
  function sent() {
    fail('')
    ask(false)
    clear()
  }
  function hold(error: unknown) {
    if (isFailure(error) && error.trouble.code === 'stale') return ask(true)
    fail(say('composer.kept', { why: sentenceOf(error) }))
  }
  function submit() {
    if (draft.text.trim() === '' || send.isPending || chooseFirst(field.current)) return
    if (hasNewer(found, draft.seen)) ask(true)
    else send.mutate(last)
  }
  function look() {
    keep({ ...draft, seen: last })
    ask(false)
    field.current?.focus()
  }
  const onKeyDown = useSendKey(submit)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label htmlFor="reply" className="hidden-words">
        {say('composer.to_resident')}
      </label>
      <textarea
        id="reply"
        data-field="reply"
        ref={field}
        rows={2}
        maxLength={10_000}
        value={draft.text}
        placeholder={say(`composer.hint.${found.talk.state === 'person' ? 'person' : 'bot'}`)}
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          type(target.value, last)
          tellTyping(number)
        }}
      />
      {draft.text.startsWith('/') && (
        <PhraseList
          wanted={draft.text.slice(1)}
          take={(text) => {
            type(text, last)
            field.current?.focus()
          }}
        />
      )}
      {asks && (
        <Alert
          type="warning"
          role="alert"
          title={say('composer.newer')}
          action={
            <span className="line">
              <Button onClick={look}>{say('composer.look')}</Button>
              <Button loading={send.isPending} onClick={() => send.mutate(last)}>
                {say('composer.send_anyway')}
              </Button>
            </span>
          }
        />
      )}
      {failed !== '' && <Alert type="error" role="alert" title={failed} />}
      <p className="line end">
        {draft.text.trim() === '' || draft.text.startsWith('/') ? (
          <span className="soft">{say('composer.keys')}</span>
        ) : (
          <SavePhrase text={draft.text.trim()} />
        )}
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {say('composer.send')}
        </Button>
      </p>
    </form>
  )
}

/** The resident wrote after one began to write. */
const hasNewer = ({ transcript }: CaseView, seen: number) =>
  transcript.some(({ from, seq }) => from === 'resident' && seq > seen)
