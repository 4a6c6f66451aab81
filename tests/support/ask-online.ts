import { randomUUID } from 'node:crypto'
import { ANSWERS } from './resident.ts'

/** A resident who writes through the API of the chat, as another program would. */
export type OnlineResident = {
  /** Number of the case that was opened. */
  readonly number: string
  /** Of the conversation. */
  readonly token: string
  readonly say: (text: string) => Promise<readonly Heard[]>
  /** All that was said so far. */
  readonly heard: () => Promise<readonly Heard[]>
}

export type Heard = { readonly from: string; readonly text: string; readonly seq: number }

/** More than any request needs before it has a number. */
const TURNS = 25

/** Asks for help until there is a case. `differs` are other answers than the usual ones. */
export async function askOnline(
  url: string,
  differs: readonly (readonly [question: RegExp, answer: string])[] = [],
): Promise<OnlineResident> {
  const resident = await writeOnline(url)
  let last = await resident.heard()
  for (let turn = 0; turn < TURNS; turn++) {
    const text = last.at(-1)?.text ?? ''
    const number = /\d{4}-\d{4}/.exec(last.map((each) => each.text).join('\n'))?.[0]
    if (number) return { number, ...resident }
    last = await resident.say(
      [...differs, ...ANSWERS].find(([asked]) => asked.test(text))?.[1] ?? '1',
    )
  }
  throw new Error(`no number after ${TURNS} turns: ${last.at(-1)?.text}`)
}

/** Opens the chat; nothing is written yet. */
export async function writeOnline(url: string): Promise<Omit<OnlineResident, 'number'>> {
  const { token } = (await call(`${url}/api/chat/conversations`, 'POST')) as { token: string }
  return {
    token,
    say: async (text) => {
      const body = { id: randomUUID(), text }
      return ((await call(`${url}/api/chat/messages`, 'POST', token, body)) as Told).messages
    },
    heard: async () =>
      ((await call(`${url}/api/chat/messages?after=0`, 'GET', token)) as Told).messages,
  }
}

type Told = { readonly messages: readonly Heard[] }

async function call(url: string, method: string, token?: string, body?: object): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}
