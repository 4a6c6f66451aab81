import type { Day } from '../time.ts'

/** Who sits in a case conference (救助会诊): 民政 卫健 残联 教育 公安 人社 医保 住建 居委 社会组织 其他. */
export const DEPARTMENTS = [
  'civil_affairs',
  'health',
  'disability',
  'education',
  'police',
  'labour',
  'medical_insurance',
  'housing',
  'committee',
  'ngo',
  'other',
] as const

export type Department = (typeof DEPARTMENTS)[number]

/** 赞成, 反对, 弃权. */
export const VOTES = ['for', 'against', 'abstain'] as const

export type Vote = (typeof VOTES)[number]

/**
 * Why a conference stands for others like it (可比案例): 收入不符但很难, 多重困难, 人户分离, 突发变故, 无人监护,
 * 政策空白.
 */
export const COMPARABLE = [
  'income_misfit',
  'many_needs',
  'lives_elsewhere',
  'sudden',
  'no_guardian',
  'policy_gap',
] as const

export type Comparable = (typeof COMPARABLE)[number]

export type ConsultationMember = {
  readonly id: string
  readonly department: Department
  readonly name: string
  /** Null = has no account here: the opinion is written down by who called the conference. */
  readonly staff: string | null
}

/** A paper for the conference. `audience`: everybody, the street's own people alone, or one department. */
export type Material = {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly audience: 'all' | 'street' | Department
}

/** What the house knows, without a name: as it was when the conference was called. */
type ConsultationFacts = {
  readonly grade: string | null
  readonly confirmed: boolean
  readonly needs: readonly string[]
}

type Conclusion = {
  readonly words: string
  readonly by: string
  readonly on: Day
  readonly votes: Readonly<Record<Vote, number>>
  /** Opinions of those who voted against (不同意见). */
  readonly dissent: readonly { readonly name: string; readonly words: string }[]
  /** What is done now, by whom, until when: a measure of the plan. */
  readonly measure: {
    readonly id: string
    readonly words: string
    readonly owner: string
    readonly dueOn: Day
  }
}

/** What is written of a conference. Personal: sealed at rest. */
export type Consultation = {
  readonly question: string
  readonly members: readonly ConsultationMember[]
  readonly materials: readonly Material[]
  readonly facts: ConsultationFacts
  readonly minutes: string
  readonly conclusion: Conclusion | null
}

export type Opinion = {
  readonly member: string
  readonly vote: Vote
  readonly words: string
  /** Written down for somebody who has no account. */
  readonly forThem: boolean
}

/** What a member from beyond the street may read: what is for all, and what is for their department. */
export function materialsFor(
  { members, materials }: Pick<Consultation, 'members' | 'materials'>,
  staff: string,
): readonly Material[] {
  const own = members.find((member) => member.staff === staff)?.department
  if (own === undefined) return []
  return materials.filter(({ audience }) => audience === 'all' || audience === own)
}

/** The votes as they stand, one for each member. */
export function countVotes(opinions: readonly Opinion[]): Readonly<Record<Vote, number>> {
  const of = (vote: Vote) => opinions.filter((opinion) => opinion.vote === vote).length
  return { for: of('for'), against: of('against'), abstain: of('abstain') }
}

/** `王**`: enough to talk of somebody whom one is not to know. */
export function maskName(name: string | null): string | null {
  return name === null ? null : `${[...name][0] ?? ''}**`
}
