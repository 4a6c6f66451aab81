import type { Line } from '../../../../core/dialog/rehearse/session.ts'
import type { TalkIo } from '../talk.ts'

export type Printer = {
  readonly title: (text: string) => void
  readonly line: (line: Pick<Line, 'from' | 'text'>, as?: string) => void
  readonly note: (text: string) => void
  readonly failure: (text: string) => void
}

const DIM = '\u001b[2m'
const BOLD = '\u001b[1m'
const RED = '\u001b[31m'
const PLAIN = '\u001b[0m'

/** Writes a talk to the terminal; colours only where there is one and NO_COLOR is not set. */
export function printerOf({ stdout, env = process.env }: Pick<TalkIo, 'stdout' | 'env'>): Printer {
  const isColoured = stdout.isTTY === true && !env.NO_COLOR
  const paint = (colour: string, text: string) => (isColoured ? `${colour}${text}${PLAIN}` : text)
  const write = (text: string) => void stdout.write(`${text}\n`)
  return {
    title: (text) => write(paint(BOLD, `# ${text}`)),
    line: ({ from, text }, as) =>
      write(from === 'resident' ? paint(BOLD, `${as ?? ''}> ${text}`) : `${text}\n`),
    note: (text) => write(paint(DIM, text)),
    failure: (text) => write(paint(RED, `! ${text}`)),
  }
}
