import { type Assessment, assess } from '../assessment/assess.ts'
import type { Model } from '../assessment/model.ts'
import type { Parameters } from '../assessment/parameters.ts'
import { readAnswers } from '../assessment/read-answers.ts'
import type { IndicatorCode } from '../indicators.ts'
import { type Instant, shanghai } from '../time.ts'
import type { CaseFile } from './case-file.ts'
import type { Captured, Decision } from './decisions.ts'

export type Reassessing = {
  readonly file: CaseFile
  readonly captured: ReadonlyMap<string, Captured>
  readonly decided: ReadonlyMap<IndicatorCode, Decision>
}

/** By which table a case is assessed now. */
export type Yardstick = { readonly model: Model; readonly parameters: Parameters }

/**
 * The assessment with what advisers noted and decided since the bot's first pass (初评). What was
 * noted stands before the answer; what was decided stands before both, and `instead` keeps the rest.
 */
export function reassess(
  { file, captured, decided }: Reassessing,
  { model, parameters }: Yardstick,
  now: Instant,
): Assessment {
  const told = file.answers.map(({ slot, value }) => [slot, asFirstRead(value)] as const)
  const noted = [...captured.values()].map(({ slot, value }) => [slot, value] as const)
  const { facts } = readAnswers(model, Object.fromEntries([...told, ...noted]))
  const values = [...decided.values()].map(({ code, value }) => [code, value] as const)
  return assess(model, facts, {
    day: shanghai(now).day,
    parameters,
    decided: { ...settledByStory(file, captured, model), ...Object.fromEntries(values) },
  })
}

/** The first pass took amounts as they stand: what they are counted by was settled while asking. */
function asFirstRead(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('min' in value)) return value
  const { min, max } = value as { readonly min: unknown; readonly max?: unknown }
  return { min, max }
}

/** Needs that a yes to the read-back settled stay settled, until somebody notes an answer about them. */
function settledByStory(
  { assessment }: CaseFile,
  captured: Reassessing['captured'],
  model: Model,
): Readonly<Partial<Record<IndicatorCode, boolean | null>>> {
  const asks = new Map(model.indicators.map((each) => [each.code, each.asks]))
  const settled = (assessment?.perIndicator ?? []).filter(
    ({ code, instead }) =>
      instead !== undefined && !asks.get(code)?.some((slot) => captured.has(slot)),
  )
  return Object.fromEntries(settled.map(({ code, value }) => [code, value]))
}

/** Whether a value says something that the model can use in this slot. */
export function canCapture(model: Model, slot: string, value: unknown): boolean {
  if (!Object.hasOwn(model.facts, slot)) return false
  return readAnswers(model, { [slot]: value }).ignored.length === 0
}
