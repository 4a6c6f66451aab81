/**
 * A written address cut down to what tells one flat from another, so that two ways of writing it are equal:
 * 「上海市长宁区定西路1016弄12号602室」 and 「定西路 1016 弄 12-602」 give `定西路-1016-12-602`. Null without
 * at least a house and a room: a whole lane is no household.
 */
export function homeToken(address: string | null): string | null {
  const text = (address ?? '').normalize('NFKC').replaceAll(/[\s,，。、]/g, '')
  const home = text.replace(BEFORE, '')
  const numbers = home.match(/\d+/g) ?? []
  const road = /^\D*/.exec(home)?.[0] ?? ''
  if (numbers.length < 2 || numbers.length > 5 || road === '') return null
  return [road, ...numbers].join('-')
}

/** All up to the last province, city, district, street office or committee that is named. */
const BEFORE = /^.*(?:[省市区]|街道|镇|居委会?|社区)(?=\D{2,}\d)/
