import type { Me } from '../api/desk.ts'
import { say } from '../texts.ts'

export type Command = {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly run: () => unknown
}

type Given = {
  readonly me: Me | undefined
  readonly go: (path: string) => unknown
  readonly lookAt: (street: string) => void
}

/** Where one can go: the lists with their filters, and one's streets. */
export function commandsFor({ me, go, lookAt }: Given): readonly Command[] {
  const screen = (id: string, path: string, label: string) => {
    return { id, label, hint: say('search.screen'), run: () => go(path) }
  }
  const filters = me?.lists.filter.filter(({ code }) => code !== 'snoozed') ?? []
  const streets = me && me.streets.length > 1 ? me.streets : []
  return [
    screen('queue', '/queue', say('nav.queue')),
    screen('mine', '/mine', say('nav.mine')),
    screen('snoozed', '/mine?filter=snoozed', `${say('nav.mine')} · ${say('keys.snooze')}`),
    screen('phrases', '/phrases', say('nav.phrases')),
    ...filters.map(({ code, label }) =>
      screen(`filter-${code}`, `/queue?filter=${code}`, `${say('nav.queue')} · ${label}`),
    ),
    ...streets.map(({ code, name }) => ({
      id: `street-${code}`,
      label: name,
      hint: say('nav.street'),
      run: () => lookAt(code),
    })),
  ]
}
