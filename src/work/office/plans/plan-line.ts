import { AGREED, AGREED_BY, type Plan } from '../../../core/casework/plan.ts'
import type { FileRecord } from '../../ports/household-files.ts'
import type { Agreement, MeasureLine, MeasureNote, PlanLine } from '../../ports/plans.ts'

/** Codes and ids of a plan, beside what is sealed. */
export type PlanDetail = {
  readonly tier: string
  readonly phase: number
  readonly follows: PlanLine['follows']
  readonly writers: readonly string[]
  readonly submittedBy: string | null
  readonly approvedBy: string | null
  readonly approvedOn: string | null
  readonly met: readonly string[]
  readonly agreement: Omit<Agreement, 'words'> | null
  readonly asked: PlanLine['asked']
}

export type PlanBody = {
  readonly plan: Plan
  readonly remark: string
  readonly agreementWords: string
}

/** A record of the kind plan as it reads; without its words after an erasure. */
export function planLine(record: FileRecord): PlanLine {
  const detail = planDetail(record)
  const body = record.body as PlanBody | null
  const { agreement } = detail
  return {
    ...{ record, plan: body?.plan ?? null, remark: body?.remark ?? '' },
    ...{ phase: detail.phase, follows: detail.follows, writers: detail.writers },
    ...{ submittedBy: detail.submittedBy, approvedBy: detail.approvedBy },
    ...{ approvedOn: detail.approvedOn, met: detail.met, asked: detail.asked },
    agreement: isAgreement(agreement) ? { ...agreement, words: body?.agreementWords ?? '' } : null,
  }
}

export function planDetail({ detail }: Pick<FileRecord, 'detail'>): PlanDetail {
  const known = detail as Partial<PlanDetail>
  return {
    tier: known.tier ?? '',
    phase: known.phase ?? 1,
    follows: known.follows ?? null,
    writers: known.writers ?? [],
    submittedBy: known.submittedBy ?? null,
    approvedBy: known.approvedBy ?? null,
    approvedOn: known.approvedOn ?? null,
    met: known.met ?? [],
    agreement: known.agreement ?? null,
    asked: known.asked ?? null,
  }
}

export type MeasureBody = {
  readonly words: string
  readonly who: string
  readonly notes: readonly MeasureNote[]
}

export function measureLine(record: FileRecord): MeasureLine {
  const { words = '', who = '', notes = [] } = (record.body ?? {}) as Partial<MeasureBody>
  const { times, consultation } = record.detail
  return {
    ...{ record, words, who, notes },
    consultation: typeof consultation === 'string' ? consultation : null,
    times: typeof times === 'number' ? times : 0,
  }
}

function isAgreement(it: PlanDetail['agreement']): it is Omit<Agreement, 'words'> {
  return it !== null && AGREED.includes(it.answer) && AGREED_BY.includes(it.by)
}
