import { App, Button } from 'antd'
import { useRef } from 'react'
import { type Carried, fromCsv, toCsv } from '../../../core/dialog/translate/carry-csv.ts'
import { fromPo, toPo } from '../../../core/dialog/translate/carry-po.ts'
import { saveFile } from '../../shared/save-file.ts'
import type { Row } from './rows.ts'
import { say } from './texts.ts'

type CarryButtonsProps = {
  readonly path: string
  readonly language: string
  readonly rows: readonly Row[]
  readonly mayEdit: boolean
  readonly write: (texts: Readonly<Record<string, string>>) => void
}

/** For translators who work elsewhere: out as CSV or PO, and in again. */
export function CarryButtons({ path, language, rows, mayEdit, write }: CarryButtonsProps) {
  const { message } = App.useApp()
  const field = useRef<HTMLInputElement>(null)
  const name = path.split('/').slice(1).join('-').replace('.yaml', '')
  const carried = rows.map(({ key, text, said }) => ({ key, source: text, text: said }))
  const take = async (file: File) => {
    const text = await file.text()
    const found = /\.po$/i.test(file.name) ? fromPo(text) : fromCsv(text)
    if (found === null) return void message.error(say('in.wrong'), 6)
    const { texts, ...counts } = taken(found, rows)
    write(texts)
    void message.info(say('in.done', counts), 8)
  }
  return (
    <>
      <Button onClick={() => saveFile(`${name}.csv`, 'text/csv', toCsv(carried))}>
        {say('csv.out')}
      </Button>
      <Button onClick={() => saveFile(`${name}.po`, 'text/x-gettext', toPo(carried, language))}>
        {say('po.out')}
      </Button>
      {mayEdit && <Button onClick={() => field.current?.click()}>{say('in')}</Button>}
      <input
        ref={field}
        type="file"
        hidden
        aria-label={say('in')}
        accept=".csv,.po"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void take(file)
          target.value = ''
        }}
      />
    </>
  )
}

/** Only texts that are here, and of the Chinese that is here now; what is empty or the same changes nothing. */
function taken(found: readonly Carried[], rows: readonly Row[]) {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const known = found.filter(({ key }) => byKey.has(key))
  const fresh = known.filter(({ key, source }) => {
    return source === '' || source.replace(/\r\n/g, '\n') === byKey.get(key)?.text
  })
  const texts = fresh.filter(({ key, text }) => text !== '' && text !== byKey.get(key)?.said)
  return {
    texts: Object.fromEntries(texts.map(({ key, text }) => [key, text])),
    taken: texts.length,
    unknown: found.length - known.length,
    stale: known.length - fresh.length,
  }
}
