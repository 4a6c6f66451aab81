import { readOrders } from '../../../src/edge/channels/hotline/read-orders.ts'
import type { Target } from '../fuzz.ts'

const order = {
  number: 'A1',
  source: 'hotline',
  name: '王',
  phone: '13800138000',
  address: '华阳路',
  text: '吃不上饭',
  received_at: '2026-11-21 09:05',
  due_at: '2026-11-28',
}

/** Work orders of the hotline as JSON. */
export const ordersJson: Target = {
  name: 'orders-json',
  seeds: [
    JSON.stringify(order),
    JSON.stringify([order, { ...order, number: 'A2', source: 'report' }]),
  ],
  read: (bytes) => readOrders(bytes, 'application/json'),
}

/** The same as the tables that offices save. */
export const ordersCsv: Target = {
  name: 'orders-csv',
  seeds: [
    '工单编号,来电人,来电号码,诉求内容,来电时间,办理时限\nA1,王,13800138000,"吃不上饭,急",2026/11/21 9:05,2026年11月28日\n',
    'number;text;source\r\nB2;没钱看病;报告\r\n',
    Buffer.from([
      0xb9, 0xa4, 0xb5, 0xa5, 0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc4, 0xda, 0xc8, 0xdd, 0x0a, 0x31,
      0x2c, 0xbc, 0xb1,
    ]),
  ],
  tokens: ['\n', '"', '来源', '2026-02-30', '24:00', '下午3点', ';', '\t'],
  read: (bytes) => readOrders(bytes, 'text/csv; charset=utf-8'),
}
