import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useMemo, useState } from 'react'
import type { Source } from '../../../core/dialog/translate/translatable.ts'
import { sentenceOf } from '../../shared/api/call.ts'
import type { Opened } from '../api/documents.ts'
import { saveDraft } from '../draft/save-draft.ts'
import { rowsOf } from './rows.ts'
import { say } from './texts.ts'
import { translatedIn, withTranslations } from './translation-file.ts'

type Edits = Readonly<Record<string, string>>

/** The translations of one file as they are being written; another's save in between loses nobody's words. */
export function useTranslations(opened: Opened, language: string, sources: readonly Source[]) {
  const [file, setFile] = useState({ text: opened.text, version: opened.version })
  const [edits, setEdits] = useState<Edits>({})
  const { message } = App.useApp()
  const queries = useQueryClient()
  const translated = useMemo(() => translatedIn(file.text), [file.text])
  const rows = useMemo(
    () => rowsOf(language, sources, translated, edits),
    [language, sources, translated, edits],
  )
  const save = async () => {
    const text = withTranslations(file.text, sources, edits)
    try {
      const saved = await saveDraft(opened.path, { text, version: file.version })
      if ('other' in saved) {
        setFile({ text: saved.other.text ?? opened.base, version: saved.other.version })
        void message.warning(say('conflict'), 8)
        return
      }
      setFile({ text, version: saved.version })
      setEdits((now) => without(now, edits))
      void message.success(say('saved'))
      // What checks and lists know of this file is read anew; what is written here stays.
      for (const key of ['documents', 'beside']) void queries.invalidateQueries({ queryKey: [key] })
    } catch (error) {
      void message.error(sentenceOf(error), 6)
    }
  }
  return {
    rows,
    save,
    changed: Object.keys(edits).length,
    write: (more: Edits) => setEdits((now) => ({ ...now, ...more })),
  }
}

/** What was written on while the save was under way is still to be saved. */
function without(now: Edits, saved: Edits): Edits {
  return Object.fromEntries(Object.entries(now).filter(([key, text]) => saved[key] !== text))
}
