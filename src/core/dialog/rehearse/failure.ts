/** Where a talk went another way than it is stored. */
export type Failure = {
  /** 1-based line of the talk; absent = at its end. */
  readonly line?: number
  readonly code: (typeof FAILURES)[number]
  /** What differs: a slot, an event, a field of the case. */
  readonly about?: string
  readonly expected?: string
  readonly is?: string
}

export const FAILURES = [
  'waits',
  'not_said',
  'said',
  'not_silent',
  'differs',
  'no_event',
  'event',
  'not_heard',
  'case',
  'no_case',
  'ends',
] as const

/** For terminals and logs. The studio has words of its own. */
export function tellFailure({ line, code, about, expected, is }: Failure): string {
  const where = line === undefined ? '' : `line ${line}: `
  return where + told({ code, about: about ?? '', expected: expected ?? '', is: is ?? '' })
}

function told({ code, about, expected, is }: Required<Omit<Failure, 'line'>>): string {
  switch (code) {
    case 'waits':
      return `expected the question ${expected}, but ${is} waits`
    case 'not_said':
      return `「${expected}」 was not said, but: ${is}`
    case 'said':
      return `「${about}」 was said`
    case 'not_silent':
      return `expected silence, but: ${is}`
    case 'differs':
      return `${about} is ${is} instead of ${expected}`
    case 'no_event':
      return `no event ${about}`
    case 'event':
      return `event ${about}`
    case 'not_heard':
      return `${about} was not heard`
    case 'case':
      return 'there is a case'
    case 'no_case':
      return 'there is no case'
    case 'ends':
      return `ends ${is} instead of ${expected}`
    default:
      return code satisfies never
  }
}
