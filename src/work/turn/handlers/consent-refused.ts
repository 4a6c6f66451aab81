import { type Handler, NOTHING } from './handler.ts'

/** Nothing of the request is kept besides the turn in which it was said. */
export const consentRefused: Handler<'consent_refused'> = () => NOTHING
