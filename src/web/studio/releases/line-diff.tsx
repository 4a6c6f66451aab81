import { useMemo } from 'react'
import { compareLines, type LineChange } from '../../../core/dialog/compare/compare-lines.ts'
import { say } from './texts.ts'

type Props = { readonly path: string; readonly before: string; readonly after: string }

const SIGN: Readonly<Record<LineChange['kind'], string>> = {
  ...{ same: ' ', added: '+', removed: '−', skipped: '' },
}

/** Two texts line by line; what is the same far from any change is left out. */
export function LineDiff({ path, before, after }: Props) {
  const lines = useMemo(() => compareLines(before, after), [before, after])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="line-diff" aria-label={say('changes.raw_label', { path })} tabIndex={0}>
      <table>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.kind} ${line.old} ${line.new}`} className={line.kind}>
              <td className="number">{line.kind === 'skipped' ? '' : line.old}</td>
              <td className="number">{line.kind === 'skipped' ? '' : line.new}</td>
              <td>
                <span className="sign">{SIGN[line.kind]}</span>
                {line.kind === 'skipped' ? say('changes.skipped') : line.text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
