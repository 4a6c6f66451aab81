import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { isFailure, sentenceOf } from '../../shared/api/call.ts'
import type { Opened } from '../api/documents.ts'
import { moment } from '../documents/moment.ts'
import { StateCell } from '../documents/state-cell.tsx'
import { type Other, saveDraft } from './save-draft.ts'
import { say } from './texts.ts'
import type { Draft } from './use-draft.ts'

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
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [other, meet] = useState<Other | null>(null)
  const [isSubmitting, submit] = useState(false)
  const [isBusy, setBusy] = useState(false)

  const save = async (version = draft.version, text = draft.text): Promise<boolean> => {
    setBusy(true)
    try {
      const saved = await saveDraft(path, { text, version })
      if ('other' in saved) {
        meet(saved.other)
        return false
      }
      draft.settle(text, saved.version)
      meet(null)
      void queries.invalidateQueries({ queryKey: ['documents'] })
      return true
    } catch (error) {
      const isSignedOut = isFailure(error) && error.status === 401
      if (!isSignedOut) void message.error(sentenceOf(error), 6)
      return false
    } finally {
      setBusy(false)
    }
  }
  useSaveKey(() => {
    if (mayEdit && draft.isDirty) void save()
  })
  if (!mayEdit) return <span className="tag">{say('read_only')}</span>
  const differs = draft.text !== opened.base
  return (
    <div className="draft-bar">
      <span role="status">
        {draft.isDirty ? (
          <span className="tag warning">{say('unsaved')}</span>
        ) : (
          <span className="tag">{say('saved')}</span>
        )}
      </span>
      {draft.found !== null && draft.isDirty && (
        <span className="soft">{say('found', { at: moment(draft.found) })}</span>
      )}
      <StateCell line={opened} />
      <Button disabled={!draft.canUndo} onClick={draft.undo} title={say('undo_keys')}>
        {say('undo')}
      </Button>
      <Button disabled={!draft.canRedo} onClick={draft.redo} title={say('redo_keys')}>
        {say('redo')}
      </Button>
      <Button
        type={draft.isDirty ? 'primary' : 'default'}
        disabled={!draft.isDirty}
        loading={isBusy}
        onClick={() => void save()}
        title={say('save_keys')}
      >
        {say('save')}
      </Button>
      <Button
        disabled={!differs || errors > 0 || !isFresh}
        title={errors > 0 ? say('errors_first') : undefined}
        onClick={async () => {
          if (draft.isDirty && !(await save())) return
          await queries.invalidateQueries({ queryKey: ['documents'] })
          submit(true)
        }}
      >
        {say('submit')}
      </Button>
      <Suspense>
        {other && (
          <ConflictBox
            base={draft.stored}
            mine={draft.text}
            other={other}
            close={() => meet(null)}
            choose={(text) => {
              draft.change(text)
              void save(other.version, text)
            }}
          />
        )}
        {isSubmitting && <SubmitBox path={path} close={() => submit(false)} />}
      </Suspense>
    </div>
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
