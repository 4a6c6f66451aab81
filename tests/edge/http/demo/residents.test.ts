import { expect, test } from 'vitest'
import { understand } from '../../../../src/core/understanding/understand.ts'
import { loadDemonstration } from '../../../../src/edge/sources/demonstration.ts'
import { FOLDERS, loadHouse } from '../../../../src/edge/sources/house.ts'

const { knowledge } = await loadHouse('310105')
const { profiles, cast, staff } = await loadDemonstration(FOLDERS.data)

const linesOf = ({ opens, answers }: (typeof profiles)[number]) =>
  [opens ?? [], ...Object.values(answers)].flat()
const isDanger = (text: string) => {
  const { tier } = understand(text, { expects: 'open', now: 0 }, knowledge).crisis
  return tier === 'high' || tier === 'imminent'
}

/** Of a hundred lines so many may be taken for danger: a red bar full of old alarms would teach nothing. */
const MOST_ALARMS = 3

test('the many invented people hardly ever raise an alarm', () => {
  const common = profiles.filter(({ weight }) => weight > 0)
  const lines = common.flatMap(linesOf)
  expect(lines.length).toBeGreaterThan(100)
  expect((lines.filter(isDanger).length * 100) / lines.length).toBeLessThanOrEqual(MOST_ALARMS)
})

test('some of the cast are in danger, and others have waited too long', () => {
  const told = cast.map((each) => ({ ...each, of: profiles.find(({ id }) => id === each.profile) }))
  const inDanger = told.filter(({ of }) => of && linesOf(of).some(isDanger))
  expect(inDanger.map(({ profile }) => profile)).toEqual(
    expect.arrayContaining(['hopeless', 'beaten']),
  )
  expect(inDanger.length).toBeLessThanOrEqual(3)
  expect(told.filter(({ minutes_ago }) => minutes_ago > 1_440).length).toBeGreaterThanOrEqual(3)
  expect(told.every(({ of }) => of !== undefined)).toBe(true)
})

test('the street of the cast has an adviser to look, and one on duty', () => {
  const here = staff.filter(({ street }) => street === '310105001')
  expect(here.some(({ login }) => login === 'dengfeifei')).toBe(true)
  expect(here.some(({ duty }) => duty)).toBe(true)
})
