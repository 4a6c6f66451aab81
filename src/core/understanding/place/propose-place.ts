import { canonical } from './canonical.ts'
import { findRoad } from './find-road.ts'

/** Words of an address that the house could learn: the house number of a road, or a name that people use. */
export type PlaceWords =
  | { readonly kind: 'road'; readonly words: string; readonly number: number }
  | { readonly kind: 'alias'; readonly words: string }

/**
 * What an address that a person had to place teaches. Only the words of the place: no building, stairs
 * or room, nothing that stands around it. Null when it names neither a numbered road nor an estate.
 */
export function proposePlace(address: string): PlaceWords | null {
  const text = canonical(address)
  const road = findRoad(text)
  if (road?.number !== undefined) {
    return { kind: 'road', words: road.key.replace(REGION, ''), number: road.number }
  }
  const estate = ESTATE.exec(text.text)?.groups?.name
  return estate === undefined ? null : { kind: 'alias', words: estate }
}

/** 长宁区 before 愚园路. */
const REGION = /^.{2,}(?:[区县市]|街道)(?=.{2,})/u
/** 王家弄新村, 幸福里小区: up to what estates are called, without the district or the words before. */
const ESTATE =
  /(?<name>(?!家|\d)(?:[^\P{Script=Han}住在区镇乡道路街号是我们到这那附近]|\d){2,7}?(?:新村|小区|公寓|花园|花苑|家园|大楼|大厦|宅|苑|坊|里|村)(?:小区|公寓)?)(?![\p{Script=Han}]?[委面程])/u
