/** What came of a task that another office was given (协办结果). */
export const SUBTASK_RESULTS = ['done', 'not_possible', 'passed_on'] as const

export type SubtaskResult = (typeof SUBTASK_RESULTS)[number]
