import texts from '../../../../locales/zh-CN/office/household.yaml'
import { say } from './texts.ts'

/** The word of a code; the code itself where a newer part of the house says one that is not known here. */
export function wordOf(group: string, code: string): string {
  const key = `${group}.${code}`
  return key in texts ? say(key) : code
}

/** A list of codes with their words, for a choice. */
export const worded = (group: string, codes: readonly string[]) =>
  codes.map((code) => [code, wordOf(group, code)] as const)
