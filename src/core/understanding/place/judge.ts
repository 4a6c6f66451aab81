import type { Canonical } from './canonical.ts'
import { ESTATE_FOLLOWS, type Hit } from './find-names.ts'

export type Place = { readonly street: string; readonly committee?: string }

/** Why a place is sure, or is not: `Address.why`. */
const REASONS = [
  'office',
  'committee',
  'estate',
  'road_number',
  'two_offices',
  'office_and_committee_differ',
  'same_name_twice',
  'district_unknown',
  'not_home',
  'beside',
  'name_unsure',
  'sounds_like',
  'number_unsure',
  'number_far',
  'road_name',
  'road_only',
  'nothing_found',
] as const

export type Reason = (typeof REASONS)[number]

/** Sure of one place, or candidates, the likeliest first; `why` is the rule that decided. */
export type Verdict = {
  readonly sure?: Place
  readonly maybe: readonly Place[]
  readonly why: Reason
}

/**
 * What the names in a text prove. Two offices, or a committee of another office than the one named,
 * prove nothing: people tell where they moved from. Outside a known district only the full name of
 * an office counts, because 271 committee names of Shanghai occur in more than one district.
 */
export function judgeNames(text: Canonical, found: readonly Hit[], known: boolean): Verdict {
  const here = found.filter((hit) => !hit.elsewhere)
  if (here.length === 0) return { maybe: found.map(placeOf), why: nothing(found, 'not_home') }
  const hits = here.filter((hit) => !hit.beside)
  if (hits.length === 0) return { maybe: here.map(placeOf), why: 'beside' }
  const offices = streetsOf(hits.filter((hit) => hit.name.form === 'office'))
  const all = hits.map((hit) => placeOf(hit))
  if (offices.length > 1) {
    return { maybe: [...offices.map((street) => ({ street })), ...all], why: 'two_offices' }
  }
  const office = offices[0]
  if (office !== undefined) return withinOffice(text, office, hits)
  const firm = hits.filter((hit) => isFirm(hit, text.text, hits))
  const titled = firm.filter((hit) => hit.titled)
  const best = titled.length > 0 ? titled : firm
  if (best.length === 0) return { maybe: all, why: nothing(all, 'name_unsure') }
  if (streetsOf(best).length > 1) return { maybe: best.map(placeOf), why: 'same_name_twice' }
  if (!known) return { maybe: best.map(placeOf), why: 'district_unknown' }
  return { sure: oneOf(best), maybe: [], why: titled.length > 0 ? 'committee' : 'estate' }
}

const nothing = (maybe: readonly unknown[], why: Reason): Reason =>
  maybe.length > 0 ? why : 'nothing_found'

/** Within an office that was named, a short form is enough for the committee: there is no other. */
function withinOffice(text: Canonical, street: string, hits: readonly Hit[]): Verdict {
  const committees = hits.filter((hit) => hit.name.committee !== undefined)
  const inside = committees.filter((hit) => hit.name.street === street)
  const named = inside.filter((hit) => hit.titled || isFirm(hit, text.text, hits))
  const others = committees.filter((hit) => hit.titled && hit.name.street !== street)
  if (inside.length === 0 && others.some((hit) => hit.name.form !== 'short')) {
    return { maybe: [{ street }, ...others.map(placeOf)], why: 'office_and_committee_differ' }
  }
  return { sure: named.length === 0 ? { street } : oneOf(named), maybe: [], why: 'office' }
}

/** A committee is told only when the longest names agree on one; what we inferred goes after what is written. */
function oneOf(hits: readonly Hit[]): Place {
  const given = hits.filter(({ name: { form } }) => form === 'committee' || form === 'alias')
  const worthy = given.length > 0 ? given : hits
  const longest = Math.max(...worthy.map((hit) => hit.name.key.length))
  const best = worthy.filter((hit) => hit.name.key.length === longest)
  const street = best[0]?.name.street ?? ''
  const [committee, other] = [...new Set(best.map((hit) => hit.name.committee))]
  return committee !== undefined && other === undefined ? { street, committee } : { street }
}

const ESTATE = /(?:[村苑园城庭里坊邸墅宅湾府轩阁寓厦]|弄|小区|家园|\d)$/
/** A name that stands for itself: titled, behind its own office, or an estate with a clean edge. */
function isFirm(hit: Hit, text: string, hits: readonly Hit[]): boolean {
  const { form, key } = hit.name
  if (form !== 'committee' && form !== 'stem' && form !== 'alias') return false
  const edge = hit.clean || hits.some((h) => h.end === hit.start)
  if (hits.some((h) => h.name.form === 'bare' && h.end === hit.start && sameStreet(h, hit)))
    return true
  if (hit.titled) return form !== 'stem' && (edge || key.length > 2)
  if (!edge) return false
  return (key.length >= 3 && ESTATE.test(key)) || isDistinct(hit, text.slice(hit.end))
}

/**
 * 紫竹半岛小区 is where the committee 紫竹半岛 is; a name of two characters (双山小区) only where no other
 * committee of the city bears it. Without a word for an estate four characters are needed.
 */
function isDistinct({ name: { form, key, common } }: Hit, rest: string): boolean {
  if (form === 'stem') return false
  if (ESTATE_FOLLOWS.test(rest)) return key.length > 2 || common !== true
  return key.length > 3 && common !== true && /^(?:\P{Script=Han}|$)/u.test(rest)
}

/** 江苏路万村, 东区桥岗: the office is only named in short, but its committee follows. */
const sameStreet = (a: Hit, b: Hit) => a.name.street === b.name.street

const placeOf = ({ name: { street, committee } }: Hit): Place =>
  committee === undefined ? { street } : { street, committee }

const streetsOf = (hits: readonly Hit[]): string[] => [...new Set(hits.map((h) => h.name.street))]
