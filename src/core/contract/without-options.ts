type Optional = {
  readonly text: string
  readonly options?: readonly { readonly label: string }[] | undefined
}

/** The text without its numbered lines, for a client that shows the options as buttons. */
export function withoutOptions(message: Optional): string {
  if (!message.options?.length) return message.text
  const lines = message.options.map((option, at) => `\n${at + 1} ${option.label}`).join('')
  return message.text.endsWith(lines) ? message.text.slice(0, -lines.length) : message.text
}

/** Its options have numbers; at a read-back the numbers belong to the lines, and options have words only. */
export const isNumbered = (message: Optional): boolean => withoutOptions(message) !== message.text
