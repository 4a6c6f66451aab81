/** Characters of a story that a queue shows: two lines of a table. */
const SHORT = 48

/** The beginning of a story. Cut by characters, so that no character is halved. */
export function cut(story: string): string {
  const characters = [...story.replace(/\s+/g, ' ').trim()]
  return characters.length <= SHORT
    ? characters.join('')
    : `${characters.slice(0, SHORT).join('')}…`
}
