import { Link } from 'react-router'
import type { Kind, Line } from '../api/documents.ts'
import { say } from '../texts.ts'
import { StateCell } from './state-cell.tsx'

/** Flows first: they are what is edited most. */
const ORDER: readonly Kind[] = [
  'flow',
  'talks',
  'texts',
  'lexicon',
  'model',
  'parameters',
  'hotlines',
  'clocks',
  'routing',
  'places',
]

/** In the order in which they are shown. */
export const byKind = (lines: readonly Line[]): readonly Line[] =>
  ORDER.flatMap((kind) => lines.filter((line) => line.kind === kind))

/** Documents by kind. */
export function DocumentTable({ lines }: { readonly lines: readonly Line[] }) {
  if (lines.length === 0) return <p>{say('documents.none')}</p>
  return (
    <table className="documents">
      <thead>
        <tr>
          <th scope="col">{say('documents.name')}</th>
          <th scope="col">{say('documents.state')}</th>
          <th scope="col">{say('documents.file')}</th>
        </tr>
      </thead>
      {ORDER.map((kind) => (
        <OfKind key={kind} kind={kind} lines={lines.filter((each) => each.kind === kind)} />
      ))}
    </table>
  )
}

function OfKind({ kind, lines }: { readonly kind: Kind; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null
  return (
    <tbody>
      <tr>
        <th colSpan={3} scope="rowgroup">
          {say(`kind.${kind}`)}
        </th>
      </tr>
      {lines.map((line) => (
        <tr key={line.path}>
          <td>
            <Link to={`/documents/${line.path}`}>{line.title}</Link>
          </td>
          <td>
            <StateCell line={line} />
          </td>
          <td className="path">{line.path}</td>
        </tr>
      ))}
    </tbody>
  )
}
