import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Gate, Parts } from '../parts.ts'
import type { Texts } from '../texts.ts'
import { chosenBy, keepChoice } from './keep-choice.ts'

const LANGUAGE_COOKIE = 'hearth-language'

/** Code for the language that the house speaks by itself. */
export const CHINESE = 'zh-CN'

/** The language that this person chose; undefined = Chinese. */
export function languageOf(request: FastifyRequest, { texts }: Parts): string | undefined {
  const chosen = chosenBy(request, LANGUAGE_COOKIE) ?? ''
  return Object.hasOwn(texts.languages ?? {}, chosen) ? chosen : undefined
}

/** Whether the house speaks it. */
export const isSpoken = (language: string, { texts }: Gate): boolean =>
  language === CHINESE || Object.hasOwn(texts.languages ?? {}, language)

export function keepLanguage(request: FastifyRequest, reply: FastifyReply, language: string): void {
  keepChoice(request, reply, LANGUAGE_COOKIE, language)
}

/** The texts of the resident's pages, in the language that this person chose. */
export function pageTexts(request: FastifyRequest, parts: Parts): Texts {
  const language = languageOf(request, parts) ?? CHINESE
  return parts.texts.languages?.[language]?.page ?? parts.texts.page
}
