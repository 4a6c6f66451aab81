import type { z } from 'zod'
import type { Claimed } from '../../core/contract/desk/acts.ts'
import type { QueuePage, QueueRow } from '../../core/contract/desk/queue.ts'
import type { Trouble } from '../../core/contract/trouble.ts'

/** Watches one request in the adviser's queue, by the API of the desk. */
export function followCase(tell: (number: string, row: QueueRow | null) => void) {
  let watched: string | null = null
  const look = async () => {
    const number = watched
    if (number === null) return
    const found = await fetch(`/api/desk/queue?status=all&q=${number}`).catch(() => null)
    if (!found?.ok || watched !== number) return
    const { cases } = (await found.json()) as QueuePage
    tell(number, cases.find((row) => row.number === number) ?? null)
  }
  const news = new EventSource('/api/desk/stream')
  for (const event of ['hello', 'queue']) news.addEventListener(event, () => void look())
  return {
    watch: (number: string | null) => {
      watched = number
      void look()
    },
    look,
  }
}

/** Claims as the adviser who is signed in: their name, or why not. */
export async function claim({
  number,
  version,
}: QueueRow): Promise<{ readonly by: string } | { readonly why: string }> {
  const answer = await fetch(`/api/desk/cases/${number}/claim`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version }),
  })
  if (!answer.ok) return { why: ((await answer.json()) as Trouble).message }
  return { by: ((await answer.json()) as z.infer<typeof Claimed>).by }
}
