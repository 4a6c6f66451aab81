import { HOUR, type Instant, MINUTE, SECOND } from '../../core/time.ts'
import type { Files } from '../ports/files.ts'
import type { Job } from '../ports/jobs.ts'
import type { MediaSource } from '../ports/media-source.ts'
import type { StoredTurn } from '../ports/turns.ts'
import type { UndeliveredDesk } from '../ports/undelivered.ts'
import { refOf, type TurnEngine } from '../turn/create-turns.ts'
import { fetchesOf } from '../turn/fetches-of.ts'
import type { TurnParts } from '../turn/parts.ts'
import { reservedFile } from '../turn/reserved-file.ts'
import type { Done } from './done.ts'

export type MediaParts = {
  readonly source: MediaSource
  readonly files: Pick<Files, 'keep' | 'read'>
}

type Parts = TurnParts & { readonly media?: MediaParts; readonly undelivered?: UndeliveredDesk }

/** Platforms keep a picture for hours to days; a platform that is away is asked so long. */
const GIVES_UP = 6 * HOUR

/**
 * What was sent besides words is fetched from the platform and kept under the ids that the talk
 * already shows. What cannot be had is said plainly, to the resident and to the desk.
 */
export async function fetchMedia(parts: Parts, engine: TurnEngine, job: Job): Promise<Done> {
  const { conversation, seq = 0 } = job.detail
  const [turn] = await parts.turns.read(refOf(conversation), seq)
  if (!parts.media || turn?.seq !== seq) return 'done'
  const outcomes: Outcome[] = []
  for (const [n, media] of wanted(turn).entries()) {
    outcomes.push(await fetchOne(parts, parts.media, turn, n, media))
  }
  if (outcomes.includes('kept')) parts.announce({ about: 'conversation', conversation, seq })
  const age = parts.now() - turn.at
  if (outcomes.includes('later') && age < GIVES_UP) return { again: pauseAt(age) }
  await tellLost(parts, engine, turn, outcomes)
  return 'done'
}

type Outcome = 'known' | 'kept' | 'later' | 'gone' | 'refused'

const wanted = ({ content }: StoredTurn): readonly string[] =>
  content ? fetchesOf(content.in) : []

/** What an adviser attached is no paper of the resident, and the resident has seen it anyhow. */
const isResidents = (content: StoredTurn['content']) => content?.in.kind === 'media'

async function fetchOne(
  parts: Parts,
  { source, files }: MediaParts,
  { ref, seq, channel, content }: StoredTurn,
  n: number,
  media: string,
): Promise<Outcome> {
  const file = reservedFile(parts.ids, ref.id, seq, n)
  if (await files.read(ref.id, file)) return 'known'
  const bytes = await source.fetch(channel, media)
  if (bytes === 'gone' || bytes === 'later') return bytes
  const kept = await files.keep(ref.id, bytes, file)
  if (kept.status === 'refused') return 'refused'
  const reads =
    parts.helpers?.reads &&
    isResidents(content) &&
    content?.notes.consent != null &&
    kept.kind === 'image'
  if (reads) {
    const detail = { conversation: ref.id, seq, file }
    const id = `read:${ref.id}:${file}`
    const order = {
      bucket: ref.bucket,
      id,
      kind: 'read_photo',
      dueAt: parts.now(),
      detail,
    } as const
    await parts.jobs.put([order])
  }
  return 'kept'
}

/** Soon at first: a platform may still be working on it; then less and less often. */
function pauseAt(age: number): Instant {
  return Math.min(Math.max(age / 2, 3 * SECOND), 10 * MINUTE)
}

async function tellLost(
  parts: Parts,
  engine: TurnEngine,
  { ref, seq, content }: StoredTurn,
  outcomes: readonly Outcome[],
): Promise<void> {
  const refused = outcomes.includes('refused')
  if (!refused && !outcomes.includes('gone') && !outcomes.includes('later')) return
  const text = refused ? parts.texts.mediaRefused : parts.texts.mediaLost
  if (text && isResidents(content)) await engine.tell(ref.id, `media:${seq}`, { text })
  const [tail] = await parts.turns.tails([ref])
  const found = tail?.content?.notes.cases.at(-1)
  if (!found) return
  const why = refused ? 'refused' : 'gone'
  await parts.undelivered?.note({ case: found.id, at: parts.now(), seq, kind: 'media_lost', why })
  parts.announce({ about: 'case', district: found.district, number: found.number })
}
