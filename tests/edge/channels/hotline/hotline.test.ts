import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { problem } from '../../../../src/core/errors.ts'
import { callBack } from '../../../../src/edge/channels/hotline/call-back.ts'
import { hotlineRoutes } from '../../../../src/edge/channels/hotline/hotline-routes.ts'
import type { Order, Telling } from '../../../../src/work/ports/intake.ts'

const SECRET = 'a secret of sixteen or more'
const NOW = Date.parse('2026-11-20T10:00:00+08:00')

const sign = (body: Uint8Array | string, at = NOW, secret = SECRET) => {
  const timestamp = String(at / 1_000)
  const hmac = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')
  return { 'x-hearth-timestamp': timestamp, 'x-hearth-signature': `sha256=${hmac}` }
}

type Sent = { readonly headers?: object; readonly type?: string; readonly fails?: boolean }

/** What came of a call, and which orders were taken. */
async function call(body: unknown, { headers, type = 'application/json', fails }: Sent = {}) {
  const taken: Order[] = []
  const [route] = hotlineRoutes(
    { HOTLINE_SECRET: SECRET },
    {
      takeOrder: async (order) => {
        if (fails) throw problem('database_unreachable')
        const before = taken.some(({ number }) => number === order.number)
        taken.push(order)
        return { status: before ? 'known' : 'opened', case: `case of ${order.number}` }
      },
      now: () => NOW,
      report: () => {},
    },
  )
  const isRaw = body instanceof Uint8Array
  const bytes = isRaw ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  const all = { 'content-type': type, ...sign(bytes), ...headers }
  const answer = await route?.answer({ query: {}, headers: all, body: bytes })
  return { taken, status: answer?.status, says: JSON.parse(String(answer?.body?.text)) }
}

const ORDER = {
  number: 'SH-1',
  text: '老人独居，行动不便，想找人帮忙买菜。',
  phone: 13_800_135_566,
}

test('without a secret there is no address', () => {
  const sink = { takeOrder: () => Promise.reject(new Error()), now: () => NOW, report: () => {} }
  expect(hotlineRoutes({}, sink)).toEqual([])
})

describe('the signature', () => {
  test('a signed order is taken', async () => {
    const { status, says, taken } = await call(ORDER)
    expect(status).toBe(201)
    expect(says).toEqual({ number: 'SH-1', status: 'opened', case: 'case of SH-1' })
    expect(taken).toMatchObject([{ source: 'hotline', phone: '13800135566', name: null }])
  })

  test.each([
    ['missing', { 'x-hearth-signature': undefined }],
    ['of another secret', sign(JSON.stringify(ORDER), NOW, 'another secret of theirs')],
    ['of other bytes', sign(`${JSON.stringify(ORDER)} `)],
    ['without a time', { 'x-hearth-timestamp': undefined }],
    ['with an odd time', { 'x-hearth-timestamp': 'yesterday' }],
    ['older than five minutes', sign(JSON.stringify(ORDER), NOW - 301_000)],
    ['from the future', sign(JSON.stringify(ORDER), NOW + 301_000)],
  ])('%s: refused', async (_, headers) => {
    const { status, says, taken } = await call(ORDER, { headers })
    expect(status).toBe(401)
    expect(says.code).toBe('bad_signature')
    expect(taken).toEqual([])
  })

  test('five minutes of two clocks are forgiven', async () => {
    for (const at of [NOW - 299_000, NOW + 299_000]) {
      expect((await call(ORDER, { headers: sign(JSON.stringify(ORDER), at) })).status).toBe(201)
    }
  })
})

