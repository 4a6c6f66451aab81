import { useState } from 'react'
import type { Finding } from '../../../core/contract/studio/documents.ts'
import { sentenceOf } from './sentence.ts'
import { say } from './texts.ts'

/** As many as anybody reads; a slip may break a thousand steps at once. */
const MORE = 50

type Props = {
  readonly findings: readonly Finding[]
  readonly go: (finding: Finding) => void
}

/** What the checks found; a click leads to the spot. */
export function FindingList({ findings, go }: Props) {
  const [shown, show] = useState(MORE)
  const sorted = [...findings].sort((a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0))
  if (sorted.length === 0) return <p className="soft">{say('none')}</p>
  return (
    <ul className="findings">
      {sorted.slice(0, shown).map((finding) => (
        <li key={`${finding.key} ${finding.line}`}>
          <button type="button" onClick={() => go(finding)}>
            <span className={`tag ${finding.level}`}>{say(finding.level)}</span>
            {finding.step && <strong>{finding.step}</strong>} {sentenceOf(finding)}
            {finding.line !== undefined && (
              <span className="soft"> {say('line', { line: finding.line })}</span>
            )}
          </button>
        </li>
      ))}
      {sorted.length > shown && (
        <li>
          <button type="button" onClick={() => show(shown + MORE)}>
            {say('more', { count: sorted.length - shown })}
          </button>
        </li>
      )}
    </ul>
  )
}

const rank = ({ level }: Finding) => (level === 'error' ? 0 : 1)
