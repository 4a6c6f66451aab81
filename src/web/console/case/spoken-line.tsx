import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { say } from '../../shared/texts.ts'
import { moment } from '../parts/moment.ts'
import type { Mark } from './mark.ts'
import { SentFiles } from './sent-files.tsx'
import { SuspectList } from './suspect-list.tsx'

export type Said =
  | (CaseView['transcript'][number] & { readonly kind: 'said' })
  | (CaseView['notes'][number] & { readonly kind: 'note'; readonly id: string })

type Props = { readonly line: Said; readonly mark: Mark | null; readonly found: CaseView }

/** One message. Who speaks is said in words and shown by place and colour. */
export function SpokenLine({ line, mark, found }: Props) {
  const from = line.kind === 'note' ? 'internal' : line.from
  const options = line.kind === 'said' ? line.options : []
  const { number } = found.case
  const suspects = found.suspects.filter(({ message }) => message === line.seq)
  const media = line.kind === 'said' ? line.media : null
  const delivery = line.kind === 'said' ? line.delivery : null
  return (
    <li
      className={`spoken ${from}`}
      {...(line.kind === 'said' && { 'data-seq': line.seq, tabIndex: -1 })}
    >
      <p className="by">
        {say(`who.${from}`)}
        {line.by !== null && ` · ${line.by}`} <time dateTime={line.at}>{moment(line.at)}</time>
        {delivery && <Delivery delivery={delivery} />}
      </p>
      <p className="words">
        <Marked text={line.text} mark={mark} />
      </p>
      {media && <SentFiles media={media} number={number} text={line.text} />}
      {media && <SuspectList suspects={suspects} number={number} acts={found.acts} />}
      {options.length > 0 && <p className="options">{options.join(' / ')}</p>}
    </li>
  )
}

type DeliveryProps = { readonly delivery: NonNullable<CaseView['transcript'][number]['delivery']> }

/** How far a message got; what needs somebody stands out. */
function Delivery({ delivery: { state, label } }: DeliveryProps) {
  const lost = state === 'failed' || state === 'unknown'
  return <> · {lost ? <strong className="lost">{label}</strong> : label}</>
}

type MarkedProps = { readonly text: string; readonly mark: Mark | null }

/** The text with the words that an indicator rests on. */
function Marked({ text, mark }: MarkedProps) {
  if (mark === null) return text
  const [from, to] = mark.span ?? [0, text.length]
  return (
    <>
      {text.slice(0, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  )
}
