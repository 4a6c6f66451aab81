/**
 * The one table of errors. A caller's mistake has a code here; a resident's odd answer is an event,
 * never an error. docs/reference/errors.md lists the same codes; a test holds both equal.
 */
export const PROBLEMS = {
  bad_request: { status: 400, says: 'The request does not have the form that the API asks for.' },
  bad_json: { status: 400, says: 'The body is not valid JSON.' },
  not_signed_in: { status: 401, says: 'Sign in first, or send the conversation token.' },
  wrong_password: { status: 401, says: 'Name and password do not belong together.' },
  not_allowed: { status: 403, says: 'Your role may not do this.' },
  not_found: { status: 404, says: 'There is nothing here, or nothing that you may see.' },
  already_claimed: { status: 409, says: 'Somebody else has taken this case.' },
  case_closed: { status: 409, says: 'The case is closed.' },
  open_transfer: { status: 409, says: 'Another street was asked to take this case.' },
  same_person: {
    status: 409,
    says: 'Somebody else than who wrote this has to approve it.',
  },
  stale: { status: 409, says: 'Somebody changed this since you read it. Read it again.' },
  too_large: { status: 413, says: 'The body is larger than the limit.' },
  unsupported_type: { status: 415, says: 'This content type is not understood here.' },
  too_many: { status: 429, says: 'Too many requests. Wait a little and try again.' },
  internal: { status: 500, says: 'Something went wrong on our side. It has been noted.' },
  unavailable: { status: 503, says: 'The service cannot answer just now. Try again soon.' },
  bad_configuration: { status: 500, says: 'A setting in the environment is missing or wrong.' },
  database_unsafe: {
    status: 500,
    says: 'The database is set up so that it could lose what it took.',
  },
  database_unreachable: { status: 503, says: 'The database does not answer.' },
  database_unstartable: { status: 500, says: 'The embedded database cannot run here.' },
  key_missing: { status: 500, says: 'The key that sealed a row is not in the key ring.' },
  seal_broken: { status: 500, says: 'A sealed value was changed or belongs to another row.' },
  bad_flow: { status: 400, says: 'A flow file does not have the form hearth-flow/1.' },
  bad_data: { status: 400, says: 'A data file does not have the form that is asked for.' },
  bad_talk: { status: 400, says: 'A stored talk does not have the form that is asked for.' },
  bad_condition: { status: 400, says: 'A condition cannot be read or does not fit the facts.' },
  unknown_command: { status: 400, says: 'There is no such command.' },
  bad_signature: {
    status: 401,
    says: 'The signature is missing, wrong or older than five minutes.',
  },
  migration_changed: { status: 500, says: 'A migration that has already run was edited.' },
  no_talk: { status: 409, says: 'This household has no talk with which files could be kept.' },
  open_talk: { status: 409, says: 'The talk is still going on; the bot does not speak into it.' },
  no_flow: { status: 409, says: 'The published dialogs have none for this.' },
  open_subtasks: { status: 409, says: 'Another office has not answered a task of this case yet.' },
  over_limit: { status: 409, says: 'The amount is over the limit of one payment.' },
  too_little_cash: { status: 409, says: 'The petty cash does not hold this amount.' },
  papers_missing: { status: 409, says: 'Papers that are asked for are not there yet.' },
  unsound: { status: 409, says: 'The checks find an error in this. Put it right first.' },
  second_needed: {
    status: 409,
    says: 'These are more rows than one person alone may take out.',
  },
  unticked: { status: 409, says: 'A warning has not been looked at and ticked yet.' },
  locked: {
    status: 409,
    says: 'It changes words of danger or consent: who answers for them has to clear it first.',
  },
} as const satisfies Record<string, { status: number; says: string }>

export type ProblemCode = keyof typeof PROBLEMS

export type Problem = Error & {
  readonly code: ProblemCode
  readonly status: number
  /** Ids, codes, field names and limits only: never what a person said. */
  readonly details: Readonly<Record<string, unknown>>
}

/** An error of the table, to be thrown: `throw problem('already_claimed', { by })`. */
export function problem(
  code: ProblemCode,
  details: Readonly<Record<string, unknown>> = {},
  cause?: unknown,
): Problem {
  const { status, says } = PROBLEMS[code]
  const error = new Error(says, cause === undefined ? undefined : { cause })
  return Object.assign(error, { code, status, details })
}

export function isProblem(error: unknown): error is Problem {
  return error instanceof Error && 'code' in error && String(error.code) in PROBLEMS
}
