import { shanghai } from '../../../core/time.ts'
import { useRoster } from '../api/day.ts'
import type { Me } from '../api/desk.ts'
import { serverNow } from '../api/server-time.ts'
import { say } from '../roster/texts.ts'

type Props = { readonly me: Me; readonly more: number }

/** Taking by hand is never forbidden, but one is told that it is more than the street means one to carry. */
export function OverLimit({ me, more }: Props) {
  const roster = useRoster(shanghai(serverNow()).day, 1).data
  const have = roster?.people.find(({ id }) => id === me.id)?.load ?? 0
  const own = me.streets.map(({ code }) => code)
  const limits = (roster?.rules ?? [])
    .filter(({ street, way }) => own.includes(street) && way !== 'off')
    .map(({ most }) => most)
  const most = Math.min(...limits)
  if (limits.length === 0 || have + more <= most) return null
  return (
    <span className="over-limit" role="status">
      {say('over', { have, more, most })}
    </span>
  )
}
