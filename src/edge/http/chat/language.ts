import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Gate } from '../parts.ts'
import { keepChoice } from './keep-choice.ts'

const LANGUAGE_COOKIE = 'hearth-language'

/** Code for the language that the house speaks by itself. */
export const CHINESE = 'zh-CN'

/** The language that this person chose; undefined = Chinese. */
export function languageOf(request: FastifyRequest, { texts }: Gate): string | undefined {
  const chosen = request.cookies[LANGUAGE_COOKIE] ?? ''
  return Object.hasOwn(texts.languages ?? {}, chosen) ? chosen : undefined
}

/** Whether the house speaks it. */
export const isSpoken = (language: string, { texts }: Gate): boolean =>
  language === CHINESE || Object.hasOwn(texts.languages ?? {}, language)

export function keepLanguage(request: FastifyRequest, reply: FastifyReply, language: string): void {
  keepChoice(request, reply, LANGUAGE_COOKIE, language)
}

/** The gate with the texts of the page in a language. */
export function spokenGate(gate: Gate, language: string | undefined): Gate {
  const page = language === undefined ? undefined : gate.texts.languages?.[language]?.page
  return page ? { ...gate, texts: { ...gate.texts, page } } : gate
}
