/** Enter while a list of choices is open takes the first of them. True when there was one. */
export function chooseFirst(field: HTMLTextAreaElement | null): boolean {
  const first = field?.form?.querySelector<HTMLButtonElement>('.phrases button')
  first?.click()
  return first !== undefined && first !== null
}
