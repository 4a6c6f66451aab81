import type { Chance } from './chance.ts'

const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  '',
  ' ',
  '\0',
  '😀',
  'x'.repeat(400),
  [],
  {},
  [[[[]]]],
  { a: { b: {} } },
  [null],
  '1',
  '-0',
  'NaN',
  '2026-13-45',
  { length: 3 },
  { toString: 1 },
]

/** One value of a JSON text made odd, moved, or taken away; null for what is no JSON. */
export function mutateJson(bytes: Uint8Array, chance: Chance): Uint8Array | null {
  const value = parsed(bytes)
  if (typeof value !== 'object' || value === null) return null
  const spots = spotsIn(value)
  if (spots.length === 0) return null
  const { holder, key } = chance.oneOf(spots)
  const kept = holder[key]
  switch (chance.below(4)) {
    case 0:
      delete holder[key]
      break
    case 1:
      holder[chance.oneOf(spots).key] = kept
      break
    case 2:
      holder[key] = [kept, kept]
      break
    default:
      holder[key] = chance.oneOf(ODD_VALUES)
  }
  return Buffer.from(JSON.stringify(value))
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch {
    return null
  }
}

type Holder = Record<string, unknown>

/** Every place of a value in the tree, a hundred at most. */
function spotsIn(root: object): { readonly holder: Holder; readonly key: string }[] {
  const spots: { holder: Holder; key: string }[] = []
  const open = [root as Holder]
  while (open.length > 0 && spots.length < 100) {
    const holder = open.pop() as Holder
    for (const key of Object.keys(holder)) {
      spots.push({ holder, key })
      const inner = holder[key]
      if (typeof inner === 'object' && inner !== null) open.push(inner as Holder)
    }
  }
  return spots
}
