import { z } from 'zod'

/** What is read of a RapidPro (TextIt) flow definition, spec version 13, and of the drafts before it. */
const uuid = z.string()

const category = z.object({ uuid, name: z.string().default(''), exit_uuid: uuid })

const routerFile = z.object({
  type: z.string().default('switch'),
  operand: z.string().nullish(),
  result_name: z.string().nullish(),
  wait: z
    .looseObject({
      type: z.string(),
      hint: z.looseObject({ type: z.string() }).nullish(),
      timeout: z.unknown().optional(),
    })
    .nullish(),
  cases: z
    .array(
      z.object({
        type: z.string(),
        arguments: z.array(z.string()).nullish(),
        category_uuid: uuid.optional(),
        /** In the drafts of version 13 a case led to an exit by itself, which had the name. */
        exit_uuid: uuid.optional(),
      }),
    )
    .default([]),
  categories: z.array(category).optional(),
  default_category_uuid: uuid.nullish(),
})

const nodeFile = z
  .object({
    uuid,
    actions: z.array(z.looseObject({ type: z.string() })).default([]),
    exits: z
      .array(z.object({ uuid, name: z.string().nullish(), destination_uuid: uuid.nullish() }))
      .default([]),
    router: routerFile.nullish(),
  })
  .transform(({ router, ...node }) => ({ ...node, router: router && routerOf(router, node.exits) }))

const flowFile = z.object({
  uuid: uuid.optional(),
  name: z.string(),
  type: z.string().nullish(),
  expire_after_minutes: z.number().nullish(),
  nodes: z.array(nodeFile),
  localization: z.record(z.string(), z.unknown()).nullish(),
})

/** One flow, or a whole export with its flows. */
export const rapidproFile = z.union([
  z.object({ flows: z.array(flowFile).min(1) }).transform(({ flows }) => flows),
  flowFile.transform((flow) => [flow]),
])

/** Flows before version 13: whoever has them exports them once more from a RapidPro of today. */
export const olderRapidproFile = z.union([
  z.object({ flows: z.array(z.looseObject({ action_sets: z.array(z.unknown()) })).min(1) }),
  z.looseObject({ action_sets: z.array(z.unknown()) }),
])

export type RapidproFlow = z.infer<typeof flowFile>
export type Node = z.infer<typeof nodeFile>
export type Router = NonNullable<Node['router']>
export type Case = Router['cases'][number]
export type Category = z.infer<typeof category>

type Exits = readonly { readonly uuid: string; readonly name?: string | null | undefined }[]

/** Every case leads to a category, and every category to an exit. */
function routerOf({ cases, categories, ...router }: z.infer<typeof routerFile>, exits: Exits) {
  return {
    ...router,
    cases: cases.map((each) => ({
      type: each.type,
      arguments: each.arguments ?? [],
      category_uuid: each.category_uuid ?? each.exit_uuid ?? '',
    })),
    categories:
      categories ??
      exits.map(({ uuid: exit, name }) => ({ uuid: exit, name: name ?? '', exit_uuid: exit })),
  }
}
