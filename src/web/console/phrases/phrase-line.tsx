import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { remove } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { say } from '../../shared/texts.ts'
import { type Phrase, PhraseForm } from './phrase-form.tsx'

/** One phrase; whoever keeps it changes it or takes it away. */
export function PhraseLine({ phrase }: { readonly phrase: Phrase }) {
  const { id, title, text, mine } = phrase
  const [changing, change] = useState(false)
  const drop = useDeed(() => remove(`/api/desk/phrases/${id}`), ['phrases'])
  if (changing) {
    return (
      <li>
        <PhraseForm phrase={phrase} done={() => change(false)} />
      </li>
    )
  }
  return (
    <li className="line between">
      <span className="phrase">
        <b>{title}</b>
        <span>{text}</span>
      </span>
      {mine ? (
        <span className="line tight">
          <Button
            size="small"
            aria-label={say('phrases.change_named', { title })}
            onClick={() => change(true)}
          >
            {say('phrases.change')}
          </Button>
          <Popconfirm
            title={say('phrases.drop_sure', { title })}
            okText={say('phrases.drop')}
            cancelText={say('box.cancel')}
            onConfirm={() => drop.mutate()}
          >
            <Button size="small" aria-label={say('phrases.drop_named', { title })}>
              {say('phrases.drop')}
            </Button>
          </Popconfirm>
        </span>
      ) : (
        <span className="soft">{say('phrases.kept')}</span>
      )}
    </li>
  )
}
