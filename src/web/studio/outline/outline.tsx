import { useEffect, useMemo, useRef, useState } from 'react'
import type { Finding } from '../../../core/contract/studio/documents.ts'
import { type Place, useRoom } from '../documents/room.ts'
import { say } from '../step/texts.ts'
import { InsertMenu } from './insert-menu.tsx'
import { outlineAct } from './outline-keys.ts'
import { OutlineRow, rowName } from './outline-row.tsx'
import type { Row } from './rows.ts'
import { copyOf, type Done, duplicate, insert, moveBy, paste, remove } from './step-acts.ts'

/** The flow as a numbered tree: everything in it can be done by keys. */
export function Outline({ search }: { readonly search: string }) {
  const room = useRoom()
  const { parts, place, rows: all, vocabulary, findings, marks, mayEdit } = room
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [inserting, setInserting] = useState(false)
  const tree = useRef<HTMLDivElement>(null)
  const counts = useMemo(() => countByStep(findings), [findings])
  const rows = useMemo(() => shownRows(all, closed, search), [all, closed, search])
  const [section, setSection] = useState<string | null>(null)
  const current = rows.findIndex((row) =>
    section === null ? isAt(row, place) : row.is === 'section' && row.id === section,
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: another row is selected, or the rows are others
  useEffect(() => {
    const item = tree.current?.querySelector<HTMLElement>('[aria-selected=true]')
    item?.scrollIntoView?.({ block: 'nearest' })
    if (tree.current?.contains(document.activeElement)) item?.focus()
  }, [current, rows])

  if (!parts) return <p className="soft">{say('outline.unusual')}</p>

  const select = (at: number) => {
    const row = rows[Math.min(at, rows.length - 1)]
    setSection(row?.is === 'section' ? row.id : null)
    if (row?.is !== 'section') room.goTo(row ? placeOf(row) : null)
  }
  const done = (what: Done) => {
    if (!what) return
    setSection(null)
    room.change(what.text)
    room.goTo(what.place)
  }
  const fold = (row: Row | undefined, isClosed: boolean) => {
    const id = row?.is === 'section' ? row.id : row?.section
    if (id === undefined) return
    if (isClosed) setSection(id)
    setClosed((before) => {
      const next = new Set(before)
      if (isClosed) next.add(id)
      else next.delete(id)
      return next
    })
  }
  const press = (at: number) => {
    const row = rows[at]
    if (row?.is === 'section') fold(row, !closed.has(row.id))
    else select(at)
  }
  const acts = {
    next: () => select(current + 1),
    previous: () => select(current - 1),
    first: () => select(0),
    last: () => select(rows.length - 1),
    open: () => fold(rows[current], false),
    close: () => fold(rows[current], true),
    edit: () => focusForm(),
    up: () => mayEdit && done(moveBy(room, place, -1)),
    down: () => mayEdit && done(moveBy(room, place, 1)),
    insert: () => setInserting(mayEdit),
    remove: () => mayEdit && done(remove(room, place)),
    duplicate: () => mayEdit && done(duplicate(room, place)),
  }
  return (
    <div className="outline">
      {mayEdit && (
        <InsertMenu
          isOpen={inserting}
          setOpen={setInserting}
          inBlock={place !== null && rows[current]?.is === 'step' && isBlock(rows[current])}
          insert={(kind) => {
            done(insert(room, place, kind))
            focusForm()
          }}
        />
      )}
      <div
        ref={tree}
        role="tree"
        className="box tree"
        aria-label={say('outline.label')}
        onClick={({ target }) => {
          const pressed = (target as HTMLElement).closest<HTMLElement>('[data-at]')
          if (pressed) press(Number(pressed.dataset.at))
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          const act = outlineAct(event)
          if (!act) return
          event.preventDefault()
          acts[act]()
        }}
        onCopy={(event) => {
          const lines = copyOf(room, place)
          if (lines === null) return
          event.clipboardData.setData('text/plain', `${lines}\n`)
          event.preventDefault()
        }}
        onCut={(event) => {
          const lines = copyOf(room, place)
          if (lines === null || !mayEdit) return
          event.clipboardData.setData('text/plain', `${lines}\n`)
          event.preventDefault()
          done(remove(room, place))
        }}
        onPaste={(event) => {
          if (!mayEdit) return
          event.preventDefault()
          done(paste(room, place, event.clipboardData.getData('text/plain')))
        }}
      >
        <FlowRow isSelected={current < 0} />
        {rows.map((row, at) => (
          <OutlineRow
            key={row.is === 'section' ? row.id : rowName(row)}
            row={row}
            isOpen={row.is === 'section' && !closed.has(row.id)}
            isSelected={at === current}
            vocabulary={vocabulary}
            at={at}
            {...counts.get(row.id)}
            mark={marks[row.id]}
          />
        ))}
      </div>
    </div>
  )
}

/** The flow's own settings stand above its steps. */
function FlowRow({ isSelected }: { readonly isSelected: boolean }) {
  return (
    <div
      role="treeitem"
      aria-level={1}
      aria-selected={isSelected}
      tabIndex={isSelected ? 0 : -1}
      className="row flow"
      data-at={-1}
    >
      {say('outline.flow')}
    </div>
  )
}

/** What the checks say of each step. */
function countByStep(findings: readonly Finding[]) {
  const counts = new Map<string, { errors: number; warnings: number }>()
  for (const { step = '', level } of findings) {
    const { errors, warnings } = counts.get(step) ?? { errors: 0, warnings: 0 }
    const isError = level === 'error'
    counts.set(step, { errors: errors + Number(isError), warnings: warnings + Number(!isError) })
  }
  return counts
}

const isBlock = (row: Row | undefined) =>
  row?.is === 'step' && (row.kind === 'adaptive' || row.question !== undefined)

const isAt = (row: Row, place: Place) =>
  row.is === 'step' && place !== null && row.step === place.step && row.question === place.question

const placeOf = ({ step, question }: Extract<Row, { is: 'step' }>): Place =>
  question === undefined ? { step } : { step, question }

function shownRows(all: readonly Row[], closed: ReadonlySet<string>, search: string) {
  const words = search.normalize('NFKC').toLowerCase().trim()
  if (words !== '') return all.filter((row) => row.is === 'step' && holds(row, words))
  return all.filter((row) => row.is === 'section' || !closed.has(row.section))
}

const holds = (row: Extract<Row, { is: 'step' }>, words: string) =>
  JSON.stringify(row.value).toLowerCase().includes(words)

/** The first field of the step, once it is drawn. */
function focusForm(): void {
  setTimeout(() => {
    document.querySelector<HTMLElement>('.step-form textarea, .step-form input')?.focus()
  }, 30)
}
