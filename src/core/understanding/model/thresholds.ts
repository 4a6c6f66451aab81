import { sigmoid } from './sigmoid.ts'

/** How likely calm texts seemed to weights that had not seen them, 0 to 1. */
export type CalmScores = {
  readonly answers: readonly number[]
  readonly stories: readonly number[]
  readonly alike: readonly number[]
}

/** At most this share of the turns of a chat, and of look-alikes, may reach a threshold. */
export type Bearable = { readonly turns: number; readonly alike: number }

/** Share of answers among the turns of a chat: a dozen answers, and twice something is told. */
const ANSWERS = 12 / 14

/**
 * The lowest threshold that is reached by no more calm turns, and no more look-alikes, than is bearable. A
 * text just below it counts in part (a logistic step, `SOFT` wide in log-odds), so that the share falls
 * smoothly and is met in one place. Counting whole texts in steps of 1/100 over one split into folds, the
 * alarm lay between 0.60 and 0.64 when one example in fifty was left out; smoothly and over three splits,
 * between 0.612 and 0.621.
 */
export function thresholdOf({ answers, stories, alike }: CalmScores, bearable: Bearable): number {
  const [ofAnswers, ofStories, ofAlike] = [curveOf(answers), curveOf(stories), curveOf(alike)]
  const ofTurns: Curve = (at) => ANSWERS * ofAnswers(at) + (1 - ANSWERS) * ofStories(at)
  const at = Math.max(whereFalls(ofTurns, bearable.turns), whereFalls(ofAlike, bearable.alike))
  return Number(sigmoid(at).toFixed(3))
}

/** Which share of the texts lies above a place, in log-odds. */
type Curve = (at: number) => number

const SOFT = 0.1

function curveOf(scores: readonly number[]): Curve {
  const places = scores.map(logOdds)
  return (at) => {
    const above = places.reduce((sum, place) => sum + sigmoid((place - at) / SOFT), 0)
    return above / Math.max(1, places.length)
  }
}

/** Where a falling curve passes a height, by halving: twenty times is finer than is written down. */
function whereFalls(curve: Curve, height: number): number {
  let [low, high] = [-MOST, MOST]
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2
    if (curve(middle) > height) low = middle
    else high = middle
  }
  return high
}

/** Log-odds of the likelihoods 0.001 and 0.999: no threshold lies beyond. */
const MOST = 7

function logOdds(likely: number): number {
  const safe = Math.min(1 - 1e-6, Math.max(1e-6, likely))
  return Math.log(safe / (1 - safe))
}
