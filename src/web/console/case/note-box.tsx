import { Alert, Button } from 'antd'
import { useState } from 'react'
import { post, sentenceOf } from '../api/call.ts'
import { useMe } from '../api/desk.ts'
import { useDeed } from '../api/use-deed.ts'
import { say } from '../texts.ts'
import { chooseFirst } from './choose-first.ts'
import { useDraft } from './drafts.ts'
import { MentionList } from './mention-list.tsx'
import { insertName, mentioned, wantedName } from './mentions.ts'
import { useGrow } from './use-grow.ts'
import { useSendKey } from './use-send-key.ts'

/** Writes an internal note (内部备注); `@` calls a colleague. The resident never sees it. */
export function NoteBox({ number }: { readonly number: string }) {
  const { draft, type, clear } = useDraft(number, 'note')
  const colleagues = useMe().data?.colleagues ?? []
  const [failed, fail] = useState('')
  const field = useGrow(draft.text)
  const save = useDeed(
    () =>
      post(`/api/desk/cases/${number}/notes`, {
        text: draft.text,
        mentions: mentioned(draft.text, colleagues),
      }).then(
        () => {
          fail('')
          clear()
        },
        (error: unknown) => fail(say('composer.kept', { why: sentenceOf(error) })),
      ),
    [['case', number]],
  )
  function submit() {
    if (draft.text.trim() === '' || save.isPending || chooseFirst(field.current)) return
    save.mutate()
  }
  const onKeyDown = useSendKey(submit)
  const wanted = wantedName(draft.text)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <label htmlFor="note" className="hidden-words">
        {say('composer.note')}
      </label>
      <textarea
        id="note"
        data-field="note"
        ref={field}
        rows={2}
        maxLength={5_000}
        value={draft.text}
        placeholder={say('composer.hint.note')}
        onKeyDown={onKeyDown}
        onChange={({ target }) => type(target.value, 0)}
      />
      {wanted !== null && (
        <MentionList
          wanted={wanted}
          colleagues={colleagues}
          take={(name) => {
            type(insertName(draft.text, name), 0)
            field.current?.focus()
          }}
        />
      )}
      {failed !== '' && <Alert type="error" role="alert" title={failed} />}
      <p className="line end">
        <Button htmlType="submit" loading={save.isPending}>
          {say('composer.save_note')}
        </Button>
      </p>
    </form>
  )
}
