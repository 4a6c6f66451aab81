import { Alert, App, Button, Input, Modal } from 'antd'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { type Flow, flowSchema } from '../../../core/dialog/flow/schema.ts'
import { sentenceOf } from '../../shared/api/call.ts'
import { type Line, useTexts } from '../api/documents.ts'
import { beginDraft } from '../draft/save-draft.ts'
import { Choice } from '../step/fields.tsx'
import { say as sayEditor } from '../step/texts.ts'
import { say } from '../texts.ts'
import { flowTemplate } from './flow-template.ts'

type Kind = Flow['kind']

const KINDS: readonly Kind[] = flowSchema.shape.kind.options

/** The house begins one flow of each kind; of these there may be any number. */
const MANY: ReadonlySet<string> = new Set(['part'])

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

type Props = { readonly lines: readonly Line[]; readonly close: () => void }

/** A flow from nothing: where it is used, what it is called, and its file. */
export default function NewDocument({ lines, close }: Props) {
  const { message } = App.useApp()
  const go = useNavigate()
  const flows = lines.filter(({ kind }) => kind === 'flow')
  const texts = useTexts(flows.map(({ path }) => path))
  const [kind, chooseKind] = useState<Kind>('help')
  const [title, setTitle] = useState('')
  const [name, setName] = useState('')
  const path = `flows/${name}.yaml`
  const isTaken = lines.some((line) => line.path === path)
  const [old] = MANY.has(kind) ? [] : texts.filter(([, text]) => kindIn(text) === kind)
  const rewritten = old && lines.find((line) => line.path === old[0])

  const begin = async (event: FormEvent) => {
    event.preventDefault()
    if (rewritten) {
      const from = { rewrite: flowTemplate(rewritten.path, { kind, title: rewritten.title }) }
      return void go(`/documents/${rewritten.path}`, { state: from })
    }
    try {
      if (await beginDraft(path, flowTemplate(path, { kind, title })))
        return void go(`/documents/${path}`)
      void message.error(say('new.taken'), 6)
    } catch (error) {
      void message.error(sentenceOf(error), 6)
    }
  }
  return (
    <Modal open title={say('new.title')} footer={null} onCancel={close}>
      <form className="stack" onSubmit={(event) => void begin(event)}>
        <label htmlFor="new-kind">{sayEditor('flow.kind')}</label>
        <Choice
          id="new-kind"
          value={kind}
          of={KINDS.map((each) => [each, sayEditor(`flow_kind.${each}`)] as const)}
          choose={(each) => chooseKind(each as Kind)}
        />
        {rewritten ? (
          <Alert type="info" title={say('new.one', { title: rewritten.title })} />
        ) : (
          <>
            <label htmlFor="new-title">{sayEditor('flow.title')}</label>
            <Input
              id="new-title"
              required
              maxLength={60}
              value={title}
              onChange={({ target }) => setTitle(target.value)}
              onBlur={() => {
                if (name === '') void nameOf(title).then(setName)
              }}
            />
            <label htmlFor="new-name">{say('new.name')}</label>
            <Input
              id="new-name"
              required
              prefix="flows/"
              suffix=".yaml"
              maxLength={40}
              pattern={NAME.source}
              aria-describedby="new-hint"
              status={isTaken ? 'error' : ''}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
            <span id="new-hint" className={isTaken ? 'bad' : 'soft'}>
              {say(isTaken ? 'new.taken' : 'new.name_hint')}
            </span>
          </>
        )}
        <Button
          type="primary"
          htmlType="submit"
          disabled={!rewritten && (isTaken || title.trim() === '' || !NAME.test(name))}
        >
          {say(rewritten ? 'new.rewrite' : 'new.begin')}
        </Button>
      </form>
    </Modal>
  )
}

const kindIn = (text: string): string | undefined => /^kind: *(\w+)/m.exec(text)?.[1]

/** A name for the file as the title sounds: 冬天取暖 → dong-tian-qu-nuan. */
async function nameOf(title: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro')
  const sounds = pinyin(title, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
  const name = sounds
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return name
    .replace(/^[^a-z]+/, '')
    .slice(0, 40)
    .replace(/-+$/, '')
}
