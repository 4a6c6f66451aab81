import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { problem } from '../../core/errors.ts'
import { WHO } from '../../core/people/kin.ts'
import { expand } from '../../core/understanding/compile.ts'
import { FRAMES, type Lexicons, MORE_FRAMES } from '../../core/understanding/lexicons.ts'
import {
  ACTS,
  CRISIS_TYPES,
  HEARD_CODES,
  POLARITIES,
  TIERS,
} from '../../core/understanding/understood.ts'
import { checked } from './read-yaml.ts'

/** `*`, `+` and `{n,}` may make a match slow without end; `{0,6}` may not. */
const UNBOUNDED = /(?<!\\)(?:\*|\+|\{\d+,\})/u

const pattern = z
  .string()
  .min(1)
  .refine((p) => !UNBOUNDED.test(p.replace(/\[[^\]]*\]/g, '')), {
    message: 'unbounded repetition (*, + or {n,}) in a pattern',
  })
const rule = {
  id: z.string().min(1),
  pattern,
  unless: pattern.optional(),
  says: z.string().optional(),
}
const tier = z.enum(TIERS)
const alarm = tier.exclude(['none'])
const answer = z.strictObject({
  ...rule,
  act: z.enum(ACTS),
  also: z.enum(ACTS).optional(),
  whole: z.boolean().optional(),
})
const lowering = z.partialRecord(z.enum([...CRISIS_TYPES, 'default']), tier)

const lexiconFile = z
  .strictObject({
    words: z.record(z.string().regex(/^[a-z_]+$/), z.array(pattern)),
    characters: z.record(z.string().length(1), z.string()),
    signs: z.record(z.string().regex(/^[a-z_]+$/), z.array(z.coerce.string().min(1))),
    english: z.record(z.string().regex(/^[a-z]['a-z ]{0,60}$/), z.string()),
    rewrites: z.array(z.strictObject({ id: z.string(), from: pattern, to: z.string() })),
    kin: z.array(z.strictObject({ id: z.string(), who: z.enum(WHO), pattern })),
    acts: z.array(
      z.strictObject({
        ...rule,
        act: z.enum(ACTS),
        max: z.int().positive().optional(),
        whole: z.boolean().optional(),
      }),
    ),
    yes_no: z.array(answer),
    safety: z.array(answer),
    crisis: z.array(
      z.strictObject({
        ...rule,
        type: z.enum(CRISIS_TYPES),
        tier: alarm,
        with: pattern.optional(),
        near: pattern.optional(),
        far: pattern.optional(),
      }),
    ),
    lowering: z.record(z.enum(FRAMES), lowering),
    frames: z.array(
      z.strictObject({
        id: z.string(),
        frame: z.enum([...FRAMES, ...MORE_FRAMES]),
        pattern,
      }),
    ),
    needs: z.array(
      z.strictObject({
        ...rule,
        code: z.enum(HEARD_CODES),
        who: z.enum(WHO).optional(),
        polarity: z.enum(POLARITIES).optional(),
        confidence: z.number().min(0).max(1).optional(),
        with: pattern.optional(),
      }),
    ),
    stated: z.array(
      z.strictObject({
        ...rule,
        slot: z.enum(['income_monthly', 'expense_monthly', 'expense_once_min', 'debt']),
      }),
    ),
  })
  .partial()

/**
 * The lexicons of one language: every YAML file of a folder, checked and put together. `bad_data`
 * names the file or rule that does not fit, a pattern that does not compile, an id or a list used twice.
 */
export async function loadLexicons(folder: string): Promise<Lexicons> {
  const names = (await readdir(folder)).filter((n) => n.endsWith('.yaml')).sort()
  const hash = createHash('sha256')
  const files = []
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8')
    hash.update(name).update('\n').update(text).update('\n')
    files.push(checked(name, parse(text), lexiconFile))
  }
  const version = hash.digest('hex').slice(0, 12)
  const all = <T>(lists: readonly (readonly T[] | undefined)[]) => lists.flatMap((l) => l ?? [])
  // zod writes an absent key as `undefined`; the contract has it absent. JSON drops such keys.
  const lexicons: Lexicons = JSON.parse(
    JSON.stringify({
      version,
      words: together(files.map((f) => f.words ?? {})),
      characters: Object.assign({}, ...files.map((f) => f.characters)),
      lowering: Object.assign({}, ...files.map((f) => f.lowering)),
      signs: Object.assign({}, ...files.map((f) => f.signs)),
      english: Object.assign({}, ...files.map((f) => f.english)),
      rewrites: all(files.map((f) => f.rewrites)),
      kin: all(files.map((f) => f.kin)),
      acts: all(files.map((f) => f.acts)),
      yes_no: all(files.map((f) => f.yes_no)),
      safety: all(files.map((f) => f.safety)),
      crisis: all(files.map((f) => f.crisis)),
      frames: all(files.map((f) => f.frames)),
      needs: all(files.map((f) => f.needs)),
      stated: all(files.map((f) => f.stated)),
    }),
  )
  check(lexicons)
  return lexicons
}

/** Word lists are known in all files: of two with one name the rules of the other file would hear the wrong words. */
function together(files: readonly Lexicons['words'][]): Lexicons['words'] {
  const names = files.flatMap((words) => Object.keys(words))
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw problem('bad_data', { rule: twice, says: 'list named twice' })
  return Object.assign({}, ...files)
}

function check(lexicons: Lexicons): void {
  const seen = new Set<string>()
  for (const { id, patterns } of allRules(lexicons)) {
    if (seen.has(id)) throw problem('bad_data', { rule: id, says: 'id used twice' })
    seen.add(id)
    for (const source of patterns) compiles(id, source, lexicons.words)
  }
}

function compiles(id: string, source: string, words: Lexicons['words']): void {
  const expanded = expand(source, words)
  const unknown = /(?<!\(\?)<([a-z_]+)>/.exec(expanded)
  if (unknown !== null) throw problem('bad_data', { rule: id, says: `no list ${unknown[1]}` })
  try {
    new RegExp(expanded, 'u')
  } catch (cause) {
    throw problem('bad_data', { rule: id, says: 'the pattern does not compile' }, cause)
  }
}

function allRules(l: Lexicons): readonly { id: string; patterns: readonly string[] }[] {
  const withPatterns = [
    ...l.acts,
    ...l.yes_no,
    ...l.safety,
    ...l.crisis,
    ...l.needs,
    ...l.stated,
    ...l.kin,
    ...l.frames,
  ] as readonly {
    id: string
    pattern: string
    unless?: string
    with?: string
    near?: string
    far?: string
  }[]
  return [
    ...l.rewrites.map((r) => ({ id: r.id, patterns: [r.from] })),
    ...withPatterns.map((r) => ({
      id: r.id,
      patterns: [r.pattern, r.unless, r.with, r.near, r.far].filter((p) => p !== undefined),
    })),
  ]
}
