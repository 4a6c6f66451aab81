import type { Finding } from '../../../core/contract/studio/documents.ts'
import type { Move } from '../../../core/dialog/rehearse/moves.ts'
import type { Persona } from '../../../core/dialog/rehearse/persona.ts'
import type { StoredTalk } from '../../../core/dialog/rehearse/stored-talk.ts'
import type { Given, TalkRun } from '../simulator/player.ts'
import type { Script, Unplayable, View } from '../simulator/view.ts'
import address from './worker.ts?worker&url'

type Asks =
  | { readonly kind: 'beside'; readonly texts: Texts; readonly base: string }
  | { readonly kind: 'check'; readonly path: string; readonly text: string }
  | { readonly kind: 'given'; readonly given: Given }
  | { readonly kind: 'change'; readonly path: string; readonly text: string | null }
  | { readonly kind: 'play'; readonly script: Script }
  | { readonly kind: 'warm'; readonly persona: Persona }
  | { readonly kind: 'next'; readonly persona: Persona }
  | { readonly kind: 'record'; readonly name: string }
  | { readonly kind: 'run'; readonly talks: Readonly<Record<string, string>> }

export type Asked = Asks & { readonly id: number }

/** By path. */
type Texts = readonly (readonly [string, string])[]

type Answer = { readonly id: number; readonly value?: unknown; readonly error?: string }

/** What checks and plays beside the page. Its answers come in the order in which it was asked. */
export type StudioWorker = {
  /** What flows are held against, with the text of the edited one that is in force. */
  readonly beside: (texts: Texts, base: string) => Promise<void>
  readonly check: (path: string, text: string) => Promise<readonly Finding[]>
  readonly give: (given: Given) => Promise<void>
  readonly change: (path: string, text: string | null) => Promise<void>
  readonly play: (script: Script) => Promise<View | Unplayable>
  readonly warm: (persona: Persona) => Promise<void>
  readonly next: (persona: Persona) => Promise<Move | null>
  readonly record: (name: string) => Promise<StoredTalk | null>
  readonly run: (talks: Readonly<Record<string, string>>) => Promise<TalkRun | Unplayable>
}

type Waiting = {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

let known: StudioWorker | null = null

/** One for the whole page, begun when it is first wanted. */
export function studioWorker(): StudioWorker {
  known ??= begin()
  return known
}

function begin(): StudioWorker {
  const worker = new Worker(trusted(address))
  const waiting = new Map<number, Waiting>()
  let last = 0
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.error === undefined) asked?.resolve(data.value as never)
    else asked?.reject(new Error(data.error))
  }
  worker.onerror = () => {
    for (const { reject } of waiting.values()) reject(new Error('the worker did not begin'))
    waiting.clear()
  }
  const ask = <T>(what: Asks): Promise<T> => {
    last += 1
    const id = last
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage({ ...what, id })
    })
  }
  return {
    beside: (texts, base) => ask({ kind: 'beside', texts, base }),
    check: (path, text) => ask({ kind: 'check', path, text }),
    give: (given) => ask({ kind: 'given', given }),
    change: (path, text) => ask({ kind: 'change', path, text }),
    play: (script) => ask({ kind: 'play', script }),
    warm: (persona) => ask({ kind: 'warm', persona }),
    next: (persona) => ask({ kind: 'next', persona }),
    record: (name) => ask({ kind: 'record', name }),
    run: (talks) => ask({ kind: 'run', talks }),
  }
}

type Policies = {
  readonly createPolicy: (
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => string }
}

/** The page begins no script whose address was not vouched for (Trusted Types): this one is our own file. */
function trusted(own: string): string {
  const { trustedTypes } = window as { readonly trustedTypes?: Policies }
  const policy = trustedTypes?.createPolicy('hearth-worker', {
    createScriptURL: (asked) => {
      if (asked !== own) throw new TypeError('not our own file')
      return asked
    },
  })
  return policy ? policy.createScriptURL(own) : own
}
