import { useState } from 'react'
import { post, sentenceOf } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { say } from '../../shared/texts.ts'
import { useMe } from '../api/desk.ts'
import { useDraft } from './drafts.ts'
import { MentionList } from './mention-list.tsx'
import { insertName, mentioned, wantedName } from './mentions.ts'
import { WriteBox } from './write-box.tsx'

/** Writes an internal note (内部备注); `@` calls a colleague. The resident never sees it. */
export function NoteBox({ number }: { readonly number: string }) {
  const { draft, type, clear } = useDraft(number, 'note')
  const colleagues = useMe().data?.colleagues ?? []
  const [failed, fail] = useState('')
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
        (error: unknown) => fail(sentenceOf(error)),
      ),
    [['case', number]],
  )
  const wanted = wantedName(draft.text)
  return (
    <WriteBox
      kind="note"
      label={say('composer.note')}
      hint={say('composer.hint.note')}
      ok={say('composer.save_note')}
      most={5_000}
      text={draft.text}
      busy={save.isPending}
      failed={failed}
      type={(text) => type(text, 0)}
      submit={() => draft.text.trim() !== '' && save.mutate()}
      foot={null}
      choices={(take) =>
        wanted !== null && (
          <MentionList
            wanted={wanted}
            colleagues={colleagues}
            take={(name) => take(insertName(draft.text, name))}
          />
        )
      }
    />
  )
}
