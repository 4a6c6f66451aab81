/** A file of texts, made flat by the build: `queue.title` → text. */
declare module '*.yaml' {
  const texts: Readonly<Record<string, string>>
  export default texts
}
