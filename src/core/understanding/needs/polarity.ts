import type { Clause } from '../clauses.ts'
import type { Compiled } from '../compile.ts'
import type { HeardCode, Polarity } from '../understood.ts'

const STATE =
  /没|无(?!论)|停|断|不(?!知道|可以|能|符合)|欠|病|瘫|困难|失业|下岗|低(?!保)|少|只有|靠|贵|漏|住|难/u
/** Needs that people also ask about without having them. */
const TOPICAL: ReadonlySet<HeardCode> = new Set(['inc', 'hou', 'edu', 'sec', 'dis'])

/** A working life told from its beginning (工作经历) is no lack of work today. */
const LONG_AGO = /(?:19[5-9]\d|[五六七八九]\d)年|[五六七八九]十年代|改革开放/u
const PROCEDURE = /怎么(?:申请|办理|领|报|交|补|查)|如何|(?:什么|哪些)(?:条件|材料|手续)/u

/** 「男人上个月车祸没了」: nobody is ill any more. */
const DIED_OF_IT = /^.{0,3}(?:没了|走了|走的|死了|死的|去世|过世|不在了)/u

/** 「这个残疾儿子怎么办啊」 asks for no procedure. */
const AT_A_LOSS = /怎么办(?![理证卡手低残])/u

/** How a clause means a need: there, denied, over, supposed, or only asked about. */
export function polarityAt(
  code: HeardCode,
  clauses: readonly Clause[],
  i: number,
  match: RegExpExecArray,
  compiled: Compiled,
): Polarity {
  const { frames } = compiled
  const text = clauses[i]?.text ?? ''
  const left = text.slice(0, match.index)
  const near = [clauses[i + 1], clauses[i + 2]].map((c) => c?.text ?? '').join(',')
  if (denied(left, match[0])) return 'absent'
  if (/原来|以前|曾经|过去(?!了)|那时|当时/u.test(text) && frames.over.test(`${text},${near}`))
    return 'past'
  if (/以前|原来|曾经|从前/u.test(text) && compiled.list('since_ended').test(`${text},${near}`))
    return 'past'
  if (code === 'ill' && DIED_OF_IT.test(text.slice(match.index + match[0].length))) return 'past'
  if (code === 'ill' && compiled.list('healed').test(`${text.slice(match.index)},${near}`))
    return 'past'
  if (/当时|那时候?|上世纪|[一二三四五六七八九]十年代/u.test(left)) return 'past'
  if (frames.hypothetical.test(left)) return 'hypothetical'
  if (code === 'emp' && LONG_AGO.test(before(clauses, i))) return 'past'
  if (code === 'sec' && PROCEDURE.test(text) && !/停|断|欠|取消|不给/u.test(text)) return 'asked'
  if (TOPICAL.has(code) && frames.asked.test(text.replace(AT_A_LOSS, '')) && !STATE.test(text))
    return 'asked'
  return 'present'
}

/** 「没有什么困难」; the words that a rule itself begins with (没钱) are no denial of it. */
function denied(left: string, matched: string): boolean {
  if (/^(?:没|无|不)/u.test(matched)) return /(?:不是|并非|没有说|不会)$/u.test(left)
  return /(?:没有?|不是|并非|无|不算|从没|没啥|没什么|并不)(?:什么|啥|太多?|任何|得|患|有)?$/u.test(
    left,
  )
}

/** The clause with the four before it. */
function before(clauses: readonly Clause[], i: number): string {
  return clauses
    .slice(Math.max(0, i - 4), i + 1)
    .map((c) => c.text)
    .join(',')
}
