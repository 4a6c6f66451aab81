import { type Instant, MINUTE } from '../time.ts'
import { AID_STEPS, type AidStep } from './aid.ts'

export type AidMoments = Partial<Readonly<Record<AidStep, Instant>>>

export type StepTime = {
  readonly step: AidStep
  /** How many have come so far. */
  readonly count: number
  /** Minutes from the beginning to this step, for the one in the middle; null = none has come so far. */
  readonly median: number | null
}

/** How long urgent aid takes from its beginning to each step. */
export function aidTimes(all: readonly AidMoments[]): readonly StepTime[] {
  return AID_STEPS.filter((step) => step !== 'begun').map((step) => {
    const minutes = all.flatMap((moments) => {
      const { begun, [step]: came } = moments
      return begun === undefined || came === undefined ? [] : [(came - begun) / MINUTE]
    })
    return { step, count: minutes.length, median: medianOf(minutes) }
  })
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const low = sorted[Math.floor((sorted.length - 1) / 2)]
  const high = sorted[Math.floor(sorted.length / 2)]
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2)
}
