import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal, Select } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { stringify } from 'yaml'
import type { StoredTalk } from '../../../core/dialog/rehearse/stored-talk.ts'
import { get, sentenceOf } from '../../shared/api/call.ts'
import { documentPath, type Opened } from '../api/documents.ts'
import { beginDraft, saveDraft } from '../draft/save-draft.ts'
import { studioWorker } from '../worker/ask-worker.ts'
import { sayEnd } from './facts.tsx'
import { say } from './texts.ts'
import { madeIn } from './use-talk.ts'
import type { View } from './view.ts'

/** Where talks of the studio go when no file is chosen. */
const OWN = 'flows/tests/studio.yaml'

type SaveProps = {
  readonly view: View
  /** Who spoke. */
  readonly name: string
  readonly talks: Readonly<Record<string, string>>
}

/** The talk as it was played becomes a stored one, in a draft of its file. */
export function SaveTalk({ view, name, talks }: SaveProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="primary" disabled={view.turns.length < 2} onClick={() => setOpen(true)}>
        {say('save.open')}
      </Button>
      {open && (
        <SaveBox
          talk={(title) => recorded(view, title)}
          suggested={name === '' ? '' : `${name}，${sayEnd(view.ends)}`}
          {...{ talks }}
          close={() => setOpen(false)}
        />
      )}
    </>
  )
}

/** Played once more: the player may have got another house meanwhile. */
async function recorded(view: View, name: string): Promise<StoredTalk | null> {
  await studioWorker().play({ begin: view.begin, moves: madeIn(view) })
  return studioWorker().record(name)
}

type BoxProps = {
  readonly talk: (name: string) => Promise<StoredTalk | null>
  readonly suggested: string
  readonly talks: Readonly<Record<string, string>>
  readonly close: () => void
  /** What is to be read first. */
  readonly children?: ReactNode
}

/** Asks for name and file, and writes the talk below the others of that file. */
export function SaveBox({ talk, suggested, talks, close, children }: BoxProps) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const id = useId()
  const [name, setName] = useState(suggested)
  const [path, setPath] = useState(OWN)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      const made = await talk(name.trim())
      if (!made) return
      const problem = await append(path, made, path in talks)
      if (problem) return void message.error(say(problem), 6)
      await queries.invalidateQueries({ queryKey: ['documents'] })
      await queries.invalidateQueries({ queryKey: ['rehearsal'] })
      void message.success(say('save.done', { path }), 6)
      close()
    } catch (error) {
      void message.error(sentenceOf(error), 6)
    } finally {
      setBusy(false)
    }
  }
  const files = [...new Set([...Object.keys(talks), OWN])].toSorted()
  return (
    <Modal
      open
      title={say('save.title')}
      okText={say('save.do')}
      okButtonProps={{ disabled: name.trim() === '' }}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={close}
    >
      <p>{say('save.what')}</p>
      {children}
      <label htmlFor={`${id}-name`}>{say('save.name')}</label>
      <Input
        id={`${id}-name`}
        value={name}
        maxLength={80}
        onChange={({ target }) => setName(target.value)}
      />
      <label htmlFor={`${id}-file`}>{say('save.file')}</label>
      <Select
        id={`${id}-file`}
        className="wide"
        value={path}
        onChange={setPath}
        options={files.map((value) => ({
          value,
          label: value in talks ? value : say('save.new_file', { path: value }),
        }))}
      />
    </Modal>
  )
}

/** Writes a talk below the others; gives the key of the sentence why it could not. */
async function append(path: string, talk: StoredTalk, isThere: boolean): Promise<string | null> {
  const written = stringify([talk], { lineWidth: 110 })
  if (!isThere) return (await beginDraft(path, written)) ? null : 'save.stale'
  const opened = await get<Opened>(documentPath(path))
  const before = opened.text.trimEnd()
  if (before !== '' && !/^- /m.test(before)) return 'save.no_list'
  const text = `${before === '' ? '' : `${before}\n\n`}${written}`
  const saved = await saveDraft(path, { text, version: opened.version })
  return 'other' in saved ? 'save.stale' : null
}
