import { z } from 'zod'
import { flowSchema } from '../core/dialog/flow/schema.ts'

/** The JSON Schema of flow files, for editors: flows/flow.schema.json is this text. */
export function flowSchemaText(): string {
  const schema = z.toJSONSchema(flowSchema, { target: 'draft-2020-12' })
  return `${JSON.stringify({ ...schema, title: 'hearth-flow/1' }, null, 2)}\n`
}
