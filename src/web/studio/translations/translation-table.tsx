import { Button, Input, Select } from 'antd'
import { useRef, useState } from 'react'
import type { Source } from '../../../core/dialog/translate/translatable.ts'
import type { Opened } from '../api/documents.ts'
import { CarryButtons } from './carry-buttons.tsx'
import { FILTERS, type Filter, isShown } from './rows.ts'
import { say } from './texts.ts'
import { TranslationRow } from './translation-row.tsx'
import { useTranslations } from './use-translations.ts'

type TranslationTableProps = {
  readonly opened: Opened
  readonly language: string
  readonly sources: readonly Source[]
  readonly select: (step: string) => void
}

export function TranslationTable({ opened, language, sources, select }: TranslationTableProps) {
  const { rows, save, changed, write } = useTranslations(opened, language, sources)
  const [filter, show] = useState<Filter>('all')
  const [search, find] = useState('')
  const table = useRef<HTMLTableElement>(null)
  const open = rows.filter(({ state }) => state !== 'done')
  const shown = rows.filter((row) => isShown(row, filter, search))
  const draft = async () => {
    const { toTraditional } = await import('./to-traditional.ts')
    const missing = rows.filter(({ state }) => state === 'missing' || state === 'stale')
    write(Object.fromEntries(missing.map(({ key, text }) => [key, toTraditional(text)])))
  }
  return (
    <>
      <p role="status">
        {say('counts', { all: rows.length, done: rows.length - open.length, open: open.length })}
      </p>
      <div className="translations-tools">
        <Select
          aria-label={say('filter')}
          value={filter}
          onChange={show}
          options={FILTERS.map((value) => ({ value, label: say(`filter.${value}`) }))}
        />
        <Input.Search
          aria-label={say('search')}
          placeholder={say('search')}
          allowClear
          onChange={({ target }) => find(target.value)}
        />
        <Button disabled={open.length === 0} onClick={() => goToNext(table.current)}>
          {say(open.length === 0 ? 'next.none' : 'next')}
        </Button>
        {language === 'zh-TW' && opened.mayEdit && open.length > 0 && (
          <Button onClick={() => void draft()}>{say('draft')}</Button>
        )}
        <CarryButtons {...{ language, rows, write }} path={opened.path} mayEdit={opened.mayEdit} />
        {opened.mayEdit && (
          <Button type="primary" disabled={changed === 0} onClick={() => void save()}>
            {say('save')}
          </Button>
        )}
        {changed > 0 && <span>{say('dirty', { count: changed })}</span>}
      </div>
      <table className="translations-table" ref={table}>
        <thead>
          <tr>
            {['key', 'source', 'text', 'state'].map((key) => (
              <th key={key} scope="col">
                {say(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <TranslationRow
              key={row.key}
              {...{ row, language, select }}
              mayEdit={opened.mayEdit}
              write={(text) => write({ [row.key]: text })}
              next={() => goToNext(table.current)}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

/** The first open text below the one that is written in, else the first of all. */
function goToNext(table: HTMLTableElement | null): void {
  const fields = [...(table?.querySelectorAll<HTMLTextAreaElement>('textarea') ?? [])]
  const here = fields.indexOf(document.activeElement as HTMLTextAreaElement)
  const open = (field: HTMLTextAreaElement) => field.dataset.open === 'true'
  const next = fields.slice(here + 1).find(open) ?? fields.find(open)
  next?.focus()
  next?.scrollIntoView({ block: 'center' })
}
