import { z } from 'zod'
import { INDICATORS } from '../../indicators.ts'
import { CRISIS_TYPES } from '../../understanding/understood.ts'
import { LIMITS } from '../limits.ts'

/** The file format hearth-flow/1. One flow is one YAML file: slots, an ordered list of steps, defaults. */

const id = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)
const text = z.string().min(1).max(LIMITS.textLength)
/** FEEL, parsed and type-checked when the flow is compiled. */
const condition = z.string().min(1).max(LIMITS.conditionLength)
/** 10m, 20h, 7d. */
const delay = z.string().regex(/^\d{1,3}[mhd]$/)
const urgency = z.enum(['now', 'same_day'])

export const SLOT_TYPES = [
  'choice',
  'choices',
  'text',
  'name',
  'story',
  'phone',
  'money',
  'number',
  'household',
  'age',
  'date',
  'address',
  'photos',
  'safety',
] as const

/** record: about the request; personal: who; sensitive: 敏感个人信息 (个人信息保护法 art. 28). */
export const PRIVACY = ['record', 'personal', 'sensitive'] as const

const slot = z.strictObject({
  type: z.enum(SLOT_TYPES),
  of: z.array(z.string()).min(2).optional(),
  per: z.enum(['month', 'year', 'once']).optional(),
  privacy: z.enum(PRIVACY),
  /** What people call it, in summaries and corrections. */
  label: z.string().min(1).max(12),
  /** Name of a stated value in free text that fills it after a yes; `needs` where the options say by what they are told. */
  hears: z.string().optional(),
})

/** What a part is told when it is run: a text, a value, or an answer of whoever runs it. */
const param = slot.omit({ privacy: true, hears: true })

/** Another wording of a question, heard by that many of a hundred; the others hear `ask`. */
const wording = z.strictObject({ ask: text, share: z.number().int().min(1).max(99) })

/** Keys of wordings; `a` is `ask`. */
export const WORDING_KEYS = ['b', 'c', 'd'] as const

const option = z.strictObject({
  label: z.string().min(1).max(30),
  words: z.array(z.string().min(1)).optional(),
  goto: id.optional(),
  urgency: urgency.optional(),
  /** Choosing it is a danger of this kind: the interrupt takes over, the answer is kept. */
  danger: z.enum(CRISIS_TYPES).optional(),
  /** Chosen alone: 都没有. */
  exclusive: z.boolean().optional(),
  /**
   * A story has told it, which is confirmed instead of asked: with one of these needs, with an age in years between
   * these, or on behalf of another whom it calls by one of these words.
   */
  heard_by: z
    .strictObject({
      needs: z.array(z.enum(INDICATORS)).optional(),
      ages: z.tuple([z.number().int(), z.number().int()]).optional(),
      other: z.array(z.string().min(1)).optional(),
    })
    .optional(),
})

const base = { id, section: id.optional(), when: condition.optional() }

const question = {
  ...base,
  ask: text,
  into: id,
  /** Another slot that is told in the same breath: kept with the answer, its own question is then not asked. */
  also: id.optional(),
  /** Other wordings that are being compared with `ask`. */
  wordings: z.partialRecord(z.enum(WORDING_KEYS), wording).optional(),
  hint: text.optional(),
  why: text.optional(),
  miss: text.optional(),
  /** Asked before the value is used; {value}, {street}, {committee} stand for what was understood. */
  confirm: text.optional(),
  /** Said once the answer is kept, so that a wrong digit is seen without a question of its own. */
  noted: text.optional(),
  /** Asked instead of the question when the story already said it. */
  heard: text.optional(),
  /** Read back what was heard in a story: {heard}. */
  reflect: text.optional(),
  options: z.record(z.string(), option).optional(),
  /** Free words at a choice that match no option go here. */
  otherwise: z.strictObject({ into: id, goto: id }).optional(),
  check: z
    .strictObject({
      min: z.number().optional(),
      max: z.number().optional(),
      min_length: z.number().int().optional(),
      max_length: z.number().int().optional(),
      max_files: z.number().int().optional(),
    })
    .optional(),
  skippable: z.boolean().optional(),
}

const ask = z.strictObject({
  ...question,
  /** From here on silence still makes a case (未完成求助). */
  checkpoint: z.boolean().optional(),
  /** This question is the notice of consent: `yes` gives it, anything else keeps nothing. */
  consent: z.boolean().optional(),
  /**
   * Slots that the household's file may answer, each with how old that may be: read back in numbered lines, all in
   * one go, to the very person who told it. A number leaves its line out.
   */
  recall: z.record(id, delay).optional(),
  /** Slots to read back in numbered lines; a number changes that line. */
  summarise: z.array(id).max(LIMITS.summaryLines).optional(),
})

