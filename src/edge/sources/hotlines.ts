import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { problem } from '../../core/errors.ts'
import type { Hotline, HotlineRegion, Hotlines } from '../../core/routing/hotlines.ts'
import { CRISIS_TYPES, type CrisisType } from '../../core/understanding/understood.ts'
import { CalendarDay, ClockTime, readYaml } from './read-yaml.ts'

const Line = z
  .strictObject({
    id: z.string().regex(/^[a-z_]+$/),
    number: z.string().regex(/^[0-9][0-9 -]*$/),
    name: z.string().min(1),
    hours: z.union([
      z.literal('always'),
      z.strictObject({
        weekdays: z.array(z.int().min(1).max(7)).min(1),
        from: ClockTime,
        to: ClockTime,
      }),
    ]),
    sms: z.string().regex(/^\d+$/).optional(),
    verified_on: CalendarDay.optional(),
    source: z.string().min(1),
  })
  .transform(({ verified_on, sms, ...line }): Hotline => {
    return { ...line, ...(sms && { sms }), ...(verified_on && { verifiedOn: verified_on }) }
  })

const Order = z.partialRecord(z.enum(CRISIS_TYPES), z.array(z.string()).min(1))

const RegionFile = z.strictObject({
  format: z.literal('hearth-hotlines/1'),
  region: z.string().min(1),
  base: z.string().optional(),
  cities: z.array(z.string().regex(/^\d{4}$/)),
  lines: z.array(Line),
  order: Order,
})

type RegionFile = z.infer<typeof RegionFile>

/**
 * Reads data/hotlines, each region merged with its base; the mainland comes first, as the fallback.
 * A region that has no order for a danger, names an unknown line, or would leave somebody with closed
 * lines alone is refused.
 */
export async function loadHotlines(folder: string): Promise<Hotlines> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml'))
  const read = await Promise.all(files.map((file) => readYaml(join(folder, file), RegionFile)))
  const merged = read.map((region) => complete(merge(region, read)))
  return merged.sort((a, b) => Number(b.id === 'mainland') - Number(a.id === 'mainland'))
}

function merge(region: RegionFile, all: readonly RegionFile[]): RegionFile {
  if (region.base === undefined) return region
  const base = all.find((other) => other.region === region.base)
  if (base === undefined) throw problem('bad_data', { region: region.region, base: region.base })
  const lines = new Map([...base.lines, ...region.lines].map((line) => [line.id, line]))
  return { ...region, lines: [...lines.values()], order: { ...base.order, ...region.order } }
}

function complete({ region, cities, lines, order }: RegionFile): HotlineRegion {
  const always = new Set(lines.filter((line) => line.hours === 'always').map((line) => line.id))
  const known = new Set(lines.map((line) => line.id))
  const entries = CRISIS_TYPES.map((type) => {
    const ids = order[type] ?? []
    const whole = ids.every((id) => known.has(id)) && ids.some((id) => always.has(id))
    if (!whole) throw problem('bad_data', { region, danger: type, lines: ids })
    return [type, ids] as const
  })
  const whole = Object.fromEntries(entries) as Record<CrisisType, string[]>
  return { id: region, cities, lines, order: whole }
}
