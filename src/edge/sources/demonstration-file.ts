import { join } from 'node:path'
import { z } from 'zod'
import { HELP_AIMS, HELP_KINDS } from '../../core/casework/benefit-ledger.ts'
import { KIN } from '../../core/casework/member.ts'
import { NEED_STATES } from '../../core/casework/needs-list.ts'
import { PAPERS } from '../../core/casework/papers.ts'
import { URGENCIES } from '../../core/routing/urgency.ts'
import { readYaml } from './read-yaml.ts'

const words = z.string().nullable()

const schema = z.strictObject({
  format: z.literal('hearth-demonstration-file/1'),
  /** Login of the adviser whose first case it is. */
  of: z.string(),
  members: z.array(
    z.strictObject({
      id: z.guid(),
      kin: z.enum(KIN),
      state: z.enum(['here', 'away', 'left']),
      member: z.strictObject({
        ...{ name: z.string(), born: words, idNumber: words, phone: words },
        ...{ health: words, work: words, school: words, note: words },
      }),
    }),
  ),
  benefits: z.array(
    z.strictObject({
      ...{ id: z.guid(), item: z.string(), department: z.string() },
      ...{ kind: z.enum(HELP_KINDS), aim: z.enum(HELP_AIMS), every: z.enum(['month', 'once']) },
      ...{ from: z.string(), to: words, fen: z.int().nullable(), needs: z.array(z.string()) },
    }),
  ),
  needs: z.array(
    z.strictObject({
      ...{ id: z.guid(), state: z.enum(NEED_STATES), code: words, words },
      urgency: z.enum(URGENCIES),
    }),
  ),
  papers: z.array(
    z.strictObject({ id: z.guid(), type: z.enum(PAPERS), day: z.string(), note: words }),
  ),
})

/** What stands in the file of an invented household (样例数据). */
export type DemonstrationFile = z.infer<typeof schema>

export const loadDemonstrationFile = (data: string): Promise<DemonstrationFile> =>
  readYaml(join(data, 'demonstration', 'household.yaml'), schema)
