import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import type { CarriedIn } from '../../../core/contract/studio/carry.ts'
import { sentenceOf } from '../../shared/api/call.ts'
import { useDocuments } from '../api/documents.ts'
import { beginDraft } from '../draft/save-draft.ts'
import { say } from './texts.ts'

type CarriedFlowProps = { readonly flow: z.infer<typeof CarriedIn>['flows'][number] }

/** One flow that came in: its text, what stayed behind, and where it is to stand. */
export function CarriedFlow({ flow }: CarriedFlowProps) {
  const { message } = App.useApp()
  const documents = useDocuments()
  const [path, write] = useState(flow.path)
  const [saved, setSaved] = useState<string | null>(null)
  const isTaken = documents.data?.documents.some((each) => each.path === path) === true
  const save = async () => {
    try {
      const isBegun = await beginDraft(path, namedFor(path, flow.text))
      if (!isBegun) return void message.error(say('taken'), 6)
      setSaved(path)
      void documents.refetch()
    } catch (error) {
      void message.error(sentenceOf(error), 6)
    }
  }
  return (
    <article className="carried">
      <p role="status">
        {say(flow.left.length === 0 ? 'left.none' : 'left', { count: flow.left.length })}
      </p>
      {flow.left.length > 0 && <LeftTable left={flow.left} />}
      <Input.TextArea aria-label={flow.path} readOnly rows={14} value={flow.text} />
      <div className="carried-save">
        <Input
          aria-label={say('path')}
          value={path}
          status={isTaken && saved === null ? 'error' : ''}
          onChange={({ target }) => write(target.value)}
        />
        <Button disabled={isTaken} onClick={() => void save()}>
          {say('save')}
        </Button>
        {isTaken && saved === null && <span role="alert">{say('taken')}</span>}
        {saved !== null && <Link to={`/documents/${saved}`}>{say('saved')}</Link>}
      </div>
    </article>
  )
}

/** A flow is known by its id: it goes with the name of the file, or it would stand in another one's place. */
function namedFor(path: string, text: string): string {
  const name = path.split('/').at(-1)?.replace('.yaml', '').replaceAll('-', '_') ?? ''
  return text.replace(/^id: .*$/m, `id: ${name}`)
}

function LeftTable({ left }: { readonly left: CarriedFlowProps['flow']['left'] }) {
  return (
    <table className="carried-left">
      <thead>
        <tr>
          {['why', 'at', 'what'].map((key) => (
            <th key={key} scope="col">
              {say(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {left.map(({ code, at, what }) => (
          <tr key={`${code} ${at} ${what}`}>
            <td>{say(`code.${code}`)}</td>
            <td>{at}</td>
            <td>
              <code>{what}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
