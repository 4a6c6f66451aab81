import { z } from 'zod'
import { storedTalkSchema } from '../../dialog/rehearse/stored-talk.ts'
import { DocumentPath, DocumentText } from './documents.ts'

/** An invented person who answers rehearsals. */
const Persona = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    about: z.string().describe('One line about the person, as the file of the household has it.'),
    street: z.string().optional().describe('9-digit street of the link.'),
    file: storedTalkSchema.shape.file.describe('What an earlier request left on file.'),
    opens: z.string().optional().describe('The first message, where it is not an answer.'),
    stops_at: z.string().optional().describe('The question at which nothing more is written.'),
    answers: z.record(z.string(), z.string()).describe('What is written at each question.'),
  })
  .meta({ id: 'StudioPersona' })

/** Which talk is to become a test. */
export const AskStandIn = z.strictObject({
  number: z
    .string()
    .regex(/^\d{4}-\d{4}$/)
    .describe('Number of the case.'),
  name: z.string().trim().min(1).max(80).describe('What the test is called.'),
})

export const StandIn = z
  .strictObject({
    talk: z.looseObject({}).describe('A stored talk, as a file of flows/tests holds it.'),
    differs: z
      .int()
      .describe('Messages after which another question waits than did in the real talk.'),
  })
  .meta({ id: 'StudioStandIn' })

/** All that a rehearsal needs, drafts laid over what is in force. */
export const RehearsalHouse = z
  .strictObject({
    house: z
      .looseObject({})
      .describe('Lexicons, weights, places, clocks, hotlines … as the dialog machine takes them.'),
    flows: z.record(DocumentPath, DocumentText).describe('By path.'),
    talks: z.record(DocumentPath, DocumentText).describe('Stored talks, by path.'),
    personas: z.array(Persona).readonly(),
    leftOut: z
      .array(DocumentPath)
      .readonly()
      .describe('Drafts that cannot be loaded; what is in force stands in their place.'),
  })
  .meta({ id: 'StudioRehearsal' })
