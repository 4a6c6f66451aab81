import { type Crisis, TIERS } from '../understood.ts'

/** The graver of what the rules heard and what the model sensed; when equal, the rules' reason. */
export function raiseCrisis(ruled: Crisis, sensed: Crisis): Crisis {
  return TIERS.indexOf(sensed.tier) > TIERS.indexOf(ruled.tier) ? sensed : ruled
}
