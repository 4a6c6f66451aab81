import type { ViewShape } from '../../../core/contract/office/views.ts'
import { say } from '../../shared/texts.ts'
import type { Me } from '../api/desk.ts'
import { OFFICE_SCREENS } from '../office-screens.ts'
import { viewPath } from '../queue/view-path.ts'
import { say as sayRoster } from '../roster/texts.ts'
import { say as sayToday } from '../today/texts.ts'

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
  readonly views: readonly ViewShape[]
}

/** Where one can go: screens, the lists with their filters and saved views, and one's streets. */
export function commandsFor({ me, go, lookAt, views }: Given): readonly Command[] {
  const screen = (id: string, path: string, label: string) => {
    return { id, label, hint: say('search.screen'), run: () => go(path) }
  }
  const filters = me?.lists.filter.filter(({ code }) => code !== 'snoozed') ?? []
  const streets = me && me.streets.length > 1 ? me.streets : []
  return [
    screen('today', '/', sayToday('nav')),
    screen('queue', '/queue', say('nav.queue')),
    screen('mine', '/mine', say('nav.mine')),
    screen('snoozed', '/mine?filter=snoozed', `${say('nav.mine')} · ${say('keys.snooze')}`),
    screen('team', '/team', sayRoster('team.title')),
    ...OFFICE_SCREENS.flatMap(({ links }) =>
      links.map(([path, label]) => screen(path.slice(1), path, label)),
    ),
    ...views.map((view) => screen(`view-${view.id}`, viewPath(view), view.name)),
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
