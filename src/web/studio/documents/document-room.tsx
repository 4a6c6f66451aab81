import { Button, Input } from 'antd'
import {
  type ComponentType,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Finding } from '../../../core/contract/studio/documents.ts'
import { calledAt } from '../../../core/dialog/flow/run-part.ts'
import type { Flow } from '../../../core/dialog/flow/schema.ts'
import { Loading } from '../../shared/parts/loading.tsx'
import type { Kind, Opened } from '../api/documents.ts'
import { flowsIn } from '../checks/beside-of.ts'
import { FindingList } from '../checks/finding-list.tsx'
import { readFlow } from '../checks/read-flow.ts'
import { say as sayCheck } from '../checks/texts.ts'
import { useBeside } from '../checks/use-beside.ts'
import { useFindings } from '../checks/use-findings.ts'
import { vocabularyOf } from '../conditions/read-out.ts'
import { DraftBar } from '../draft/draft-bar.tsx'
import { useDraft } from '../draft/use-draft.ts'
import { Outline } from '../outline/outline.tsx'
import { headOf, questionsIn, rowsOf, stepValue } from '../outline/rows.ts'
import { MARKS, PANELS, type StepMarks } from '../panels.tsx'
import { useRehearsal } from '../simulator/use-rehearsal.ts'
import { FlowSettings } from '../step/flow-settings.tsx'
import { StepForm } from '../step/step-form.tsx'
import { say as sayEditor } from '../step/texts.ts'
import { textIn } from '../step/write.ts'
import { say } from '../texts.ts'
import { type Parts, partsOf } from '../yaml/parts.ts'
import { MarkSources } from './mark-sources.tsx'
import { type Place, type Room, RoomContext } from './room.ts'
import { useResting } from './use-resting.ts'
import { useSteady, useSteadyList } from './use-steady.ts'

const YamlView = lazy(() => import('../yaml/yaml-view.tsx'))
const MapView = lazy(() => import('../map/map-view.tsx'))
const HotlineTable = lazy(() => import('./hotline-table.tsx'))
const ClockTable = lazy(() => import('./clock-table.tsx'))

/** Other kinds of documents that have a form beside their text. */
const TABLES: Partial<Record<Kind, ComponentType>> = { hotlines: HotlineTable, clocks: ClockTable }

const VIEWS = ['outline', 'map', 'yaml'] as const
type View = (typeof VIEWS)[number]

type Props = {
  readonly opened: Opened
  /** Text to begin with in place of what is there; undo brings that back. */
  readonly rewrite?: string | undefined
}

