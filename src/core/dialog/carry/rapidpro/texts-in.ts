import { idOf } from '../flow-draft.ts'
import type { Node } from './rapidpro-file.ts'
import { addStep, nameOf, type Work } from './work.ts'

type Action = Node['actions'][number]

/** Words of a node, and what it offers to tap. Everything else that it does is a step, or told. */
export type Spoken = { readonly texts: string[]; readonly replies: readonly string[] }

export function spokenIn(work: Work, node: Node): Spoken {
  const id = nameOf(work, node.uuid)
  const texts: string[] = []
  const replies: string[] = []
  const tell = (code: Work['left'][number]['code'], what: string) =>
    work.left.push({ code, at: id, what })
  for (const action of node.actions) {
    switch (action.type) {
      case 'send_msg':
      case 'say_msg':
        texts.push(inserted(work, id, String(action.text ?? '')))
        replies.push(...repliesIn(action))
        for (const file of filesIn(action)) tell('attachment', file)
        if (action.templating) tell('setting', `templating ${brief(action.templating)}`)
        break
      case 'play_audio':
        tell('attachment', String(action.audio_url ?? ''))
        break
      case 'open_ticket':
        addStep(work, node.uuid, `${id.slice(0, 33)}_person`, { do: [{ call_person: 'asked' }] })
        if (action.body || action.note) tell('setting', String(action.body ?? action.note))
        break
      case 'set_run_result':
        tell('calculation', `${String(action.name)} = ${String(action.value ?? '')}`)
        break
      default:
        tell('action', `${action.type} ${brief(action)}`.trim())
    }
  }
  return { texts: texts.filter((text) => text.trim() !== ''), replies }
}

function repliesIn(action: Action): readonly string[] {
  const given = Array.isArray(action.quick_replies) ? action.quick_replies : []
  return given.flatMap((each: unknown) => {
    const text = typeof each === 'string' ? each : (each as { text?: unknown } | null)?.text
    return typeof text === 'string' && text !== '' ? [text] : []
  })
}

function filesIn({ attachments, audio_url: audio }: Action): readonly string[] {
  const files = Array.isArray(attachments) ? attachments.map(String) : []
  return typeof audio === 'string' && audio !== '' ? [...files, audio] : files
}

/** What an action is about, without its ids: enough to find it there. */
function brief(given: unknown): string {
  const plain = JSON.stringify(given, (key, value: unknown) =>
    key === 'uuid' || key === 'type' ? undefined : value,
  )
  return plain.length > MOST ? `${plain.slice(0, MOST)}…` : plain
}

const MOST = 200

/** `@results.age` → `{age}`; other expressions stay as they were written. */
function inserted(work: Work, id: string, text: string): string {
  const put = text.replace(RESULT, (_, plain?: string, wrapped?: string) => {
    return `{${idOf(plain ?? wrapped ?? '')}}`
  })
  const foreign = put.match(/@(?:\([^)]*\)|[a-z]\w*(?:\.\w+)*)/gi)
  if (foreign) work.left.push({ code: 'expression', at: id, what: foreign.join(' ') })
  return put
}

const VALUE = String.raw`(?:run\.)?(?:results|flow)\.(\w+)(?:\.(?:value|category|category_localized))?`
const RESULT = new RegExp(String.raw`@${VALUE}\b(?!\.\w)|@\(${VALUE}\)`, 'g')
