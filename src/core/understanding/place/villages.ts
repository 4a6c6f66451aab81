/** 田林 goes up to 十四村; no estate of the served cities has more parts. */
const MOST_PARTS = 14

/**
 * An estate called 新村 was built in numbered parts: of 曹杨新村 they are 曹杨一村 (曹杨新村一村), 曹杨二村
 * and so on, also where no committee bears the part's name. Canonical names in, canonical names out.
 */
export function villagesOf(estate: string): string[] {
  const first = /^(.{2,})新村$/.exec(estate)?.[1]
  if (first === undefined) return []
  const parts = Array.from({ length: MOST_PARTS }, (_, i) => `${i + 1}村`)
  return parts.flatMap((part) => [first + part, estate + part])
}

const PAIR = /^(.{2,})(一二|二三|三四|四五|五六|六七|七八|八九)村$/

/** 延吉二三村 is one committee of two parts: 延吉二村 and 延吉三村. Names as written, in and out. */
export function pairedVillages(core: string): string[] {
  const [, first = '', pair = ''] = PAIR.exec(core) ?? []
  return [...pair].map((part) => `${first}${part}村`)
}
