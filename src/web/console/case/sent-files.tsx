import type { CaseView } from '../../../core/contract/desk/case-view.ts'

type Media = NonNullable<CaseView['transcript'][number]['media']>

type Props = { readonly media: Media; readonly number: string; readonly text: string }

/** Photos, recordings and papers of a message. Each is on record as read when it is shown. */
export function SentFiles({ media: { kind, files }, number, text }: Props) {
  return (
    <p className="sent">
      {files.map((id, at) => (
        <SentFile
          key={id}
          kind={kind}
          src={`/api/desk/files/${id}?case=${number}`}
          name={`${text} ${at + 1}`}
        />
      ))}
    </p>
  )
}

type FileProps = { readonly kind: string; readonly src: string; readonly name: string }

function SentFile({ kind, src, name }: FileProps) {
  if (kind === 'audio') {
    // biome-ignore lint/a11y/useMediaCaption: nobody has written down what a resident said
    return <audio controls preload="none" src={src} aria-label={name} />
  }
  if (kind !== 'image') return <a href={src}>{name}</a>
  return (
    <a href={src} target="_blank" rel="noreferrer">
      <img src={src} alt={name} loading="lazy" />
    </a>
  )
}
