import { Select } from 'antd'
import { USAGE_GROUPS } from '../../../core/contract/studio/usage.ts'
import { say } from './texts.ts'
import type { Figures, Wanted } from './usage.ts'

type FiltersProps = {
  readonly wanted: Wanted
  readonly choices: Figures['choices'] | undefined
  readonly want: (wanted: Wanted) => void
}

const SPANS = [7, 30, 90, 365]
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** What is looked at: time, channel, street, hour, version, and by what it is split. */
export function Filters({ wanted, choices, want }: FiltersProps) {
  const of = (name: 'channel' | 'street' | 'hour' | 'bundle', options: readonly Option[]) => (
    <Pick
      name={say(name)}
      value={wanted[name]}
      options={options}
      pick={(value) => want({ ...wanted, [name]: value })}
    />
  )
  return (
    <fieldset className="figures-filters" aria-label={say('title')}>
      <Select
        aria-label={say('days')}
        value={wanted.days}
        onChange={(days) => want({ ...wanted, days })}
        options={SPANS.map((days) => ({ value: days, label: say(`days.${days}`) }))}
      />
      {of('channel', choices?.channels.map((value) => ({ value, label: value })) ?? [])}
      {of('street', choices?.streets.map(({ code, name }) => ({ value: code, label: name })) ?? [])}
      {of(
        'hour',
        HOURS.map((value) => ({ value, label: say('hour.of', { hour: value }) })),
      )}
      {of('bundle', choices?.bundles.map(versionOf) ?? [])}
      <Pick
        name={say('by')}
        none={say('by.none')}
        value={wanted.by}
        options={USAGE_GROUPS.map((value) => ({ value, label: say(value) }))}
        pick={(by) => want({ ...wanted, by })}
      />
    </fieldset>
  )
}

export const versionOf = ({ hash, since }: Figures['choices']['bundles'][number]) => ({
  value: hash,
  label: say('bundle.of', { since, hash: hash.slice(0, 8) }),
})

type Option<Value = string | number> = { readonly value: Value; readonly label: string }

type PickProps<Value> = {
  readonly name: string
  readonly none?: string
  readonly value: Value | undefined
  readonly options: readonly Option<Value>[]
  readonly pick: (value: Value | undefined) => void
}

function Pick<Value extends string | number>(props: PickProps<Value>) {
  const { name, value, options, pick, none = `${name}：${say('all')}` } = props
  const all = { value: ALL, label: none }
  return (
    <Select<Value | typeof ALL>
      aria-label={name}
      value={value ?? ALL}
      onChange={(next) => pick(next === ALL ? undefined : (next as Value))}
      options={[all, ...options]}
      popupMatchSelectWidth={false}
    />
  )
}

const ALL = ''
