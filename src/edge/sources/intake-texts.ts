import type { IntakeTexts } from '../../work/intake/parts.ts'
import { loadTexts } from './texts.ts'

const LINES = ['number', 'from', 'kind', 'received', 'due'] as const

/** What advisers read of a case that another office sent, from `locales/<language>/intake.yaml`. */
export async function loadIntakeTexts(folder: string): Promise<IntakeTexts> {
  const { say } = await loadTexts(folder, 'intake')
  const lines = Object.fromEntries(LINES.map((line) => [line, say(`line.${line}`)]))
  return { lines: lines as IntakeTexts['lines'] }
}
