import type { ChannelSink } from '../../../work/ports/channel.ts'
import type { Cursors } from '../../../work/ports/cursors.ts'
import type { Api } from '../../wechat/call-api.ts'
import { decode, type Failed, type Heard } from './decode.ts'
import { KF_LIMITS } from './limits.ts'

export type PullParts = {
  readonly api: Api
  readonly cursors: Cursors
  readonly sink: Pick<ChannelSink, 'now' | 'report'>
  readonly isPlace: (code: string) => boolean
  /** Resolves when it is durable. */
  readonly take: (account: string, heard: Heard) => Promise<void>
  /** A message of ours did not arrive. */
  readonly failed: (account: string, failed: Failed) => Promise<void>
}

/** One request in a time of its own: a page may be large. */
const PATIENCE = 10_000
/** 不合法的msgtoken: too old or spent; without it the platform answers, only less often. */
const BAD_TOKEN = 95007

const CHANNEL = 'wecom-kf'

export type Puller = {
  /** Reads an account up to its end; who comes meanwhile has it read once more. Throws when it cannot. */
  readonly pull: (account: string, token: string) => Promise<void>
}

/**
 * Reads accounts page by page. The cursor is stored after every message of its page is durable; what is read
 * twice because somebody died between is known by its msgid.
 */
export function openPuller(parts: PullParts): Puller {
  const running = new Map<string, { done: Promise<void>; next: string | null }>()
  const run = async (account: string, token: string) => {
    try {
      for (let bell: string | null = token; bell !== null; ) {
        await pullOnce(parts, account, bell)
        const mine = running.get(account)
        bell = mine?.next ?? null
        if (mine) mine.next = null
      }
    } finally {
      // At once: a bell that rings a moment later must not be taken for heard.
      running.delete(account)
    }
  }
  return {
    pull: (account, token) => {
      const mine = running.get(account)
      if (mine) {
        mine.next = token
        return mine.done
      }
      const done = run(account, token)
      running.set(account, { done, next: null })
      return done
    },
  }
}

async function pullOnce(parts: PullParts, account: string, bell: string): Promise<void> {
  const { cursors, sink } = parts
  const kept = await cursors.read(CHANNEL, account, sink.now() - KF_LIMITS.first)
  let { cursor } = kept
  let token = bell
  for (;;) {
    const page = await askPage(parts.api, account, cursor, token)
    if (page === 'bad_token' && token !== '') {
      token = ''
      continue
    }
    if (typeof page === 'string') throw new Error(page)
    await takePage(parts, account, page.entries, kept.since)
    const moved = page.next !== '' && page.next !== cursor
    if (moved) await cursors.keep(CHANNEL, account, page.next)
    cursor = moved ? page.next : cursor
    // An empty page may be followed by a full one; a cursor that stands still never ends.
    if (!page.more || !moved) return
  }
}

type Page = { readonly entries: readonly unknown[]; readonly next: string; readonly more: boolean }

async function askPage(
  api: Api,
  account: string,
  cursor: string,
  token: string,
): Promise<Page | 'bad_token' | 'no_answer' | 'refused'> {
  const asked = { open_kfid: account, limit: KF_LIMITS.page, cursor, token }
  const given = Object.entries(asked).filter(([, value]) => value !== '')
  const signal = AbortSignal.timeout(PATIENCE)
  const answer = await api.post('/cgi-bin/kf/sync_msg', Object.fromEntries(given), signal)
  if (answer.status !== 'answered') return 'no_answer'
  if (answer.code === BAD_TOKEN) return 'bad_token'
  if (answer.code !== 0) return 'refused'
  const { msg_list: entries, next_cursor: next, has_more: more } = answer.body
  return {
    entries: Array.isArray(entries) ? entries : [],
    next: typeof next === 'string' ? next : '',
    more: more === 1,
  }
}

/** Everybody's messages beside each other, each one's in the order of their times. */
async function takePage(
  { take, failed, sink, isPlace }: PullParts,
  account: string,
  entries: readonly unknown[],
  since: number,
): Promise<void> {
  const all = entries
    .map((entry) => decode(entry, sink.now(), isPlace))
    .filter((one) => !('ignored' in one) && one.at >= since)
  const heard = all.flatMap((one) => ('user' in one ? [one] : []))
  const talks = new Map<string, Heard[]>()
  for (const one of heard) talks.set(one.user, [...(talks.get(one.user) ?? []), one])
  const taking = [...talks.values()].map(async (own) => {
    for (const one of own.toSorted((a, b) => a.at - b.at)) await take(account, one)
  })
  const telling = all.flatMap((one) => ('failed' in one ? [failed(account, one)] : []))
  const ends = await Promise.allSettled([...taking, ...telling])
  const broken = ends.find(({ status }) => status === 'rejected')
  if (broken?.status === 'rejected') throw broken.reason
}
