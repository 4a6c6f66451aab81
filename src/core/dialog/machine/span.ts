import { DAY, HOUR, MINUTE } from '../../time.ts'

const UNITS = { m: MINUTE, h: HOUR, d: DAY } as const

/** 10m, 20h, 365d as a flow writes them, in ms. */
export function spanOf(delay: string): number {
  return Number(delay.slice(0, -1)) * UNITS[delay.at(-1) as keyof typeof UNITS]
}
