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
  'long_sentence',
  'foreign_word',
  'no_exit',
  'runs_off',
  'unknown_name',
  'not_known_yet',
  'danger_without_card',
  'card_without_number',
  'no_way_to_person',
  'speaks_at_night',
  'no_case',
  'no_checkpoint',
  'never_parks',
  'danger_changed',
  'consent_changed',
  'unused_slot',
  'no_such_section',
  'same_word',
  'impossible_check',
  'no_miss',
  'no_question_mark',
  'indicator_twice',
  'indicator_without_question',
  'label_cut',
  'too_many_for_channel',
  'too_long_for_channel',
  'missing_translation',
  'stale_translation',
  'inserts_differ',
  'no_such_part',
  'runs_itself',
  'missing_param',
  'unknown_param',
  'unknown_output',
  'kind_mismatch',
  'not_a_part',
  'unused_part',
  'shares_too_big',
  'same_wording',
  'wording_locked',
] as const

export type FlowProblemCode = (typeof FLOW_PROBLEMS)[number]

export const error = (code: FlowProblemCode, flow: string, step?: string): FlowProblem =>
  step === undefined ? { level: 'error', code, flow } : { level: 'error', code, flow, step }

export const warning = (code: FlowProblemCode, flow: string, step?: string): FlowProblem => ({
  ...error(code, flow, step),
  level: 'warning',
})
