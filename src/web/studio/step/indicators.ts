import { INDICATORS } from '../../../core/indicators.ts'
import { say } from './texts.ts'

/** The ten indicators with their names. */
export const INDICATOR_NAMES = INDICATORS.map(
  (code) => [code, `${say(`indicator.${code}`)} ${code}`] as const,
)
