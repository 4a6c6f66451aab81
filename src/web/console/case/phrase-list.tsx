import { Button } from 'antd'
import { remove } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { say } from '../../shared/texts.ts'
import { usePhrases } from '../api/desk.ts'

type Props = { readonly wanted: string; readonly take: (text: string) => void }

/** Saved phrases (快捷短语) after `/`: they are put into the box and never sent by themselves. */
export function PhraseList({ wanted, take }: Props) {
  const all = usePhrases().data?.phrases ?? []
  const drop = useDeed((id: string) => remove(`/api/desk/phrases/${id}`), ['phrases'])
  const found = all.filter(({ title, text }) => `${title}${text}`.includes(wanted.trim()))
  if (found.length === 0) return <p className="soft">{say('phrases.none')}</p>
  return (
    <ul className="phrases" aria-label={say('phrases.title')}>
      {found.map(({ id, title, text, mine }) => (
        <li key={id}>
          <button type="button" onClick={() => take(text)}>
            <b>{title}</b> <span className="soft">{text}</span>
          </button>
          {mine && (
            <Button
              size="small"
              type="text"
              aria-label={say('phrases.drop_named', { title })}
              onClick={() => drop.mutate(id)}
            >
              {say('phrases.drop')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
