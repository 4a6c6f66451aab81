import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { Changed } from './api.ts'
import { changeWords } from './change-words.ts'
import { LineDiff } from './line-diff.tsx'
import { say } from './texts.ts'

/** Beyond so many nobody reads on; the lines have them all. */
const MOST = 200

/** What a release changes: each document in words, and line by line. */
export function ChangesView({ texts }: { readonly texts: readonly Changed[] }) {
  return (
    <>
      {texts.map((changed) => (
        <DocumentChange key={changed.path} changed={changed} />
      ))}
    </>
  )
}

function DocumentChange({ changed }: { readonly changed: Changed }) {
  const { path, before, after } = changed
  const words = useMemo(() => changeWords(changed), [changed])
  const [view, show] = useState<'words' | 'raw'>(words === null ? 'raw' : 'words')
  return (
    <section className="document-change" aria-label={path}>
      <div className="change-head">
        <h3>
          <code>{path}</code>
          {before === '' && ` ${say('changes.new')}`}
          {after === '' && ` ${say('changes.gone')}`}
        </h3>
        <Segmented<'words' | 'raw'>
          size="small"
          aria-label={path}
          value={view}
          onChange={show}
          options={[
            { value: 'words', label: say('changes.words'), disabled: words === null },
            { value: 'raw', label: say('changes.raw') },
          ]}
        />
      </div>
      {before === after && <p>{say('changes.none')}</p>}
      {view === 'words' && words && <Words words={words} />}
      {view === 'raw' && <LineDiff {...{ path, before, after }} />}
    </section>
  )
}

function Words({ words }: { readonly words: NonNullable<ReturnType<typeof changeWords>> }) {
  const shown = words.slice(0, MOST)
  return (
    <>
      <ul className="change-words">
        {shown.map(({ where, what }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
          <li key={at}>
            {where !== '' && <strong>{where} </strong>}
            {what}
          </li>
        ))}
      </ul>
      {words.length > MOST && <p>{say('changes.more', { count: words.length - MOST })}</p>}
    </>
  )
}
