/**
 * Why a message did not go out as it should. Words for advisers: locales/zh-CN/desk.yaml, `delivery.why.*`.
 * window: the platform lets nobody write first any more (48 h) or so many messages; quota: the month's
 * messages are used up; rate: too many at once; blocked: the resident has blocked or left us; invalid:
 * the platform refuses this message; timeout: no answer; down: the platform or the line to it is away;
 * credentials: our access is refused; unconfigured: this channel is off; in_doubt: too old to be repeated
 * safely; overtaken: a newer question stands in its place.
 */
const DELIVERY_REASONS = [
  'window',
  'quota',
  'rate',
  'blocked',
  'invalid',
  'timeout',
  'down',
  'credentials',
  'unconfigured',
  'in_doubt',
  'overtaken',
] as const

export type DeliveryReason = (typeof DELIVERY_REASONS)[number]
