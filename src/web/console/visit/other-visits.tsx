import type { VisitDraft } from './draft.ts'
import { say } from './texts.ts'

type Props = {
  readonly drafts: readonly VisitDraft[]
  readonly own: string
  readonly me: string | null
}

/** What else lies on this phone and has not arrived; of colleagues only that there is something. */
export function OtherVisits({ drafts, own, me }: Props) {
  const others = drafts.filter(({ id }) => id !== own)
  const mine = others.filter(({ by }) => me === null || by === me || by === '')
  return (
    <>
      {mine.length > 0 && (
        <details>
          <summary>{say('others', { count: mine.length })}</summary>
          <ul>
            {mine.map(({ id, number, day }) => (
              <li key={id}>
                <a href={`/console/visit/${number}`}>{say('other_line', { number, day })}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
      {mine.length < others.length && <p className="note">{say('elsewhere')}</p>}
    </>
  )
}
