/**
 * The served cities as data: city → district → street office (街道, 镇, 乡) → committee (居委会, 村委会),
 * with the statistical codes of GB/T 10114 and NBS: 4, 6, 9 and 12 digits. A city without districts
 * (中山, 东莞, 儋州) is its own one district: code 442000.
 */
export type Places = {
  readonly cities: readonly City[]
  /** Names besides the official one: former districts by 6 digits, offices by 9, estates by 9 or 12. */
  readonly aliases: Readonly<Record<string, readonly string[]>>
  readonly roads: readonly RoadRange[]
}

export type City = {
  readonly code: string
  readonly name: string
  readonly districts: readonly District[]
}

export type District = {
  readonly code: string
  readonly name: string
  readonly streets: readonly Street[]
}

export type Street = {
  readonly code: string
  readonly name: string
  readonly committees: readonly Committee[]
}

export type Committee = { readonly code: string; readonly name: string }

/** House numbers of one road that lie in one street office. One known number has from = to. */
export type RoadRange = {
  readonly road: string
  readonly from: number
  readonly to: number
  /** Which side of the road; `all` where odd and even are mixed, as with 弄. */
  readonly parity: 'odd' | 'even' | 'all'
  readonly street: string
  readonly committee?: string
  /** Who says so. Rows of the source `demo` are made up: offered, never sure. */
  readonly source: string
}
