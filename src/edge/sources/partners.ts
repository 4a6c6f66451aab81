import { join } from 'node:path'
import { z } from 'zod'
import type { PartnerBook } from '../../core/casework/referral.ts'
import { readYaml } from './read-yaml.ts'

const Id = z.string().regex(/^[a-z_]{1,30}$/)
const Words = z.string().trim().min(1).max(200)

const PartnersFile = z.strictObject({
  format: z.literal('hearth-partners/1'),
  partners: z.array(
    z.strictObject({
      ...{ id: Id, name: Words, does: Words, needs: z.array(Id) },
      streets: z.union([z.literal('all'), z.array(z.string().regex(/^\d{9}$/))]),
      sample: z.boolean().default(false),
    }),
  ),
})
const DepartmentsFile = z.strictObject({
  format: z.literal('hearth-departments/1'),
  departments: z
    .array(z.strictObject({ id: Id, name: Words, within: z.int().min(1).max(60), asks: Words }))
    .min(1),
})

/** Reads data/partners: whom a household is referred to, and which offices are asked. Throws bad_data. */
export async function loadPartners(data: string): Promise<PartnerBook> {
  const [{ partners }, { departments }] = await Promise.all([
    readYaml(join(data, 'partners', 'partners.yaml'), PartnersFile),
    readYaml(join(data, 'partners', 'departments.yaml'), DepartmentsFile),
  ])
  return { partners, departments }
}
