import { type Handler, NOTHING } from './handler.ts'

/** The next state of the case comes with its own case_updated; the words are in the turn. */
export const answerCorrected: Handler<'answer_corrected'> = () => NOTHING
