import { Segmented } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { say } from '../../shared/texts.ts'
import type { DraftKind } from './drafts.ts'
import { NoteBox } from './note-box.tsx'
import { ReplyBox } from './reply-box.tsx'

/** Where one writes: to the resident, or a note that only colleagues see. Both keep their text. */
export function Composer({ found }: { readonly found: CaseView }) {
  const mayReply = found.acts.includes('say')
  const mayNote = found.acts.includes('note')
  const [chosen, choose] = useState<DraftKind>('reply')
  const kind = mayReply ? chosen : 'note'
  if (!mayReply && !mayNote) return null
  return (
    <section className={`composer to-${kind}`} aria-label={say('composer.label')}>
      <Segmented<DraftKind>
        value={kind}
        onChange={choose}
        options={[
          {
            value: 'reply',
            disabled: !mayReply,
            label: <span data-choose="reply">{say('composer.reply')}</span>,
          },
          { value: 'note', label: <span data-choose="note">{say('composer.note')}</span> },
        ]}
      />
      {!mayReply && <p className="soft">{say('composer.claim_first')}</p>}
      <div hidden={kind !== 'reply'}>{mayReply && <ReplyBox found={found} />}</div>
      <div hidden={kind !== 'note'}>
        <NoteBox number={found.case.number} />
      </div>
    </section>
  )
}
