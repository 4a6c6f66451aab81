/**
 * The closed lists of a service record (服务记录). Codes only; the words stand in the console's texts.
 */

/** 走访, 访视, 小组活动, 节日慰问, 电话, 线上, 代办, 陪诊. */
export const SERVICE_TYPES = [
  'round',
  'visit',
  'group',
  'gift',
  'phone',
  'online',
  'errand',
  'clinic',
] as const

export type ServiceType = (typeof SERVICE_TYPES)[number]

/** What came of it: done, only partly, nobody there, not wanted. */
export const SERVICE_RESULTS = ['done', 'partly', 'not_there', 'not_wanted'] as const

export type ServiceResult = (typeof SERVICE_RESULTS)[number]

/** Types for which somebody goes to the home: they count as visits (上门). */
const AT_HOME: readonly string[] = ['round', 'visit', 'gift']

export const isAtHome = (type: unknown): boolean =>
  typeof type === 'string' && AT_HOME.includes(type)
