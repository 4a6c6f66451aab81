import type { Instant } from '../time.ts'

/** Why a household should be assessed anew (再评估). */
export const REASSESS_REASONS = ['answers', 'worse', 'member', 'benefit'] as const

export type ReassessReason = (typeof REASSESS_REASONS)[number]

type Changed = {
  readonly kind: string
  readonly changedAt: Instant
  readonly detail: Readonly<Record<string, unknown>>
}

/**
 * What happened since the last assessment that may move the grade: new answers, an indicator that a follow-up
 * found worse, another member, other help.
 */
export function reasonsToReassess(
  last: Instant | null,
  records: readonly Changed[],
  answersChanged: boolean,
): readonly ReassessReason[] {
  if (last === null) return []
  const since = records.filter(({ changedAt }) => changedAt > last)
  const met: Readonly<Record<ReassessReason, boolean>> = {
    answers: answersChanged,
    worse: since.some(({ kind, detail }) => kind === 'follow_up' && hasWorse(detail)),
    member: since.some(({ kind }) => kind === 'member'),
    benefit: since.some(({ kind }) => kind === 'benefit'),
  }
  return REASSESS_REASONS.filter((reason) => met[reason])
}

const hasWorse = ({ worse }: Changed['detail']) => Array.isArray(worse) && worse.length > 0
