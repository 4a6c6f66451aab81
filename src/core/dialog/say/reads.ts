import { maskPhone } from '../../people/mask.ts'
import { labelOf } from '../../understanding/place/gazetteer.ts'
import type { Money } from '../../understanding/understood.ts'
import type { AddressValue, Value } from '../machine/memory.ts'
import type { Setting } from '../setting.ts'

/** An answer as a person would say it: 「约 3,800 元」, 「看得起病」, 「138****8000」. */
export function reads(setting: Setting, slot: string, value: Value): string {
  const def = setting.slots[slot]
  if (def?.type === 'phone' && typeof value === 'string') return maskPhone(value)
  if (def?.type === 'story' && typeof value === 'string') return shortened(value)
  if (typeof value === 'number') return readsNumber(setting, def?.type, value)
  if (typeof value === 'string') return optionLabel(setting, slot, value)
  if (isList(value)) return value.map((key) => optionLabel(setting, slot, key)).join('、')
  if ('text' in value) return readsAddress(setting, value)
  return readsMoney(setting, value)
}

/** A story is read back by its beginning: three lines of large text on a small phone. */
const STORY_READ = 40

function shortened(story: string): string {
  const signs = [...story.replace(/\s+/gu, ' ')]
  return signs.length > STORY_READ ? `${signs.slice(0, STORY_READ).join('')}……` : signs.join('')
}

function readsNumber(setting: Setting, type: string | undefined, value: number): string {
  const unit = setting.house.phrases[`unit.${type}`] ?? ''
  return `${value}${unit}`
}

function readsMoney(setting: Setting, money: Money): string {
  const { phrases } = setting.house
  const yuan = phrases['unit.money'] ?? ''
  const about = money.approx && money.min === money.max ? (phrases['unit.about'] ?? '') : ''
  const amount =
    money.min === money.max
      ? grouped(money.min)
      : `${grouped(money.min)}${phrases['unit.to'] ?? '–'}${grouped(money.max)}`
  return `${about}${amount}${yuan}`
}

function readsAddress(setting: Setting, address: AddressValue): string {
  const { text, street, committee } = address
  if (street === undefined) return text
  const found = labelOf(setting.house.town.places, street, committee)
  return text.includes(found) ? text : `${text}（${found}）`
}

/** The name of a street or committee, by its code. */
export function placeName(setting: Setting, code: string): string | undefined {
  const { streets, committees } = setting.house.town.places
  return streets.get(code)?.name ?? committees.get(code)?.name
}

function optionLabel(setting: Setting, slot: string, key: string): string {
  for (const { question } of Object.values(setting.questions)) {
    if (question.into === slot && question.options?.[key]) return question.options[key].label
  }
  return key
}

const isList = (value: Value): value is readonly string[] => Array.isArray(value)

const grouped = (yuan: number) => String(Math.round(yuan)).replace(/\B(?=(\d{3})+$)/g, ',')
