import { Modal } from 'antd'
import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { say } from '../../shared/texts.ts'
import { useViews } from '../api/day.ts'
import { useMe, useQueue } from '../api/desk.ts'
import { useFoundHouseholds } from '../api/office.ts'
import { say as sayHousehold } from '../household/texts.ts'
import { commandsFor } from './commands.ts'
import { found } from './sounds-like.ts'
import { useStreet } from './use-street.ts'

/** Characters from which the cases are searched too. */
const SEARCH_FROM = 2

/** Files of households in sight at once, below the cases. */
const FILES = 6

/** Goes anywhere by a few letters: screens, streets, cases. Pinyin and initials work. */
export default function CommandBox({ close }: { readonly close: () => void }) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const go = useNavigate()
  const [, lookAt] = useStreet()
  const me = useMe().data
  const q = useDeferredValue(text.trim())
  const asked = useQueue({ status: 'all', q }, q.length >= SEARCH_FROM)
  const views = useViews().data?.views ?? []
  const commands = found(commandsFor({ me, go, lookAt, views }), text)
  const cases = (q.length >= SEARCH_FROM ? (asked.data?.cases ?? []) : []).map((row) => ({
    id: row.number,
    label: `${row.name ?? say('queue.nobody')} ${row.number}`,
    hint: `${row.gradeLabel} · ${row.streetName ?? say('queue.no_street')}`,
    run: () => go(`/cases/${row.number}`),
  }))
  const households = useFoundHouseholds(q.length >= SEARCH_FROM ? q : '').data?.households ?? []
  const files = households.slice(0, FILES).map(({ id, name, number, committee, street }) => ({
    id: `file-${id}`,
    label: `${name ?? say('queue.nobody')} ${number}`,
    hint: `${sayHousehold('title')} · ${committee?.name ?? street?.name ?? say('queue.no_street')}`,
    run: () => go(`/households/${id}`),
  }))
  const all = [...cases, ...files, ...commands]
  const current = all[Math.min(at, all.length - 1)]
  function run(one: (typeof all)[number] | undefined) {
    if (!one) return
    close()
    one.run()
  }
  function key(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) setAt((at + by + all.length) % Math.max(1, all.length))
    else if (event.key === 'Enter') run(current)
    else return
    event.preventDefault()
  }
  return (
    <Modal
      open
      title={say('search.title')}
      onCancel={close}
      footer={null}
      afterOpenChange={() => field.current?.focus()}
    >
      <input
        ref={field}
        className="plain-field"
        role="combobox"
        aria-expanded
        aria-controls="commands"
        aria-activedescendant={current ? `command-${current.id}` : undefined}
        aria-label={say('search.hint')}
        placeholder={say('search.hint')}
        value={text}
        onKeyDown={key}
        onChange={({ target }) => {
          setText(target.value)
          setAt(0)
        }}
      />
      <div id="commands" role="listbox" className="command-list" aria-label={say('search.title')}>
        {all.map((one) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: keys are the combobox's
          <div
            key={one.id}
            id={`command-${one.id}`}
            role="option"
            aria-selected={one === current}
            onClick={() => run(one)}
          >
            <span>{one.label}</span>
            <span className="soft">{one.hint}</span>
          </div>
        ))}
      </div>
      {all.length === 0 && <p role="status">{say('search.none')}</p>}
    </Modal>
  )
}
