import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { z } from 'zod'
import type { Checked, Finding } from '../../../core/contract/studio/documents.ts'
import type { Submitted } from '../../../core/contract/studio/releases.ts'
import { get, post, sentenceOf } from '../../shared/api/call.ts'
import { documentPath, type Opened, useDocuments } from '../api/documents.ts'
import { sentenceOf as sentenceOfFinding } from '../checks/sentence.ts'
import { TextArea } from '../step/text-area.tsx'
import { say } from './texts.ts'

/** Milliseconds after the last tick before all talks are played. */
const PAUSE = 500

type Props = { readonly path: string; readonly close: () => void }

/** Off to the second person: a note, each warning looked at, the server's own checks and talks. */
export default function SubmitBox({ path, close }: Props) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const go = useNavigate()
  const [note, setNote] = useState('')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [along, setAlong] = useState<ReadonlySet<string>>(new Set([path]))
  const [isBusy, setBusy] = useState(false)
  const drafts = (useDocuments().data?.documents ?? []).filter(({ draft }) => draft !== null)
  const paths = [...along].join()
  const [asked, ask] = useState(paths)
  useEffect(() => {
    const timer = setTimeout(() => ask(paths), PAUSE)
    return () => clearTimeout(timer)
  }, [paths])
  const checked = useQuery({
    queryKey: ['check', asked],
    queryFn: () => checkDrafts(asked.split(',')),
    staleTime: 0,
    gcTime: 0,
  })
  const isSettled = asked === paths && checked.data !== undefined
  const problems = (isSettled ? checked.data.problems : []) as readonly Finding[]
  const errors = problems.filter(({ level }) => level === 'error')
  const warnings = problems.filter(({ level, known }) => level === 'warning' && !known)
  const isReady =
    isSettled &&
    errors.length === 0 &&
    note.trim() !== '' &&
    warnings.every(({ key }) => ticked.has(key))

  const submit = async () => {
    setBusy(true)
    try {
      const body = { paths: [...along], note, ticked: [...ticked] }
      const { number } = await post<z.infer<typeof Submitted>>('/api/studio/releases', body)
      void message.success(say('submitting.done', { number }), 6)
      close()
      // The draft is put away now: whoever opens the document again reads it anew.
      void go('/releases')
      await queries.invalidateQueries()
    } catch (error) {
      void message.error(sentenceOf(error), 6)
      void checked.refetch()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      width={800}
      title={say('submitting.title')}
      onCancel={close}
      footer={[
        <Button key="cancel" onClick={close}>
          {say('cancel')}
        </Button>,
        <Button
          key="go"
          type="primary"
          disabled={!isReady}
          loading={isBusy}
          onClick={() => void submit()}
        >
          {say('submitting.go')}
        </Button>,
      ]}
    >
      <div className="stack">
        <label htmlFor="submit-note">{say('submitting.note')}</label>
        <TextArea
          id="submit-note"
          autoFocus
          maxLength={2_000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        {drafts.length > 1 && (
          <fieldset className="ticks">
            <legend>{say('submitting.documents')}</legend>
            {drafts.map((line) => (
              <Checkbox
                key={line.path}
                checked={along.has(line.path)}
                disabled={line.path === path}
                onChange={({ target }) => setAlong(toggled(along, line.path, target.checked))}
              >
                {line.title} <code>{line.path}</code>
              </Checkbox>
            ))}
          </fieldset>
        )}
        <div role="status">
          {!isSettled && !checked.isError && <p>{say('submitting.checking')}</p>}
          {checked.isError && <Alert type="error" title={sentenceOf(checked.error)} />}
          {isSettled && errors.length === 0 && (
            <p>{say('submitting.sound', { count: checked.data.talks.length })}</p>
          )}
          {errors.length > 0 && <Alert type="error" title={say('submitting.unsound')} />}
        </div>
        <ul className="findings">
          {errors.map((each) => (
            <li key={each.key} className="bad">
              {each.step} {sentenceOfFinding(each)}
            </li>
          ))}
        </ul>
        {warnings.length > 0 && (
          <fieldset className="ticks tall">
            <legend>
              {say('submitting.warnings', {
                ticked: warnings.filter(({ key }) => ticked.has(key)).length,
                count: warnings.length,
              })}
            </legend>
            {warnings.map((each) => (
              <Checkbox
                key={each.key}
                checked={ticked.has(each.key)}
                onChange={({ target }) => setTicked(toggled(ticked, each.key, target.checked))}
              >
                {each.step} {sentenceOfFinding(each)}
              </Checkbox>
            ))}
          </fieldset>
        )}
      </div>
    </Modal>
  )
}

function toggled(set: ReadonlySet<string>, key: string, isOn: boolean): ReadonlySet<string> {
  const next = new Set(set)
  if (isOn) next.add(key)
  else next.delete(key)
  return next
}

/** The drafts as they are on the server, checked there with all stored talks. */
async function checkDrafts(paths: readonly string[]) {
  const opened = await Promise.all(paths.map((path) => get<Opened>(documentPath(path))))
  const texts = Object.fromEntries(opened.map(({ path, text }) => [path, text]))
  return post<z.infer<typeof Checked>>('/api/studio/check', { texts, talks: true })
}
