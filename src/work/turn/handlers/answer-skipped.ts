import { type Handler, NOTHING } from './handler.ts'

/** The case, when there is one, gets it with case_updated. */
export const answerSkipped: Handler<'answer_skipped'> = () => NOTHING
