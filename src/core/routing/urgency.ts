import type { Tier } from '../understanding/understood.ts'

/** How soon somebody must act, whatever the grade says. */
export const URGENCIES = ['now', 'same_day', 'normal'] as const

export type Urgency = (typeof URGENCIES)[number]

/** Which row of the clock table a case runs on. */
export const CLOCK_CLASSES = ['crisis', 'same_day', 'high', 'medium', 'low'] as const

export type ClockClass = (typeof CLOCK_CLASSES)[number]

/** Grades of the assessment that give a clock; every other one, also none yet, runs as low. */
const CLASS_OF_GRADE: Readonly<Record<string, ClockClass>> = {
  extreme: 'high',
  high: 'high',
  medium: 'medium',
  low: 'low',
}

export type Pressing = {
  readonly tier: Tier
  readonly urgency: Urgency
  /** Of the assessment, the upper end where it is not settled; absent = not assessed yet. */
  readonly grade?: string
}

/**
 * Priority is the greater of urgency and grade, never the grade alone: an old man without company
 * scores 2 of 12 and may still need somebody today.
 */
export function clockClass({ tier, urgency, grade }: Pressing): ClockClass {
  if (tier === 'imminent' || tier === 'high' || urgency === 'now') return 'crisis'
  if (urgency === 'same_day') return 'same_day'
  return CLASS_OF_GRADE[grade ?? ''] ?? 'low'
}

/** The greater of the two urgencies. */
export const moreUrgent = (a: Urgency, b: Urgency): Urgency =>
  URGENCIES.indexOf(a) <= URGENCIES.indexOf(b) ? a : b
