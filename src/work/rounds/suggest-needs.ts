import type { Talk } from '../../core/dialog/converse.ts'
import type { House } from '../../core/dialog/house.ts'
import type { Memory } from '../../core/dialog/machine/memory.ts'
import { memoryIn } from '../../core/dialog/machine/turn-machine.ts'
import { MINUTE } from '../../core/time.ts'
import { raiseByOne } from '../../core/understanding/raise-by-one.ts'
import { redact } from '../../core/understanding/redact.ts'
import { understand } from '../../core/understanding/understand.ts'
import { TIERS, type Tier } from '../../core/understanding/understood.ts'
import type { Job } from '../ports/jobs.ts'
import type { Suggestion } from '../ports/suggester.ts'
import type { StoredTurn, Tail } from '../ports/turns.ts'
import { refOf } from '../turn/create-turns.ts'
import { STORY } from '../turn/helper-jobs.ts'
import type { TurnParts } from '../turn/parts.ts'
import type { Done } from './done.ts'
import type { Helpers } from './helpers.ts'

/** An endpoint that rests is asked again; an old story is no news. */
const AGAIN = 2 * MINUTE
const NEWS = 30 * MINUTE
/** The last stories of a conversation, and how much of them: a model reads no novel. */
const STORIES = 3
const LONGEST = 2_000

type Parts = TurnParts & { readonly helping?: Helpers }

/**
 * What a model supposes of the stories of a conversation, for the adviser alone: needs as lines that
 * nobody has confirmed, danger as an alert one step above what the house heard itself. It lowers
 * nothing, fills no slot, and the resident hears nothing of it.
 */
export async function suggestNeeds(parts: Parts, { detail, dueAt }: Job): Promise<Done> {
  const { suggester } = parts.helping ?? {}
  if (!suggester) return 'done'
  const ref = refOf(detail.conversation)
  const [tail] = await parts.turns.tails([ref])
  const talk = tail?.content?.talk
  if (!tail || !talk || tail.content?.notes.consent == null) return 'done'
  const stories = (await parts.turns.read(ref, 1)).flatMap(storyOf).slice(-STORIES)
  if (stories.length === 0) return 'done'
  const text = redact(stories.join('\n').slice(-LONGEST), privateWords(parts.house(), talk))
  const suggested = await suggester.suggest(text)
  if (suggested.status === 'answered') {
    await tellNeeds(parts, tail, talk, suggested.suggestion)
    await tellDanger(parts, tail, heardTier(parts, talk, stories), suggested.suggestion, detail.seq)
  }
  const isNews = parts.now() - dueAt < NEWS
  return suggested.status === 'unavailable' && isNews ? { again: AGAIN } : 'done'
}

function storyOf({ content }: StoredTurn): readonly string[] {
  const told = content?.in
  if (told?.kind !== 'text' || told.text.trim().length < STORY) return []
  return [told.text]
}

const WHO_AND_WHERE: ReadonlySet<string> = new Set(['name', 'phone', 'address'])

/** Names, numbers and addresses that the conversation holds, to be found where they stand again. */
function privateWords({ bundles }: House, talk: Talk): readonly string[] {
  const { answers = {}, stated = {} } = memoryIn(talk.snapshot) as Partial<Memory>
  const slots = bundles[talk.bundle]?.flows[talk.flow]?.slots ?? {}
  const kept = Object.entries(answers).flatMap(([slot, answer]) =>
    'value' in answer ? [[slot, answer.value] as const] : [],
  )
  return [...kept, ...Object.entries(stated)].flatMap(([slot, value]) => {
    if (!WHO_AND_WHERE.has(slots[slot]?.type ?? '')) return []
    if (typeof value === 'string') return [value]
    return typeof value === 'object' && 'text' in value ? [value.text] : []
  })
}

/** Each need once: what the house has heard itself needs no second voice. */
async function tellNeeds(parts: Parts, tail: Tail, talk: Talk, { needs }: Suggestion) {
  const found = tail.content?.notes.cases.at(-1)
  const { heard = [] } = memoryIn(talk.snapshot) as Partial<Memory>
  if (!found) return
  const known = new Set<string>(heard.map(({ code }) => code))
  for (const { code, who } of needs) {
    if (known.has(code)) continue
    known.add(code)
    const detail = { code, who, rule: 'model' }
    const line = { case: found.id, at: parts.now(), kind: 'need_suspected', detail }
    await parts.helping?.findings.note(line)
  }
  parts.announce({ about: 'case', district: found.district, number: found.number })
}

async function tellDanger(
  parts: Parts,
  { ref, content }: Tail,
  heard: Tier,
  { danger }: Suggestion,
  seq = 0,
): Promise<void> {
  const tier = danger && raiseByOne(heard, danger.tier)
  if (!danger || !tier) return
  const found = content?.notes.cases.at(-1)
  const { type } = danger
  const at = parts.now()
  const district = found?.district ?? parts.house().district
  const id = parts.ids.named(`model/${ref.id}/${seq}`)
  const where = { district, street: found?.street ?? null, case: found?.id ?? null }
  const alert = { id, ...where, conversation: ref, tier, type, raisedAt: at }
  const raised = await parts.helping?.findings.raise(alert)
  if (raised && found) {
    const detail = { tier, type, rule: 'model', alert: id }
    await parts.helping?.findings.note({ case: found.id, at, kind: 'danger_suspected', detail })
  }
  if (raised) parts.announce({ about: 'alerts', district })
}

/** The highest that rules and examples heard in these stories, or that the conversation stands at. */
function heardTier(parts: Parts, talk: Talk, stories: readonly string[]): Tier {
  const { knowledge } = parts.house()
  const { crisis } = memoryIn(talk.snapshot) as Partial<Memory>
  const asked = { expects: 'open', now: 0 } as const
  const heard = stories.map((story) => understand(story, asked, knowledge).crisis.tier)
  const all = [...heard, crisis?.tier ?? 'none']
  return TIERS.findLast((tier) => all.includes(tier)) ?? 'none'
}
