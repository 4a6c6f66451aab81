import { Tabs } from 'antd'
import { Suspense, useState } from 'react'
import { Loading } from '../../shared/parts/loading.tsx'
import type { Opened } from '../api/documents.ts'
import { PANELS } from '../panels.tsx'
import { say } from '../texts.ts'
import { StateCell } from './state-cell.tsx'

/** A document that is being worked on, and what stands beside it. */
export function DocumentRoom({ opened }: { readonly opened: Opened }) {
  const { path, kind } = opened
  const [text, change] = useState(opened.text)
  const [selected, select] = useState<string | null>(null)
  const panels = PANELS.filter(({ kinds }) => kinds.includes(kind))
  return (
    <>
      <div className="page-head">
        <h1>{opened.title}</h1>
        <StateCell line={opened} />
      </div>
      <div className="document-room">
        <section aria-label={say('yaml.label')}>
          <textarea
            aria-label={say('yaml.label')}
            value={text}
            readOnly={!opened.mayEdit}
            onChange={({ target }) => change(target.value)}
          />
        </section>
        {panels.length > 0 && (
          <aside aria-label={say('panels')}>
            <Tabs
              destroyOnHidden
              items={panels.map(({ id, title, Panel }) => ({
                key: id,
                label: title,
                children: (
                  <Suspense fallback={<Loading />}>
                    <Panel {...{ path, kind, text, change, select, selected }} />
                  </Suspense>
                ),
              }))}
            />
          </aside>
        )}
      </div>
    </>
  )
}