/** A document that is being worked on: its views over one text, and what stands beside it. */
export function DocumentRoom({ opened, rewrite }: Props) {
  const { path, kind } = opened
  const isFlow = kind === 'flow'
  const Table = TABLES[kind]
  const views = isFlow ? VIEWS : VIEWS.filter((each) => Table && each !== 'map')
  const draft = useDraft(opened, rewrite)
  const { text, change } = draft
  const [view, show] = useState<View>(isFlow || Table ? 'outline' : 'yaml')
  const resting = useResting(text)
  // Whoever writes the text itself looks at nothing that is made of its parts.
  const whole = view === 'yaml' ? resting : text
  const parts = useMemo(() => (isFlow ? partsOf(whole) : null), [isFlow, whole])
  const beside = useBeside(opened)
  useRehearsal(isFlow)
  const { findings, isFresh, isLost } = useFindings({ path, kind }, text, beside)
  const others = useMemo(() => flowsIn(beside?.texts ?? []), [beside])
  const [place, setPlace] = useState<Place>(null)
  const [search, setSearch] = useState('')
  const [wanted, want] = useState<{ readonly line: number } | null>(null)
  const [panel, openPanel] = useState<string | null>(null)
  const [marks, setMarks] = useState<StepMarks>({})
  const flows = useMemo(() => withOwn(others, parts), [others, parts])
  const vocabulary = useSteady(useMemo(() => vocabularyOf(flows), [flows]))
  const rows = useSteadyList(
    useMemo(() => (parts ? rowsOf(parts, sayEditor('outline.start')) : []), [parts]),
  )
  const keep = useRef(change)
  keep.current = change
  const steady = useCallback((next: string, about?: string) => keep.current(next, about), [])
  useUndoKeys(draft.undo, draft.redo)

  const goTo = useCallback((next: Place, field?: string) => {
    setPlace(next)
    if (field !== undefined) focusField(field)
  }, [])
  const goToFinding = (finding: Finding) => {
    const found = parts && finding.step !== undefined ? placeOf(parts, finding.step) : null
    if (view === 'yaml' || (!found && finding.line !== undefined && finding.code === 'no_list')) {
      show('yaml')
      want({ line: finding.line ?? 1 })
      return
    }
    goTo(found, finding.field?.split('.')[0] ?? 'id')
  }
  const room: Room = {
    ...{ path, kind, text, parts, place, goTo, findings, marks, flows },
    ...{ vocabulary, rows },
    change: steady,
    mayEdit: opened.mayEdit,
  }
  const panels = PANELS.filter(({ kinds }) => kinds.includes(kind))
  const sources = MARKS.filter(({ kinds }) => kinds.includes(kind))
  const selected = parts && place ? idAt(parts, place) : null
  const select = useCallback(
    (step: string) => {
      const found = parts && placeOf(parts, calledAt(step))
      if (found) setPlace(found)
    },
    [parts],
  )
  const errors = findings.filter(({ level }) => level === 'error').length
  const shown = panels.find(({ id }) => id === panel)

  return (
    <RoomContext value={room}>
      <div className="page-head">
        <h1>{titleIn(parts) ?? opened.title}</h1>
        <code className="soft">{path}</code>
        <DraftBar opened={opened} draft={draft} errors={errors} isFresh={isFresh} />
      </div>
      <div className="view-bar">
        {views.length > 0 && (
          <div className="views" role="toolbar" aria-label={sayEditor('views.label')}>
            {views.map((each) => (
              <Button
                key={each}
                type={each === view ? 'primary' : 'default'}
                aria-pressed={each === view}
                onClick={() => show(each)}
              >
                {sayEditor(`views.${Table && each === 'outline' ? 'table' : each}`)}
              </Button>
            ))}
          </div>
        )}
        {isFlow && (
          <Input
            className="find"
            allowClear
            placeholder={sayEditor('outline.find')}
            aria-label={sayEditor('outline.find')}
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
        )}
        <MarkSources {...{ sources, path, text }} give={setMarks} />
        {panels.map(({ id, title }) => (
          <Button
            key={id}
            aria-pressed={panel === id}
            type={panel === id ? 'primary' : 'default'}
            onClick={() => openPanel(panel === id ? null : id)}
          >
            {title}
          </Button>
        ))}
      </div>
      <div className={shown ? 'document-room with-panel' : 'document-room'}>
        {view === 'yaml' && (
          <Suspense fallback={<Loading />}>
            <YamlView wanted={wanted} />
          </Suspense>
        )}
        {view === 'map' && (
          <Suspense fallback={<Loading />}>
            <MapView />
          </Suspense>
        )}
        {isFlow && view === 'outline' && <Outline search={search} />}
        {Table && view !== 'yaml' && (
          <Suspense fallback={<Loading />}>
            <div className="box bare wide">
              <Table />
            </div>
          </Suspense>
        )}
        {view !== 'yaml' && parts && (
          <section className="step-side box" aria-label={say('step')}>
            {place ? <StepForm /> : <FlowSettings />}
          </section>
        )}
        {shown && (
          <aside className={`box ${shown.isWide ? 'wide-panel' : ''}`} aria-label={shown.title}>
            <Suspense fallback={<Loading />}>
              <shown.Panel {...{ path, kind, text, select, selected }} change={steady} />
            </Suspense>
          </aside>
        )}
      </div>
      <section className="box low" aria-label={sayCheck('title')}>
        <h2>
          {sayCheck('title')}{' '}
          <span role="status" className={errors > 0 ? 'bad' : 'soft'}>
            {isFresh
              ? sayCheck('count', { errors, warnings: findings.length - errors })
              : sayCheck(isLost ? 'lost' : 'checking')}
          </span>
        </h2>
        {(isFresh || findings.length > 0) && <FindingList findings={findings} go={goToFinding} />}
      </section>
    </RoomContext>
  )
}

function withOwn(others: ReadonlyMap<string, Flow>, parts: Parts | null): readonly Flow[] {
  const own = parts ? readFlow(parts).flow : null
  return own ? [...others.values(), own] : [...others.values()]
}

/** What the flow calls itself as it is written now. */
function titleIn(parts: Parts | null): string | null {
  const title = parts ? textIn(headOf(parts), 'title') : ''
  return title === '' ? null : title
}

const idAt = (parts: Parts, { step, question }: NonNullable<Place>): string | null => {
  const whole = stepValue(parts, step)
  const value = question === undefined ? whole : questionsIn(whole)[question]
  return typeof value?.id === 'string' ? value.id : null
}

function placeOf(parts: Parts, id: string): Place {
  for (const step of parts.steps.keys()) {
    const whole = stepValue(parts, step)
    if (whole.id === id) return { step }
    const question = questionsIn(whole).findIndex((each) => each.id === id)
    if (question >= 0) return { step, question }
  }
  return null
}

/** Once the form of the step is drawn. */
function focusField(field: string): void {
  setTimeout(() => {
    const element = document.getElementById(`field-${field}`)
    element?.closest('details')?.setAttribute('open', '')
    element?.focus()
  }, 50)
}

/** Ctrl Z and Ctrl Y of the whole document: the fields have no past of their own. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      const act = key === 'z' ? (event.shiftKey ? redo : undo) : key === 'y' ? redo : null
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', hear, true)
    return () => document.removeEventListener('keydown', hear, true)
  })
}
