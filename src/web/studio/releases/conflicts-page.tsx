import { App, Button } from 'antd'
import { Link } from 'react-router'
import type { z } from 'zod'
import type { SavedDraft } from '../../../core/contract/studio/documents.ts'
import { put } from '../../shared/api/call.ts'
import { useDeed } from '../../shared/api/use-deed.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { documentPath, type Opened, useDocuments, useOpened } from '../api/documents.ts'
import { ChangesView } from './changes-view.tsx'
import { useMay } from './may.ts'
import { say } from './texts.ts'

/** Documents whose shipped file changed under a text that was published here: three texts, and a choice. */
export function ConflictsPage() {
  const found = useDocuments()
  const lines = found.data?.documents.filter(({ conflict }) => conflict) ?? []
  return (
    <>
      <div className="page-head">
        <h1>{say('conflicts.title')}</h1>
      </div>
      <p>{say('conflicts.about')}</p>
      {found.isError && <TroubleBox error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {found.data && lines.length === 0 && <p>{say('conflicts.none')}</p>}
      {lines.map(({ path }) => (
        <Conflict key={path} path={path} />
      ))}
    </>
  )
}

function Conflict({ path }: { readonly path: string }) {
  const opened = useOpened(path)
  if (opened.isError) return <TroubleBox error={opened.error} again={() => void opened.refetch()} />
  if (!opened.data) return <Loading />
  return <ThreeTexts opened={opened.data} />
}

/** Whatever is chosen becomes a draft: a second person approves it, as everything else. */
function ThreeTexts({ opened }: { readonly opened: Opened }) {
  const { path, title, text, base, draft, version } = opened
  const shipped = opened.shipped ?? ''
  const may = useMay()
  const { message } = App.useApp()
  const take = useDeed(
    async (chosen: string) => {
      const body = { text: chosen, version }
      await put<z.infer<typeof SavedDraft>>(documentPath(path), body)
      void message.success(say('conflicts.done'), 6)
    },
    ['documents', ['document', path]],
  )
  return (
    <section className="conflict" aria-label={title}>
      <h2>{title}</h2>
      <h3>{say('conflicts.differs')}</h3>
      <ChangesView texts={[{ path, before: base, after: shipped }]} />
      <details>
        <summary>{say('conflicts.three')}</summary>
        <div className="three-texts">
          <Text title={say('conflicts.shipped')} text={shipped} />
          <Text title={say('conflicts.published')} text={base} />
          {draft ? (
            <Text title={say('conflicts.draft', { by: draft.by })} text={text} />
          ) : (
            <p>{say('conflicts.no_draft')}</p>
          )}
        </div>
      </details>
      {may.edit && (
        <p className="choices">
          <Button loading={take.isPending} onClick={() => take.mutate(shipped)}>
            {say('conflicts.take_shipped')}
          </Button>
          <Button loading={take.isPending} onClick={() => take.mutate(base)}>
            {say('conflicts.keep')}
          </Button>
          <Link to={`/documents/${path}`}>{say('conflicts.open')}</Link>
        </p>
      )}
    </section>
  )
}

function Text({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div>
      <h4>{title}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{text}</pre>
    </div>
  )
}
