import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { parse } from 'yaml'

/** What is wrong with a value by the published schema; empty when it fits. */
export type Check = (value: unknown) => readonly string[]

type Schema = { [key: string]: unknown }
type Spec = { readonly components: { readonly schemas: { readonly [name: string]: Schema } } }

/**
 * One of LINE's OpenAPI files (github.com/line/line-openapi) as strict checks by schema name. The files
 * describe variants by `discriminator` alone, which JSON Schema ignores: each becomes a choice by type.
 */
export function readSpec(folder: string, file: string): (schema: string) => Check {
  const spec = parse(readFileSync(join(folder, file), 'utf8')) as Spec
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
  ajv.addSchema({ $id: 'line', components: { schemas: byType(spec.components.schemas) } })
  const compiled = new Map<string, ValidateFunction>()
  return (name) => {
    const check = compiled.get(name) ?? ajv.compile({ $ref: `line#/components/schemas/${name}` })
    compiled.set(name, check)
    return (value) => {
      if (check(value)) return []
      return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
    }
  }
}

const REF = '#/components/schemas/'

/** Each base with variants becomes a choice; variants build on the base as it was. */
function byType(schemas: Spec['components']['schemas']): Record<string, Schema> {
  const bases = new Set(Object.keys(schemas).filter((name) => schemas[name]?.discriminator))
  const all: Record<string, Schema> = {}
  for (const [name, schema] of Object.entries(schemas)) {
    const own = onBases(schema, bases)
    if (!bases.has(name)) {
      all[name] = own
      continue
    }
    all[`${name}__base`] = own
    all[name] = choice(own)
  }
  return all
}

function choice(schema: Schema): Schema {
  const { propertyName, mapping } = schema.discriminator as {
    propertyName: string
    mapping: Record<string, string>
  }
  return {
    type: 'object',
    required: [propertyName],
    properties: { [propertyName]: { enum: Object.keys(mapping) } },
    allOf: Object.entries(mapping).map(([type, $ref]) => ({
      if: { properties: { [propertyName]: { const: type } } },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own word
      then: { $ref },
    })),
  }
}

function onBases(schema: Schema, bases: ReadonlySet<string>): Schema {
  const { allOf } = schema
  if (!Array.isArray(allOf)) return schema
  return {
    ...schema,
    allOf: (allOf as Schema[]).map((part) => {
      const name = typeof part.$ref === 'string' ? part.$ref.slice(REF.length) : ''
      return bases.has(name) ? { $ref: `${REF}${name}__base` } : part
    }),
  }
}
