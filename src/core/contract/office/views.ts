import { z } from 'zod'
import { QUEUE_FILTERS, QUEUE_LISTS } from '../../casework/desk-lists.ts'
import { RecordId } from './fields.ts'

const Filters = z
  .strictObject({
    filter: z.enum(QUEUE_FILTERS).optional().describe('Filter above the list.'),
    q: z.string().max(40).optional().describe('What is searched for.'),
    street: z
      .string()
      .regex(/^\d{9}$/)
      .optional()
      .describe('Only this street.'),
    owner: z.guid().optional().describe('Only the cases of this person.'),
  })
  .describe('As the address of the list says them.')

const Name = z.string().trim().min(1).max(20).describe('What it is called.')
const List = z.enum(QUEUE_LISTS).describe('waiting · mine · all.')

export const ViewShape = z
  .strictObject({
    id: z.string().describe('Id of the view.'),
    name: Name,
    list: List,
    filters: Filters,
    street: z.string().nullable().describe('Street that shares it; null = only mine.'),
    mine: z.boolean().describe('I keep it and may take it away.'),
  })
  .meta({ id: 'OfficeView' })

export type ViewShape = z.infer<typeof ViewShape>

export const ViewsFound = z
  .strictObject({ views: z.array(ViewShape).readonly() })
  .meta({ id: 'OfficeViews' })

export const SaveView = z.strictObject({
  id: RecordId,
  name: Name,
  list: List,
  filters: Filters,
  street: z
    .string()
    .regex(/^\d{9}$/)
    .nullable()
    .describe('Shares it with this street; null = only for me.'),
})
