/** What is wrong with a flow, and where. Errors keep it from being used; warnings want a look. */
export type FlowProblem = {
  readonly level: 'error' | 'warning'
  readonly code: FlowProblemCode
  readonly flow: string
  readonly step?: string
  readonly field?: string
  /** Names the sentence may need. */
  readonly about?: string
}

export const FLOW_PROBLEMS = [
  'unreadable',
  'no_help_flow',
  'no_interrupt',
  'duplicate_step',
  'reserved_step',
  'slot_twice',
  'no_such_slot',
  'no_such_step',
  'bad_condition',
  'missing_option',
  'unknown_option',
  'missing_options',
  'unreachable',
  'loop_without_question',
  'personal_before_consent',
  'no_why',
  'two_questions',
  'too_many_options',
  'long_question',
  'question_in_hint',
  'long_bubble',
  'long_why',
  'blame_word',
  'promise',
  'officialese',
  'impolite',
  'no_machine_notice',
] as const

export type FlowProblemCode = (typeof FLOW_PROBLEMS)[number]

export const error = (code: FlowProblemCode, flow: string, step?: string): FlowProblem =>
  step === undefined ? { level: 'error', code, flow } : { level: 'error', code, flow, step }

export const warning = (code: FlowProblemCode, flow: string, step: string): FlowProblem => ({
  level: 'warning',
  code,
  flow,
  step,
})
