import type { Compiled } from '../compile.ts'
import { hearCrisis } from '../crisis/hear-crisis.ts'
import { raiseCrisis } from '../crisis/raise-crisis.ts'
import { normalise } from '../normalise.ts'
import type { Crisis } from '../understood.ts'
import { type Example, isDanger, isOrdinary, partOf } from './example.ts'
import { alarmOf, senseDanger } from './sense-danger.ts'
import type { Weights } from './weights.ts'

export type Share = { readonly hits: number; readonly of: number }

/** How one way of listening does on the test part of the examples. */
export type Figures = {
  readonly by: 'rules' | 'model' | 'both'
  /** Of those in danger, how many raise the alarm (high or imminent). */
  readonly heard: Share
  /** The same with a note to the adviser counted in (watch). */
  readonly noted: Share
  /** Ordinary messages that raise the alarm, or a note. */
  readonly falseAlarms: Share
  readonly falseNotes: Share
  /** Look-alikes, written to deceive, that raise the alarm. */
  readonly deceived: Share
}

type Listened = { readonly example: Example } & Readonly<Record<Figures['by'], Crisis>>

/** Rules alone, the model alone, and both, on the part that nothing was learned from. */
export function measureDanger(
  examples: readonly Example[],
  weights: Weights,
  compiled: Compiled,
): readonly Figures[] {
  const listened = examples
    .filter((example) => partOf(example) === 'test')
    .map((example): Listened => {
      const heard = normalise(example.text, compiled)
      const rules = hearCrisis(heard, [], compiled)
      const model = alarmOf(senseDanger(heard, weights, compiled), weights)
      return { example, rules, model, both: raiseCrisis(rules, model) }
    })
  return (['rules', 'model', 'both'] as const).map((by) => figuresOf(listened, by))
}

function figuresOf(listened: readonly Listened[], by: Figures['by']): Figures {
  const of = (is: (example: Example) => boolean) => listened.filter((l) => is(l.example))
  const [danger, ordinary] = [of(isDanger), of(isOrdinary)]
  return {
    by,
    heard: share(danger, (l) => isAlarm(l[by])),
    noted: share(danger, (l) => l[by].tier !== 'none'),
    falseAlarms: share(ordinary, (l) => isAlarm(l[by])),
    falseNotes: share(ordinary, (l) => l[by].tier !== 'none'),
    deceived: share(
      of((e) => e.label === 'alike'),
      (l) => isAlarm(l[by]),
    ),
  }
}

function share(of: readonly Listened[], is: (listened: Listened) => boolean): Share {
  return { hits: of.filter(is).length, of: of.length }
}

function isAlarm({ tier }: Crisis): boolean {
  return tier === 'high' || tier === 'imminent'
}