/** Words that lead on from any later question, as long as that place is not reached. */
const leave = z.strictObject({
  label: z.string().min(1).max(30),
  words: z.array(z.string().min(1)).optional(),
  goto: id,
})

const say = z.strictObject({
  ...base,
  say: text,
  leave: leave.optional(),
  goto: id.optional(),
  end: id.optional(),
})

const adaptive = z.strictObject({
  ...base,
  adaptive: z.strictObject({
    /** Id of the assessment model. */
    model: z.string(),
    always: z.array(z.enum(INDICATORS)).optional(),
    max: z.number().int().min(1).max(LIMITS.adaptiveQuestions),
  }),
  questions: z.array(z.strictObject({ ...question, indicator: z.enum(INDICATORS) })).min(1),
})

const deed = z.strictObject({
  ...base,
  do: z
    .array(
      z.union([
        z.strictObject({ open_case: z.enum(['unfinished', 'waiting']) }),
        z.strictObject({ call_duty: urgency }),
        z.strictObject({ call_person: z.literal('asked') }),
        z.strictObject({ leave_note: id }),
        z.strictObject({ answer_safety: id }),
        z.strictObject({ answer_check_in: id }),
        z.strictObject({ answer_satisfaction: id }),
        z.strictObject({ answer_plan: id }),
        z.strictObject({ complain: z.literal(true) }),
        z.strictObject({ withdraw: z.literal(true) }),
      ]),
    )
    .min(1),
})

const end = z.strictObject({ ...base, end: id })

const answerOf = z.strictObject({ slot: id })
/** The key of an option, or a number. */
const fixed = z.strictObject({ value: z.union([z.string().min(1), z.number()]) })

const run = z.strictObject({
  ...base,
  /** Id of a flow of kind `part`: its steps stand here. */
  run: id,
  /** What it is told, by its params: a text, an answer of this flow, or a fixed value. */
  with: z.record(id, z.union([text, answerOf, fixed])).optional(),
  /** Slots of this flow that its answers go into: slot here → output there. */
  returns: z.record(id, id).optional(),
})

const step = z.union([ask, say, adaptive, deed, run, end])

export const flowSchema = z.strictObject({
  format: z.literal('hearth-flow/1'),
  id,
  title: z.string().min(1).max(30),
  owner: z.string().min(1).max(60),
  source_language: z.literal('zh-CN'),
  languages: z.array(z.string()).min(1),
  /** help: started by a resident; case: talks about an open case; check_in: started by the bot before a visit; after_close: by the bot after closing; plan_word: when an adviser has a plan asked about; interrupt: danger; part: run by steps of the others. */
  kind: z.enum(['help', 'case', 'check_in', 'after_close', 'plan_word', 'interrupt', 'part']),
  /** part: what whoever runs it tells it. */
  params: z.record(id, param).optional(),
  /** part: slots that whoever runs it may take over. */
  outputs: z.array(id).optional(),
  slots: z.record(id, slot),
  defaults: z.strictObject({
    /** Misses at one question before a person is called. */
    retries: z.number().int().min(1).max(5),
    silence: z
      .array(
        z.strictObject({
          after: delay,
          say: text.optional(),
          /** Ask whether to go on, later, or a person. */
          offer: z.literal('resume').optional(),
          /** Never between 21:00 and 08:00 in Shanghai. */
          quiet_hours: z.boolean().optional(),
          park: z.boolean().optional(),
        }),
      )
      .max(4),
  }),
  sections: z.record(id, z.string().min(1).max(20)).optional(),
  steps: z.array(step).min(1).max(LIMITS.steps),
})

export type Flow = z.infer<typeof flowSchema>
export type Step = Flow['steps'][number]
type AskStep = z.infer<typeof ask>
export type SayStep = z.infer<typeof say>
export type LeaveDef = z.infer<typeof leave>
export type AdaptiveStep = z.infer<typeof adaptive>
export type DeedStep = z.infer<typeof deed>
export type RunStep = z.infer<typeof run>
export type EndStep = z.infer<typeof end>
export type Question = AskStep | AdaptiveStep['questions'][number]
export type Deed = DeedStep['do'][number]
export type SlotDef = Flow['slots'][string]
export type ParamDef = z.infer<typeof param>