describe('what an order says', () => {
  test('times are Shanghai times, and a day as a limit lasts until its end', async () => {
    const { taken } = await call({
      ...ORDER,
      received_at: '2026-11-20 09:05',
      due_at: '2026年11月23日',
    })
    expect(taken[0]?.receivedAt).toBe(Date.parse('2026-11-20T09:05:00+08:00'))
    expect(taken[0]?.dueAt).toBe(Date.parse('2026-11-23T23:59:59+08:00'))
  })

  test.each([
    [{ number: '' }, 'number'],
    [{ number: undefined }, 'number'],
    [{ text: '   ' }, 'text'],
    [{ text: '长'.repeat(5_001) }, 'text'],
    [{ due_at: 'soon' }, 'due_at'],
    [{ due_at: '2026-02-31' }, 'due_at'],
    [{ received_at: '2026-11-20 09:00', due_at: '2026-11-19 09:00' }, 'due_at'],
    [{ source: 'newspaper' }, 'source'],
    [{ address: { road: '华阳路' } }, 'address'],
  ])('%j is refused by its field', async (changes, field) => {
    const { status, says, taken } = await call({ ...ORDER, ...changes })
    expect(status).toBe(400)
    expect(says).toMatchObject({ code: 'bad_request', field })
    expect(says.message).toContain(field)
    expect(taken).toEqual([])
  })

  test('what is no JSON, and nothing at all', async () => {
    expect(await call('{"number":')).toMatchObject({ status: 400, says: { code: 'bad_json' } })
    expect(await call([])).toMatchObject({ status: 400, says: { field: 'orders' } })
  })

  test('a database that is away: the sender comes again', async () => {
    expect(await call(ORDER, { fails: true })).toMatchObject({
      status: 503,
      says: { code: 'unavailable' },
    })
  })
})

describe('a batch', () => {
  test('a wrong line is refused with its field, the others are kept', async () => {
    const { status, says, taken } = await call([ORDER, { number: 'SH-2' }, { ...ORDER, number: 3 }])
    expect(status).toBe(200)
    expect(says).toMatchObject({ taken: 2, refused: 1 })
    expect(says.orders[1]).toMatchObject({ line: 2, number: 'SH-2', field: 'text' })
    expect(taken.map(({ number }) => number)).toEqual(['SH-1', '3'])
  })

  test('a number that stands in it twice is one case', async () => {
    const { says } = await call([ORDER, ORDER])
    expect(says.orders.map((each: { status: string }) => each.status)).toEqual(['opened', 'known'])
  })

  test('more than 500 lines are too many', async () => {
    const many = Array.from({ length: 501 }, (_, at) => ({ ...ORDER, number: `N${at}` }))
    expect((await call(many)).status).toBe(413)
  })
})

describe('a table', () => {
  const LINES = [
    '工单编号,来电人,联系电话,联系地址,诉求内容,受理时间,办理时限,来源,备注',
    'SH-1,顾兰英,13800135566,"长宁区华阳路街道,华一居委","她说：""没有人""\r\n照顾老伴",2026/11/20 9:05,2026-11-23,,x',
    '',
    'SH-2,,,,只有内容,,,部门转介,',
  ].join('\r\n')

  test('with Chinese columns, quotes and line ends in a field', async () => {
    const { says, taken } = await call(LINES, { type: 'text/csv; charset=utf-8' })
    expect(says).toMatchObject({ taken: 2, refused: 0 })
    expect(taken[0]).toMatchObject({
      name: '顾兰英',
      address: '长宁区华阳路街道,华一居委',
      text: '她说："没有人"\r\n照顾老伴',
      receivedAt: Date.parse('2026-11-20T09:05:00+08:00'),
    })
    expect(taken[1]).toMatchObject({ number: 'SH-2', source: 'referral', name: null, dueAt: null })
  })

  test('with a BOM, with English columns, with tabs', async () => {
    const tabs = '\ufeffnumber\ttext\tdue_at\nSH-9\t需要轮椅\t2026-11-23 17:00\n'
    const { taken } = await call(tabs, { type: 'text/csv' })
    expect(taken).toMatchObject([{ number: 'SH-9', text: '需要轮椅' }])
  })

  test('in GBK, as older programs save it', async () => {
    // 编号,内容 / A1,老人
    const gbk = Buffer.from('b1e0bac52cc4dac8dd0a41312cc0cfc8cb0a', 'hex')
    const { taken } = await call(gbk, { type: 'text/csv' })
    expect(taken).toMatchObject([{ number: 'A1', text: '老人' }])
  })

  test('a quote that nobody closed costs no time', async () => {
    const table = `编号,内容\n${'"a""b,'.repeat(100_000)}`
    const began = performance.now()
    expect((await call(table, { type: 'text/csv' })).status).toBe(200)
    expect(performance.now() - began).toBeLessThan(3_000)
  })

  test('a line without its words is refused alone', async () => {
    const { says } = await call('编号,内容\nA1,\nA2,有内容\n', { type: 'text/csv' })
    expect(says).toMatchObject({ taken: 1, refused: 1 })
    expect(says.orders[0]).toMatchObject({ line: 1, number: 'A1', field: 'text' })
  })
})

