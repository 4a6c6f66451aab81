import type { Who } from '../../people/kin.ts'
import { numeral } from '../numerals.ts'
import type { Slots } from '../understood.ts'
import type { Mention } from '../who.ts'

/** Lives with nobody, said of oneself; 「一个人带孩子」 and 「一个人上班」 say something else. */
const ALONE =
  /独居(?!的|老(?!人(?=$|[,。.!?\s]))|户)|(?:一个人|独自|孤身|单身|光棍)(?:在家|在上海|冷清清)?(?:住|过(?![来去马世年节])|生活)|孤身一人|单身(?=$|[,。.!?\s])|(?<!白天|晚上|今天|过[年节])(?:就|只|只有|只剩|就剩|光|剩)(?:下)?我(?:自己)?一(?:个人?|人)(?=住|过|生活|了?$|了?[,。.!?\s])/gu

/** 「我跟老伴两个人」, 「我和女儿相依为命」, 「老两口」. */
const TWO =
  /(?:跟|和|同|与).{1,5}(?:[两二2]个人?|[两二2]口|俩)(?!.{0,2}(?:孩|小|儿|女|娃))|(?:家里)?就我(?:跟|和|同)(?:老伴|老公|老婆|老头子|老太婆|女儿|儿子|孙子|孙女|妈妈?|爸爸?|我妈|我爸)(?:两个)?(?=$|[,。.!?\s住过])|相依为命|我们?(?:老)?(?:两口子|夫妻[俩两]|夫妇[俩两])|我们老两口|(?:母|父)[子女][俩两]/u

/** 「我们夫妻俩带一个孩子」. */
const COUPLE_AND_CHILD =
  /(?:夫妻|夫妇|两口子|老两口)[俩两]?(?:个|人){0,2}(?:带|加|和|跟|养)(?:着|上)?一?个?(?:孩子|小孩|儿子|女儿|孙子|孙女|娃)/u

/** 「一家四口」, 「我们家五个人」, 「六口人」, 「五个人挤在一间」, 「一共三个人」. */
const COUNTED =
  /(?:(?:一家|全家|家里|我们家|我家|连我|一共|总共|加起来|拢共|统共)(?:一共|总共|有|就|是|大小){0,2}(\d{1,2}|[一二两三四五六七八九十]{1,2})(?:口|个?人|张嘴))|(\d{1,2}|[二两三四五六七八九十])(?:口人|(?:个人|口)(?=.{0,2}(?:住|挤|靠|吃饭|过日子|生活|睡)))/u

/**
 * How many live together, from a story (就我一个人住 → 1, 一家四口 → 4). What is told of somebody
 * else (我爸一个人住在乡下) counts nobody of the writer's home.
 */
export function toldHousehold(text: string, mentions: readonly Mention[]): Slots {
  const counted = COUNTED.exec(text)
  const count = numeral(counted?.[1] ?? counted?.[2] ?? '')?.min
  if (count !== undefined && count >= 1 && count <= 20) return { household_size: count }
  if (COUPLE_AND_CHILD.test(text)) return { household_size: 3 }
  if (TWO.test(text)) return { household_size: 2 }
  const alone = Array.from(text.matchAll(ALONE)).some(({ index }) => isOwn(text, index, mentions))
  return alone ? { household_size: 1 } : {}
}

/** No other person is named before it in its clause, and no other of age in the one before. */
function isOwn(text: string, at: number, mentions: readonly Mention[]): boolean {
  const from = text.slice(0, at).search(/[^,。.!?;:\s、…]*$/u)
  if (/[他她]们?|别人|人家|邻居|有的/u.test(text.slice(from, at))) return false
  const named = mentions.findLast((m) => m.start <= at)
  if (named === undefined || OWN.has(named.who) || GONE.test(text.slice(named.end, at))) return true
  return named.start < from && GROWN.has(named.who)
}

const OWN: ReadonlySet<Who> = new Set(['self', 'household'])
/** 「儿女都在外地，一个人住」: of those who are named because they live elsewhere. */
const GROWN: ReadonlySet<Who> = new Set(['child', 'grandchild', 'sibling'])

/** 「老太婆走了以后就剩我一个」. */
const GONE = /走了|走的|过世|去世|没了|不在|死了/u
