import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { isFailure, post, sentenceOf } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { say } from '../../shared/texts.ts'
import { AttachedFiles } from './attached-files.tsx'
import { useDraft } from './drafts.ts'
import { focusField } from './focus-field.ts'
import { PhraseList } from './phrase-list.tsx'
import { ReachLine } from './reach-line.tsx'
import { SavePhrase } from './save-phrase.tsx'
import { pastedFiles, useAttach } from './use-attach.ts'
import { tellTyping } from './use-presence.ts'
import { WriteBox } from './write-box.tsx'

/** Says something to the resident, with files. If they wrote meanwhile, it asks before it sends. */
export function ReplyBox({ found }: { readonly found: CaseView }) {
  const { number } = found.case
  const last = found.talk.last
  const { draft, type, attach, detach, keep, clear } = useDraft(number, 'reply')
  const [asks, ask] = useState(false)
  const [failed, fail] = useState('')
  const attaching = useAttach(number, (files) => attach(files, last))
  const { text, id, files } = draft
  const send = useDeed(
    (seen: number) => {
      const body = { id, text, seen, files: files.map((file) => file.id) }
      return post(`/api/desk/cases/${number}/say`, body).then(sent, hold)
    },
    [['case', number], 'queue'],
  )
  function sent() {
    fail('')
    ask(false)
    clear()
  }
  function hold(error: unknown) {
    if (isFailure(error) && error.trouble.code === 'stale') return ask(true)
    fail(sentenceOf(error))
  }
  function submit() {
    if (attaching.busy || (text.trim() === '' && files.length === 0)) return
    if (hasNewer(found, draft.seen)) ask(true)
    else send.mutate(last)
  }
  function look() {
    keep({ ...draft, seen: last })
    ask(false)
    focusField('reply')
  }
  return (
    <WriteBox
      kind="reply"
      label={say('composer.to_resident')}
      hint={say(`composer.hint.${found.talk.state === 'person' ? 'person' : 'bot'}`)}
      ok={say('composer.send')}
      most={10_000}
      text={text}
      busy={send.isPending}
      failed={failed}
      submit={submit}
      onPaste={(event) => attaching.add(pastedFiles(event))}
      type={(typed) => {
        type(typed, last)
        tellTyping(number)
      }}
      choices={(take) => text.startsWith('/') && <PhraseList wanted={text.slice(1)} take={take} />}
      foot={
        text.trim() === '' || text.startsWith('/') ? (
          <span className="soft">{say('composer.keys')}</span>
        ) : (
          <SavePhrase text={text.trim()} />
        )
      }
    >
      {found.talk.netName !== null && (
        <p className="soft">{say('composer.net_name', { name: found.talk.netName })}</p>
      )}
      <ReachLine reach={found.talk.reach} />
      <AttachedFiles number={number} files={files} attaching={attaching} drop={detach} />
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
    </WriteBox>
  )
}

/** The resident wrote after one began to write. */
const hasNewer = ({ transcript }: CaseView, seen: number) =>
  transcript.some(({ from, seq }) => from === 'resident' && seq > seen)
