import { say } from '../../shared/texts.ts'
import type { Me } from '../api/desk.ts'
import { matching } from './mentions.ts'

type Props = {
  readonly wanted: string
  readonly colleagues: Me['colleagues']
  readonly take: (name: string) => void
}

/** Colleagues to call by `@`, found by name, pinyin or initials. */
export function MentionList({ wanted, colleagues, take }: Props) {
  const found = matching(colleagues, wanted)
  if (found.length === 0) return null
  return (
    <ul className="phrases" aria-label={say('composer.colleagues')}>
      {found.map(({ id, name, role, duty }) => (
        <li key={id}>
          <button type="button" onClick={() => take(name)}>
            <b>{name}</b> <span className="soft">{say(`role.${role}`)}</span>
            {duty && <span className="tag">{say('nav.on_duty')}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
