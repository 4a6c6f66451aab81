import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Opened } from '../api/documents.ts'
import { clock, moment } from '../documents/moment.ts'
import { StateCell } from '../documents/state-cell.tsx'
import { DiscardDraft } from './discard-draft.tsx'
import { say } from './texts.ts'
import type { Draft } from './use-draft.ts'
import { type Saving, useSaving } from './use-saving.ts'

const ConflictBox = lazy(() => import('./conflict-box.tsx'))
const SubmitBox = lazy(() => import('./submit-box.tsx'))

type Props = {
  readonly opened: Opened
  readonly draft: Draft
  readonly errors: number
  readonly isFresh: boolean
}

/** Where the draft stands: saved or not, back and forth, off to the second person. */
export function DraftBar({ opened, draft, errors, isFresh }: Props) {
  const { path, mayEdit } = opened
  const queries = useQueryClient()
  const saving = useSaving(opened, draft)
  const { save, savedAt, other } = saving
  const [isChoosing, choose] = useState(false)
  const [isSubmitting, submit] = useState(false)
  const saveNow = async (): Promise<boolean> => {
    if (other) choose(true)
    return !other && save()
  }
  useSaveKey(() => {
    if (mayEdit) void saveNow()
  })
  if (!mayEdit) return <span className="tag">{say('read_only')}</span>
  const differs = draft.text !== opened.base
  const isMine = savedAt !== (opened.draft?.at ?? null)
  return (
    <div className="draft-bar">
      <SavedState {...{ draft, saving, isMine }} choose={() => choose(true)} />
      <StateCell line={isMine ? { ...opened, draft: null } : opened} />
      <Button disabled={!draft.canUndo} onClick={draft.undo} title={say('undo_keys')}>
        {say('undo')}
      </Button>
      <Button disabled={!draft.canRedo} onClick={draft.redo} title={say('redo_keys')}>
        {say('redo')}
      </Button>
      <DiscardDraft saving={saving} isNew={opened.base === ''} />
      <Button
        type="primary"
        disabled={!differs || errors > 0 || !isFresh}
        title={errors > 0 ? say('errors_first') : undefined}
        onClick={async () => {
          if (!(await saveNow())) return
          await queries.invalidateQueries({ queryKey: ['documents'] })
          submit(true)
        }}
      >
        {say('submit')}
      </Button>
      <Suspense>
        {other && isChoosing && (
          <ConflictBox
            base={draft.stored}
            mine={draft.text}
            other={other}
            close={() => choose(false)}
            choose={(text) => {
              choose(false)
              saving.choose(text)
            }}
          />
        )}
        {isSubmitting && <SubmitBox path={path} close={() => submit(false)} />}
      </Suspense>
    </div>
  )
}

type StateProps = {
  readonly draft: Draft
  readonly saving: Saving
  /** The draft is ours since this page was opened. */
  readonly isMine: boolean
  readonly choose: () => void
}

/** Only what needs somebody is told aloud: 「已存 14:02」 comes every few seconds. */
function SavedState({ draft, saving, isMine, choose }: StateProps) {
  const { trouble, other, savedAt } = saving
  return (
    <>
      <span role="status">
        {other && (
          <Button danger onClick={choose}>
            {say('conflict.open', { by: other.by })}
          </Button>
        )}
        {!other && trouble !== null && (
          <span className="tag warning">{say('unsaved_yet', { trouble })}</span>
        )}
      </span>
      {draft.found !== null && draft.isDirty && (
        <span className="soft">{say('found', { at: moment(draft.found) })}</span>
      )}
      {draft.isDirty && !other && trouble === null && (
        <span className="tag warning">{say('unsaved')}</span>
      )}
      {!draft.isDirty && isMine && savedAt !== null && (
        <span className="tag" title={say('save_keys')}>
          {say('saved', { at: clock(savedAt) })}
        </span>
      )}
    </>
  )
}

/** Ctrl S saves, wherever one is. */
function useSaveKey(save: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      save()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  })
}
