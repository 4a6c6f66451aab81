import { type Example, isStory } from './example.ts'

/**
 * People tell their story in several sentences; the examples are single ones. Two or three of them
 * put together are such a story, and still no danger. Always the same ones for the same examples.
 */
export function joinStories(examples: readonly Example[]): readonly Example[] {
  const stories = examples.filter(isStory).map((e) => e.text)
  const pick = (i: number) => stories[i % stories.length] ?? ''
  return stories.map((text, i): Example => {
    const more = i % 2 === 0 ? [pick(i * 7 + 3)] : [pick(i * 7 + 3), pick(i * 11 + 5)]
    return { text: [text, ...more].join('，'), label: 'story' }
  })
}
