/**
 * The places between which a process may die in a drill. Off unless the house was started for one:
 * the edge then hands in a function that kills the process at a named place with some probability.
 */
export const FAILPOINTS = [
  'turn.before-commit',
  'turn.committed-not-acknowledged',
  'deliver.before-send',
  'deliver.sent-not-marked',
  'rounds.claimed',
] as const

type FailpointName = (typeof FAILPOINTS)[number]

export type Failpoint = (name: FailpointName) => void

export const noFailpoint: Failpoint = () => {}
