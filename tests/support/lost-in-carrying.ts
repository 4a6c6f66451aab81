import type { FlowDraft } from '../../src/core/dialog/carry/flow-draft.ts'
import {
  type RapidproFlow,
  rapidproFile,
} from '../../src/core/dialog/carry/rapidpro/rapidpro-file.ts'

type Node = RapidproFlow['nodes'][number]

/** Words by which each part of a RapidPro flow is found again, in the steps or in the report. */
export function partsOf({ nodes }: Pick<RapidproFlow, 'nodes'>): readonly string[] {
  return nodes.flatMap((node) => [
    ...node.actions.flatMap(wordsOfAction),
    ...wordsOfRouter(node.router),
  ])
}

/** Parts that stand neither in the steps nor in the report of what could not be carried. */
export function lostIn(given: unknown, { flow, left }: FlowDraft): readonly string[] {
  const kept = packed(JSON.stringify([flow, left]).replaceAll('\\n', ' ').replaceAll('\\"', '"'))
  return rapidproFile
    .parse(given)
    .flatMap(partsOf)
    .filter((part) => !kept.includes(packed(part)))
}

const packed = (text: string) => text.toLowerCase().replace(/[\s\\]+/g, '')

function wordsOfAction(action: Node['actions'][number]): readonly string[] {
  const { type, text, quick_replies: replies, attachments, audio_url: audio, name } = action
  const files = [...(Array.isArray(attachments) ? attachments : []), audio ?? ''].map(String)
  switch (type) {
    case 'send_msg':
    case 'say_msg': {
      const buttons = Array.isArray(replies) ? replies : []
      const said = buttons.map((each) =>
        String(typeof each === 'string' ? each : (each?.text ?? '')),
      )
      return [...endsOf(String(text ?? '')), ...said, ...files].filter(Boolean)
    }
    case 'open_ticket':
      return ['call_person']
    case 'set_run_result':
      return [String(name)]
    case 'play_audio':
      return files.filter(Boolean)
    default:
      return [type]
  }
}

/** How a text begins and how it ends, as far as no expression stands in it. */
function endsOf(text: string): readonly string[] {
  const plain = text.split(/@[(\w][^\n]*/)
  const [first = '', last = ''] = [plain.at(0)?.trim(), plain.at(-1)?.trim()]
  return [first.slice(0, 20), last.slice(-20)].filter((each) => each.trim() !== '')
}

function wordsOfRouter(router: Node['router']): readonly string[] {
  if (!router) return []
  if (router.wait?.type !== 'msg') return [router.operand ?? router.type]
  const { hint, timeout } = router.wait
  const cases = router.cases.flatMap(({ type, arguments: said }) =>
    type === 'has_any_word' ? said.flatMap((each) => each.split(/[,\s]+/)) : said,
  )
  const named = router.categories.filter(({ uuid }) =>
    router.cases.some((each) => each.category_uuid === uuid && !PLAIN.has(each.type)),
  )
  return [
    ...cases.filter(Boolean),
    ...named.map(({ name }) => name.slice(0, 30)),
    ...(hint ? [hint.type === 'image' ? 'photos' : hint.type] : []),
    ...(timeout ? ['"timeout"'] : []),
  ]
}

/** What a number, a phone number and a date are, the kind of question says. */
const PLAIN = new Set([
  ...['has_text', 'has_number', 'has_phone', 'has_date', 'has_time', 'has_number_between'],
])
