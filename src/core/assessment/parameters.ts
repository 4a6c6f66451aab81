import { problem } from '../errors.ts'
import type { Day } from '../time.ts'

/** One dated value of an amount or share that an authority sets (低保标准 and the like). */
export type Parameter = {
  readonly name: string
  /** Six digits; 310000 holds for all of Shanghai unless a district has its own. */
  readonly region: string
  readonly value: number
  readonly validFrom: Day
  /** The last day, or null while no newer value is known. */
  readonly validTo: Day | null
  readonly source: string
  readonly verifiedBy: string | null
  readonly needsVerification: boolean
}

export type Parameters = readonly Parameter[]

/** An open value older than this is shown to admins as stale: most amounts change each July. */
const STALE_MONTHS = 13

/** The value in force on a day, of the region itself before its city before its province. */
export function parameterOn(
  parameters: Parameters,
  name: string,
  region: string,
  day: Day,
): Parameter | undefined {
  const inForce = parameters.filter(
    (p) => p.name === name && p.validFrom <= day && (p.validTo === null || day <= p.validTo),
  )
  return widening(region)
    .map((code) => latest(inForce.filter((p) => p.region === code)))
    .find((p) => p !== undefined)
}

/** All named parameters on a day. A model without its amounts must not grade anyone: it throws. */
export function resolveParameters(
  parameters: Parameters,
  names: readonly string[],
  region: string,
  day: Day,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    names.map((name) => {
      const found = parameterOn(parameters, name, region, day)
      if (!found) throw problem('bad_data', { parameter: name, region, day })
      return [name, found.value]
    }),
  )
}

/** Values in force that somebody should look at: unverified, or open for more than 13 months. */
export function parametersToCheck(parameters: Parameters, day: Day): Parameters {
  return parameters.filter(
    (p) =>
      p.validFrom <= day &&
      (p.validTo === null || day <= p.validTo) &&
      (p.needsVerification ||
        (p.validTo === null && monthsBetween(p.validFrom, day) > STALE_MONTHS)),
  )
}

/** 310105 → 310105, 310100, 310000. */
function widening(region: string): readonly string[] {
  return [region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`]
}

function latest(parameters: Parameters): Parameter | undefined {
  return parameters.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
}

function monthsBetween(from: Day, to: Day): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth
}
