import { Alert, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { isFailure } from '../../shared/api/call.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import { TroubleBox } from '../../shared/parts/trouble-box.tsx'
import { type Opened, useDocuments, useOpened } from '../api/documents.ts'
import type { PanelProps } from '../panels.tsx'
import { sourcesIn, translationOf } from './sources-in.ts'
import { say } from './texts.ts'
import { TranslationTable } from './translation-table.tsx'
import './translations.css'

/** The texts of a document beside their translations (译文). */
export default function TranslationsPanel({ path, text, select }: PanelProps) {
  const sources = useMemo(() => sourcesIn(path, text), [path, text])
  const documents = useDocuments()
  const languages = sources?.languages ?? languagesOf(documents.data?.documents ?? [], path)
  const [chosen, choose] = useState<string | null>(null)
  if (!sources) return <Alert type="warning" showIcon title={say('unreadable')} />
  const language = chosen !== null && languages.includes(chosen) ? chosen : languages[0]
  if (language === undefined) return <Alert type="info" showIcon title={say('none')} />
  return (
    <section className="translations">
      <Segmented
        aria-label={say('language')}
        value={language}
        onChange={choose}
        options={languages.map((each) => ({ value: each, label: say(`lang.${each}`) }))}
      />
      <OneLanguage
        key={language}
        {...{ language, select }}
        sources={sources.texts}
        path={translationOf(path, language)}
      />
    </section>
  )
}

/** Languages in which the house has a file of this name. */
function languagesOf(documents: readonly { readonly path: string }[], path: string) {
  const name = path.split('/').at(-1)
  return documents.flatMap((each) => {
    const [, code, file] = /^locales\/(?!zh-CN\/)([\w-]+)\/([\w.-]+)$/.exec(each.path) ?? []
    return code !== undefined && file === name ? [code] : []
  })
}

type OneLanguageProps = Omit<Parameters<typeof TranslationTable>[0], 'opened'> & {
  readonly path: string
}

function OneLanguage({ path, ...rest }: OneLanguageProps) {
  const opened = useOpened(path)
  if (isFailure(opened.error) && opened.error.status === 404)
    return <TranslationTable opened={newFile(path)} {...rest} />
  if (opened.isError) return <TroubleBox error={opened.error} again={() => void opened.refetch()} />
  return opened.data ? <TranslationTable opened={opened.data} {...rest} /> : <Loading />
}

/** The first translation of a document: its file begins with the first save. */
const newFile = (path: string): Opened => ({
  ...{ path, kind: 'texts', title: path, draft: null, published: null, conflict: false },
  ...{ text: '', base: '', shipped: null, version: 0, mayEdit: true },
})
