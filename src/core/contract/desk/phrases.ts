import { z } from 'zod'
import { StreetCode } from './fields.ts'

/** Saved phrases (快捷短语): one's own, and those of a street. */
export const Phrase = z
  .strictObject({
    id: z.string().describe('Id.'),
    title: z.string().describe('What it is found by.'),
    text: z.string().describe('What is put into the box; never sent by itself.'),
    street: z.string().nullable().describe('Shared in this street; null = my own.'),
    mine: z.boolean().describe('I may change and delete it: I wrote it, or I lead that street.'),
  })
  .meta({ id: 'DeskPhrase' })

export const Phrases = z
  .strictObject({ phrases: z.array(Phrase).readonly().describe('My own first, then by title.') })
  .meta({ id: 'DeskPhrases' })

export const NewPhrase = z.strictObject({
  title: z.string().trim().min(1).max(60).describe('What it is found by.'),
  text: z.string().trim().min(1).max(2_000).describe('The phrase.'),
  street: StreetCode.nullable()
    .default(null)
    .describe('Share it in a street of mine; null = my own.'),
})

export const PhraseWords = NewPhrase.pick({ title: true, text: true })
