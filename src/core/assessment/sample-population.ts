/** A made-up household: what its people would answer, if they were asked everything. */
export type SampleHousehold = {
  readonly answers: Readonly<Record<string, unknown>>
  /** Slots to which these people would say that they do not know, or would rather not. */
  readonly withheld: readonly string[]
}

/**
 * Made-up households that write in, the same for the same seed. One hidden number, how hard life
 * is, pushes all answers the same way, because hardships come together; chance adds the rest.
 * All shares are invented: they measure the method, they say nothing about any real district.
 */
export function samplePopulation(count: number, seed: number): readonly SampleHousehold[] {
  const next = sampleHouseholds(seed)
  return Array.from({ length: count }, next)
}

/** The same one by one, for populations that nobody wants to hold at once. */
export function sampleHouseholds(seed: number): () => SampleHousehold {
  const chance = makeChance(seed)
  return () => sampleHousehold(chance)
}

/** Chance that one question is not answered: a guess, on the high side. */
const WITHHELD = 0.05

type Chance = () => number

function sampleHousehold(chance: Chance): SampleHousehold {
  const hardship = chance()
  const members = ['elder', 'child', 'disabled', 'ill'].filter((_, i) => {
    const share = [0.55, 0.3, 0.1 + 0.2 * hardship, 0.2 + 0.4 * hardship][i] ?? 0
    return chance() < share
  })
  const people = 1 + Math.floor(chance() * 3) + (members.includes('child') ? 1 : 0)
  const pick = (values: readonly string[]) => {
    const lean = 0.6 * hardship + 0.4 * chance()
    return values[Math.min(values.length - 1, Math.floor(lean * values.length))]
  }
  const retired = members.includes('elder') && people <= 2 && !members.includes('child')
  const answers = {
    people,
    members: members.length > 0 ? members : ['none'],
    income: sampleIncome(people, hardship, chance),
    housing: pick(['own_ok', 'own_ok', 'rent_ok', 'crowded', 'unsafe', 'none']),
    illness: members.includes('ill') ? pick(['chronic', 'serious', 'serious_unpaid']) : 'none',
    work: retired
      ? 'cannot'
      : pick(['working', 'working', 'unstable', 'jobless_short', 'jobless_long']),
    insurance: pick(['both', 'both', 'both', 'medical_only', 'none', 'unknown']),
    contact: pick(['often', 'often', 'sometimes', 'rarely']),
    ...(members.includes('disabled') && { disability: pick(['light', 'heavy', 'heavy_nocare']) }),
    ...(members.includes('child') && {
      schooling: pick(['fine', 'fine', 'behind', 'fees', 'dropped']),
      child_load: pick(['ok', 'heavy', 'too_heavy']),
      child_home: pick(['good', 'good', 'left_with_elders', 'conflict', 'alone']),
    }),
  }
  const asked = Object.keys(answers).filter((slot) => slot !== 'people' && slot !== 'members')
  return { answers, withheld: asked.filter(() => chance() < WITHHELD) }
}

/** Yuan a month; half of the people tell only a range of about a quarter around it. */
function sampleIncome(people: number, hardship: number, chance: Chance) {
  const perHead = 600 + (1 - hardship) * 5_000 + chance() * 1_500
  const whole = Math.round((people * perHead) / 100) * 100
  if (chance() < 0.5) return whole
  return { min: Math.round(whole * 0.9), max: Math.round(whole * 1.15) }
}

/** mulberry32, a small generator with 32 bits of state: enough for samples, never for secrets. */
function makeChance(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
