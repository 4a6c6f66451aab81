import { z } from 'zod'
import type { Example } from '../../core/understanding/model/example.ts'
import { sentencesOf, type WordLists } from '../../core/understanding/model/templates.ts'
import { CRISIS_TYPES } from '../../core/understanding/understood.ts'
import { checked } from './read-yaml.ts'

const type = z.enum(CRISIS_TYPES)
const group = z.strictObject({
  label: z.enum(['high', 'imminent', 'alike', 'story', 'none', 'watch']),
  /** One template a line. */
  lines: z.string().min(1),
})
const set = z.strictObject({ type: type.optional(), groups: z.array(group) })
const file = z.union([
  z.strictObject({ lists: z.record(z.string(), z.array(z.string().min(1))) }),
  z.strictObject({ sets: z.array(set) }),
  set,
])

/** Sentences that one template gives: its words change, what it says does not. */
const OF_ONE = 7

/** The sentences of all template files; `bad_data` names the file that does not fit. */
export function examplesOf(files: readonly { name: string; parsed: unknown }[]): Example[] {
  const read = files.map(({ name, parsed }) => checked(name, parsed, file))
  const lists: WordLists = Object.assign({}, ...read.map((f) => ('lists' in f ? f.lists : {})))
  const sets = read.flatMap((f) => ('sets' in f ? f.sets : 'groups' in f ? [f] : []))
  return sets.flatMap(({ type: of, groups }) =>
    groups.flatMap(({ label, lines }) =>
      lines
        .split('\n')
        .filter((line) => line.trim() !== '')
        .flatMap((from) =>
          sentencesOf(from, lists, OF_ONE).map((text): Example => exampleOf(text, label, of, from)),
        ),
    ),
  )
}

function exampleOf(
  text: string,
  label: z.infer<typeof group>['label'],
  of: z.infer<typeof type> | undefined,
  from: string,
): Example {
  if (label === 'high' || label === 'imminent') return { text, label, type: of ?? 'distress', from }
  return { text, label, from }
}
