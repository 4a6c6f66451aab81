import { type FlowBundle, questionsOf } from '../flow/flow-bundle.ts'
import type { Walked } from './walked.ts'

/** Which talks come by a step, and by each option of it; talks by their place in the list. */
export type Covered = {
  readonly flow: string
  readonly step: string
  readonly talks: readonly number[]
  readonly options: readonly { readonly key: string; readonly talks: readonly number[] }[]
}

/** Every step of the bundle in its order, those that no talk comes by among them. */
export function coverageOf(
  bundle: FlowBundle,
  walks: readonly (readonly Walked[])[],
): readonly Covered[] {
  const talksAt = countTalks(walks)
  return Object.values(bundle.flows).flatMap((flow) =>
    flow.steps.flatMap((step) => {
      const inside = 'adaptive' in step ? [{ id: step.id, options: {} }] : []
      const places = [...inside, ...questionsOf(step)]
      return (places.length > 0 ? places : [step]).map((place): Covered => {
        const keys = Object.keys('options' in place ? (place.options ?? {}) : {})
        const talks = (name: string) => talksAt.get(`${flow.id} ${name}`) ?? []
        return {
          ...{ flow: flow.id, step: place.id, talks: talks(place.id) },
          options: keys.map((key) => ({ key, talks: talks(`${place.id}#${key}`) })),
        }
      })
    }),
  )
}

function countTalks(walks: readonly (readonly Walked[])[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  walks.forEach((walk, talk) => {
    const places = walk.flatMap(({ flow, step, options }) => [
      `${flow} ${step}`,
      ...options.map((key) => `${flow} ${step}#${key}`),
    ])
    for (const place of new Set(places)) found.set(place, [...(found.get(place) ?? []), talk])
  })
  return found
}

/** How much of a bundle its talks come by. */
export type CoverageSum = {
  readonly steps: readonly [covered: number, all: number]
  readonly options: readonly [covered: number, all: number]
}

export function sumOf(covered: readonly Covered[]): CoverageSum {
  const options = covered.flatMap((each) => each.options)
  const done = (all: readonly { readonly talks: readonly number[] }[]) =>
    all.filter(({ talks }) => talks.length > 0).length
  return {
    steps: [done(covered), covered.length],
    options: [done(options), options.length],
  }
}
