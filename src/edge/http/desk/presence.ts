/** Who looks at which case, in this process only: forgotten soon, never stored. */
export type Presence = {
  readonly note: (number: string, person: Watcher) => void
  readonly at: (number: string) => readonly Watcher[]
}

type Watcher = { readonly id: string; readonly name: string; readonly typing: boolean }

/** Milliseconds after the last word of a person, and of a person who typed. */
const FORGOTTEN = 45_000
const STILL = 8_000

export function createPresence(clock: () => number): Presence {
  const cases = new Map<string, Map<string, Watcher & { readonly seen: number }>>()
  const tidy = (number: string) => {
    const people = cases.get(number)
    for (const [id, { seen }] of people ?? []) {
      if (clock() - seen > FORGOTTEN) people?.delete(id)
    }
    if (people?.size === 0) cases.delete(number)
    return people
  }
  return {
    note: (number, person) => {
      const people = tidy(number) ?? new Map()
      cases.set(number, people.set(person.id, { ...person, seen: clock() }))
    },
    at: (number) =>
      [...(tidy(number)?.values() ?? [])].map(({ id, name, typing, seen }) => ({
        ...{ id, name, typing: typing && clock() - seen <= STILL },
      })),
  }
}
