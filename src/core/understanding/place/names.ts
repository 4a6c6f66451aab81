import { canon } from './canonical.ts'
import type { Committee, Places, Street } from './places.ts'
import { pairedVillages, villagesOf } from './villages.ts'

/**
 * How a name is known:
 * office   full name of the street office with 街道, 镇 or 乡, or one of its other names
 * bare     the same without 街道 or 镇: may be a road or an area as well
 * committee  a committee without its suffix
 * stem     what several committees of one place have in common (天山五村 of 天山五村第一…第三), or a
 *          numbered part of the 新村 that an office or a committee is called after (曹杨二村)
 * short    first character and ordinal (刘四 of 刘家宅小区第四), the ordinal without 新村, or a village
 *          that has become a 社区: inferred by us, and only with 居委 or 社区 behind it
 * variant  the ordinal before 村 (乾溪一村 of 乾溪新村第一), the estate beside the road of which a
 *          committee is called (东陆新村 of 东陆路一居委), or the village that a 居委 has been (先锋村 of
 *          先锋居委): inferred by us
 * alias    written down by an office in the aliases file
 */
type Form = 'office' | 'bare' | 'committee' | 'stem' | 'short' | 'variant' | 'alias'

export type Name = {
  /** Canonical form. */
  readonly key: string
  readonly form: Form
  readonly street: string
  readonly committee?: string
  /** Another street office of the city has a committee of this name: 阳光, 幸福, 新村. */
  readonly common?: true
}

const OFFICE_TYPE = /(?:街道|镇|乡)$/
const COMMITTEE_TYPE = /(?:社区)?(?:居民委员会|居委会|村民委员会|村委会|虚拟社区|虚拟生活区)$|社区$/

/** Some villages have become a 社区 and kept their 村委会: those are no villages any more. */
const VILLAGE = /(?<!社区)村(?:民委员会|委会)$/

/** Every name by which a street office and its committees may be called. */
export function namesOf(street: Street, aliases: Places['aliases']): Name[] {
  const names = officeNames(street)
  for (const committee of street.committees) names.push(...committeeNames(street, committee))
  for (const code of [street.code, ...street.committees.map((c) => c.code)]) {
    for (const alias of aliases[code] ?? []) names.push(aliasName(street.code, code, alias))
  }
  return names.filter((name) => name.key.length >= 2)
}

/** The committee's name without 社区居委会 and the like: 万村居委会 → 万村. */
export function coreOf(name: string): string {
  const core = name.replace(COMMITTEE_TYPE, '')
  const village = VILLAGE.test(name) && !core.endsWith('村')
  return village ? `${core}村` : core
}

/** Official sources themselves leave out 路 and 新村: 江苏路街道 is also 江苏街道. */
function officeNames({ code, name }: Street): Name[] {
  const type = OFFICE_TYPE.exec(name)?.[0] ?? ''
  const core = name.slice(0, name.length - type.length)
  const less = core.replace(/(?:路|新村)$/, '')
  const full = type === '' ? [name] : [name, ...(less.length >= 2 ? [less + type] : [])]
  const names = full.map((n): Name => ({ key: canon(n), form: 'office', street: code }))
  const bare = type === '' ? [] : [...new Set([core, less])]
  const villages = villagesOf(canon(core)).map((key): Name => ({ key, form: 'stem', street: code }))
  const short = bare.map((n): Name => ({ key: canon(n), form: 'bare', street: code }))
  return [...names, ...short, ...villages]
}

function committeeNames(street: Street, { code, name }: Committee): Name[] {
  const core = canon(coreOf(name))
  const at = { street: street.code, committee: code }
  const names: Name[] = [{ key: core, form: 'committee', ...at }]
  if (VILLAGE.test(name)) {
    names.push({ key: core.replace(/村$/, ''), form: 'short', ...at })
  }
  for (const part of pairedVillages(coreOf(name))) {
    names.push({ key: canon(part), form: 'committee', ...at })
  }
  names.push(...guesses(core).map((key): Name => ({ key, form: 'variant', ...at })))
  const ordinal = /^(.{2,}?)(\d{1,2})$/.exec(core)
  const estate = ordinal?.[1] ?? core
  names.push(...villagesOf(estate).map((key): Name => ({ key, form: 'stem', street: street.code })))
  if (ordinal === null) return names
  const [, stem = '', number = ''] = ordinal
  names.push({ key: stem, form: 'stem', street: street.code })
  const less = stem.replace(/小区$/, '')
  if (less !== stem) names.push({ key: less, form: 'stem', street: street.code })
  if (less !== stem) names.push({ key: less + number, form: 'committee', ...at })
  names.push({ key: stem.charAt(0) + number, form: 'short', ...at })
  const first = stem.replace(/(?:新村|小区)$/, '')
  names.push({ key: `${first}${number}村`, form: 'variant', ...at })
  if (first !== stem) names.push({ key: first + number, form: 'short', ...at })
  return names
}

/** Estates beside the road of a committee, and the village that a committee has been. */
function guesses(core: string): string[] {
  const road = /^(.{2,})路\d{0,2}$/.exec(core)?.[1]
  if (road !== undefined) return [`${road}小区`, `${road}新村`]
  return /[\d村苑园]$/.test(core) ? [] : [`${core}村`]
}

function aliasName(street: string, code: string, alias: string): Name {
  const key = canon(alias)
  if (code === street) return { key, form: OFFICE_TYPE.test(alias) ? 'office' : 'alias', street }
  return { key: canon(coreOf(alias).replace(/居委$/, '')), form: 'alias', street, committee: code }
}
