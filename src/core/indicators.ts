/** The ten indicators of hardship (十个指标) by code, in the order of the model. */
export const INDICATORS = [
  'inc',
  'hou',
  'ill',
  'dis',
  'edu',
  'emp',
  'sec',
  'soc',
  'cbu',
  'cen',
] as const

export type IndicatorCode = (typeof INDICATORS)[number]
