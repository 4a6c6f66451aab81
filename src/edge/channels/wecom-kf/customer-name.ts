import { z } from 'zod'
import { type Api, PATIENCE } from '../../wechat/call-api.ts'

const Customers = z.object({ customer_list: z.array(z.object({ nickname: z.string() })).min(1) })

/** 获取客户基础信息: the nickname of who wrote within 48 hours; null when the platform does not tell. */
export async function customerName(api: Api, user: string): Promise<string | null> {
  const asked = { external_userid_list: [user], need_enter_session_context: 0 }
  const path = '/cgi-bin/kf/customer/batchget'
  const answer = await api.post(path, asked, AbortSignal.timeout(PATIENCE))
  if (answer.status !== 'answered' || answer.code !== 0) return null
  return Customers.safeParse(answer.body).data?.customer_list[0]?.nickname ?? null
}