test('any bytes at all are answered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, csv) => {
      const type = csv ? 'text/csv' : 'application/json'
      expect([200, 201, 400]).toContain((await call(bytes, { type })).status)
    }),
  )
})

describe('the call back', () => {
  const closing: (() => void)[] = []
  afterEach(() => {
    for (const close of closing.splice(0)) close()
  })

  const TELLING: Telling = {
    ...{ district: '310105', caseId: '0b8f7c1e-0000-8000-8000-000000000001', seq: 3 },
    ...{ source: 'hotline', order: 'SH-1', case: '4738-2915', what: 'closed' },
    ...{ street: '310105001', outcome: 'helped', at: NOW, tries: 0 },
  }

  async function listen(status: number) {
    const heard: { headers: Record<string, unknown>; body: string }[] = []
    const server = createServer(async (request, reply) => {
      let body = ''
      for await (const part of request) body += part
      heard.push({ headers: request.headers, body })
      reply.writeHead(status).end()
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    closing.push(() => server.close())
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, heard }
  }

  test('is signed like the orders and carries codes only', async () => {
    const { url, heard } = await listen(204)
    const { tell, health } = callBack(
      { url, secret: SECRET },
      () => NOW,
      () => '华阳路街道',
    )
    expect(await tell(TELLING)).toBe(true)
    expect(health()).toMatchObject({ ok: true })
    const [{ headers, body } = { headers: {}, body: '' }] = heard
    expect(headers).toMatchObject(sign(body))
    expect(JSON.parse(body)).toEqual({
      ...{ id: `${TELLING.caseId}:3`, line: 3, source: 'hotline', number: 'SH-1' },
      ...{ case: '4738-2915', status: 'closed', at: '2026-11-20T02:00:00.000Z' },
      ...{ street: '310105001', street_name: '华阳路街道', outcome: 'helped' },
    })
  })

  test('a refusal and a dead address are tried again, and seen by operators', async () => {
    const { url } = await listen(500)
    const refused = callBack(
      { url, secret: SECRET },
      () => NOW,
      () => undefined,
    )
    expect(await refused.tell(TELLING)).toBe(false)
    expect(refused.health()).toMatchObject({ ok: false, why: 'answered_500' })
    const nobody = callBack(
      { url: 'http://127.0.0.1:9/', secret: SECRET },
      () => NOW,
      () => '',
    )
    expect(await nobody.tell(TELLING)).toBe(false)
    expect(nobody.health()).toMatchObject({ ok: false, why: 'no_answer' })
  })
})

test('a batch is taken eight at a time; the same number one after the other, answers in their order', async () => {
  let underWay = 0
  let most = 0
  const begun: string[] = []
  const [route] = hotlineRoutes(
    { HOTLINE_SECRET: SECRET },
    {
      takeOrder: async ({ number, text }) => {
        most = Math.max(most, ++underWay)
        begun.push(text)
        await new Promise((done) => setTimeout(done, 2))
        underWay--
        return { status: 'opened', case: `case of ${number}` }
      },
      now: () => NOW,
      report: () => {},
    },
  )
  const numbers = ['A', ...Array.from({ length: 20 }, (_, n) => `B${n}`), 'A', 'A']
  const orders = numbers.map((number, n) => ({ ...ORDER, number, text: `${n} 求助` }))
  const body = Buffer.from(JSON.stringify(orders))
  const headers = { 'content-type': 'application/json', ...sign(body) }
  const answer = await route?.answer({ query: {}, headers, body })
  const says = JSON.parse(String(answer?.body?.text))
  expect(says.orders.map(({ line }: { line: number }) => line)).toEqual(
    numbers.map((_, n) => n + 1),
  )
  expect(says.orders.map(({ number }: { number: string }) => number)).toEqual(numbers)
  expect(most).toBe(8)
  expect(begun.filter((text) => /^(?:0|21|22) /.test(text))).toEqual([
    '0 求助',
    '21 求助',
    '22 求助',
  ])
})
