import type { Target } from './fuzz.ts'
import { condition, flowText, translations } from './targets/documents.ts'
import { line } from './targets/line.ts'
import { ordersCsv, ordersJson } from './targets/orders.ts'
import { planted } from './targets/planted.ts'
import { envelope, wechatOa } from './targets/wechat.ts'
import { wecom } from './targets/wecom.ts'
import { words } from './targets/words.ts'

/** Everything that reads bytes of strangers, without a database behind it. */
const targets = async (): Promise<readonly Target[]> => [
  line,
  wechatOa,
  envelope,
  wecom,
  ordersJson,
  ordersCsv,
  flowText,
  condition,
  translations,
  await words(),
]

/** By name; the planted one only so. */
export const targetsNamed = async (name: string | undefined): Promise<readonly Target[]> =>
  name === undefined ? targets() : [...(await targets()), planted].filter((t) => t.name === name)
