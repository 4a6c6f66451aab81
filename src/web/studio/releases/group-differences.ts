import type { Replayed } from './api.ts'
import { has, say } from './texts.ts'

type Difference = Replayed['differences'][number]

/** Talks that change in the same way. */
type Group = { readonly words: string; readonly talks: readonly number[] }

/** The largest groups first; those whose grade or queue changes before those who are only asked something else. */
export function groupsOf(differences: readonly Difference[]): readonly Group[] {
  const groups = new Map<string, { readonly weight: number; readonly talks: number[] }>()
  for (const each of differences) {
    const words = wordsOf(each)
    const known = groups.get(words) ?? { weight: each.grade || each.queue ? 0 : 1, talks: [] }
    known.talks.push(each.talk)
    groups.set(words, known)
  }
  return [...groups]
    .toSorted(([, a], [, b]) => a.weight - b.weight || b.talks.length - a.talks.length)
    .map(([words, { talks }]) => ({ words, talks }))
}

function wordsOf({ asked, notAsked, reordered, grade, queue, urgency, ends }: Difference): string {
  return [
    grade && say('replay.grade_turn', { from: gradeWords(grade[0]), to: gradeWords(grade[1]) }),
    queue && say('replay.queue_turn', { from: queueWords(queue[0]), to: queueWords(queue[1]) }),
    urgency &&
      say('replay.urgency_turn', {
        from: say(`urgency.${urgency[0]}`),
        to: say(`urgency.${urgency[1]}`),
      }),
    asked.length > 0 && say('replay.asked', { steps: asked.join('、') }),
    notAsked.length > 0 && say('replay.not_asked', { steps: notAsked.join('、') }),
    reordered && say('replay.reordered'),
    ends && say('replay.ends_turn', { from: ends[0], to: ends[1] }),
  ]
    .filter(Boolean)
    .join('；')
}

/** `low–high`: still open between the two. */
function gradeWords(grade: string | null): string {
  if (grade === null) return say('grade.open')
  const ends = [...new Set(grade.split('–'))].map((each) => say(`grade.${each}`))
  return ends.join(say('grade.to'))
}

/** `street:江苏路街道`: the server puts names for codes. */
function queueWords(queue: string | null): string {
  if (queue === null) return say('queue.none')
  const [kind = '', place = ''] = queue.split(':')
  return has(`queue.${kind}`) ? say(`queue.${kind}`, { place }) : queue
}
