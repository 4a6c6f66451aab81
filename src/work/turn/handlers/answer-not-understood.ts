import { type Handler, NOTHING } from './handler.ts'

/** Told by the turn itself; the flow's figures are counted from the log. */
export const answerNotUnderstood: Handler<'answer_not_understood'> = () => NOTHING
