import { type Clause, clausesOf } from '../clauses.ts'
import type { Compiled } from '../compile.ts'
import type { StatedRule } from '../lexicons.ts'
import type { Mapped } from '../mapped.ts'
import { AFTER_PERSON, PERSON } from '../person-name.ts'
import type { Asked, Slots } from '../understood.ts'
import { mentionsOf, speaksForOther } from '../who.ts'
import { readAges } from './age.ts'
import { type Amount, amounts } from './money.ts'
import { statedPhone } from './phone.ts'
import { toldHousehold } from './told-household.ts'

/** Values that a story holds by the way (先说事): ages, incomes, costs, debts, rooms, a phone. */
export function readStated(heard: Mapped, asked: Asked, compiled: Compiled): Slots {
  const mentions = mentionsOf(heard.text, compiled)
  return {
    ...statedMoney(heard, compiled),
    ...readAges(heard.text, { ...asked, expects: 'open' }, compiled),
    ...statedName(heard.text),
    ...statedPhone(heard.text),
    ...(speaksForOther(mentions) ? { for_other: true } : toldHousehold(heard.text, mentions)),
    ...statedArea(heard.text),
    ...statedDistricts(heard.text, compiled),
    ...(/(?:老伴|老公|老婆|丈夫|妻子|爱人|老头子|老太婆).{0,10}(?:过世|去世|不在了|走了(?!.{0,2}[路去])|没了|走得早|病故)/u.test(
      heard.text,
    )
      ? { spouse_alive: false }
      : {}),
  }
}

function statedMoney(heard: Mapped, compiled: Compiled): Slots {
  const found: Record<string, number> = {}
  const clauses = clausesOf(heard)
  clauses.forEach((clause, i) => {
    for (const amount of amounts(clause.text)) {
      const rule = purpose(clause, clauses[i - 1], amount, compiled)
      if (rule === undefined) continue
      const before = found[rule.slot]
      if (before !== undefined) {
        const isMore =
          rule.slot === 'income_monthly' && ADDED.test(clause.text.slice(0, amount.start))
        if (isMore) found[rule.slot] = before + amount.min
        continue
      }
      found[rule.slot] = rule.slot === 'expense_once_min' ? roundedDown(amount) : amount.min
    }
  })
  return found
}

/** 「低保一千五，另外残疾补贴三百」: both come in. */
const ADDED = /^(?:另外|外加|再加|加上|还有|加|另)/u

/** 十几万 is at least 100,000. */
function roundedDown(amount: Amount): number {
  if (!amount.approx) return amount.min
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, amount.min)))
  return Math.floor(amount.min / unit) * unit
}

/** 「我叫王秀英」; after 我是 only where the name surely ends: 我是高血压 names nobody. */
function statedName(text: string): Slots {
  const name = CALLED.exec(text)?.groups?.name
  return name === undefined ? {} : { name }
}

const CALLED = new RegExp(
  `(?:我(?:的名字)?叫做?|我名叫|姓名[:：是]?)(?<name>${PERSON})|我是(?<name>${PERSON})${AFTER_PERSON}`,
  'u',
)

/** The rule whose word stands nearest to the amount, in its clause or the one before. */
function purpose(
  clause: Clause,
  before: Clause | undefined,
  amount: Amount,
  compiled: Compiled,
): StatedRule | undefined {
  const fits = compiled.stated.flatMap((rule) => {
    const match = rule.at.exec(clause.text)
    if (match === null || rule.not?.test(clause.text) === true) return []
    return [{ rule, far: Math.abs(match.index - amount.start) }]
  })
  const nearest = fits.sort((a, b) => a.far - b.far)[0]
  if (fits.some((f) => f.rule.slot === 'debt'))
    return fits.find((f) => f.rule.slot === 'debt')?.rule
  if (fits.some((f) => f.rule.slot === 'expense_once_min'))
    return fits.find((f) => f.rule.slot === 'expense_once_min')?.rule
  if (nearest !== undefined || before === undefined) return nearest?.rule
  return compiled.stated.find(
    (rule) => rule.at.test(before.text) && rule.not?.test(before.text) !== true,
  )
}

/** Living here, registered there (人户分离): both districts count, for different things. */
function statedDistricts(text: string, compiled: Compiled): Slots {
  const district = compiled.list('districts').source
  const hukou = new RegExp(
    `户口(?:也|还|都)?(?:是|在|迁在|落在)?.{0,2}?(${district})区?`,
    'u',
  ).exec(text)
  const home = new RegExp(
    `(?:住在?|居住在?|人在|租在)(${district})|在(${district})区?住`,
    'u',
  ).exec(text)
  return {
    ...(home === null ? {} : { residence_district: `${home[1] ?? home[2]}区` }),
    ...(hukou === null ? {} : { hukou_district: `${hukou[1]}区` }),
  }
}

function statedArea(text: string): Slots {
  const found =
    /(\d{1,3}(?:\.\d)?|[一二两三四五六七八九十廿卅]{1,4})(?:来|多)?(?:个)?(?:平方米?|平米|平(?=$|[,.。\s的房])|m2)/u.exec(
      text,
    )
  if (found === null) return {}
  const size = amountOf(found[1] ?? '')
  return size === undefined ? {} : { area_m2: size }
}

function amountOf(run: string): number | undefined {
  const value = Number(run)
  if (Number.isFinite(value)) return value
  return amounts(`${run}块`)[0]?.min
}
