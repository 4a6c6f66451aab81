import type { WrittenPlan } from '../../../core/contract/office/plan.ts'
import { say } from './texts.ts'

/** The plan as one would tell it at the door: what for, what, who, until when, and the question whether it is right. */
export function plainWords(plan: WrittenPlan): string {
  return [say('tell.hello'), plainGoals(plan), say('tell.ask')].join('\n')
}

/** Goals and what is done for each: the bot says hello and asks by itself. */
export function plainGoals({ goals, measures }: WrittenPlan): string {
  const told = goals.map((goal, index) => {
    const own = measures.filter((measure) => measure.goal === goal.id)
    return [say('tell.goal', { n: index + 1, goal: goal.words }), ...own.map(toldMeasure)]
  })
  return told.flat().join('\n')
}

function toldMeasure({ words, who, dueOn, every }: WrittenPlan['measures'][number]): string {
  const often = say('tell.often', { every: say(`every.${every}`) })
  const until = dueOn === null ? '' : say('tell.day', { day: saidDay(dueOn) })
  return say('tell.measure', {
    ...{ words, who: who === '' ? '' : say('tell.who', { who }) },
    day: every === 'once' ? until : often,
  })
}

/** `12月4日`, as one says it. */
function saidDay(day: string): string {
  const [, month, date] = day.split('-').map(Number)
  return say('tell.on', { month: month ?? 0, date: date ?? 0 })
}
