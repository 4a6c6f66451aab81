import { say } from '../../shared/texts.ts'
import type { Indicator } from './indicator-line.tsx'
import { useMark } from './mark.ts'

/** What a verdict rests on. A click shows the words where they were said. */
export function EvidenceItem({ one }: { readonly one: Indicator['evidence'][number] }) {
  const { basis, basisLabel, text, question, seq, span, by } = one
  const { show } = useMark()
  const words = basis === 'quote' ? <q>{text}</q> : text
  return (
    <li>
      <span className="tag">{by ?? basisLabel}</span>{' '}
      {question && <span className="soft">{question} </span>}
      {seq === null ? (
        words
      ) : (
        <button
          type="button"
          className="as-link"
          title={say('case.show_words')}
          onClick={() => show({ seq, span })}
        >
          {words}
        </button>
      )}
    </li>
  )
}
