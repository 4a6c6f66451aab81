import { loadModel, loadParameters } from '../../src/edge/sources/assessment.ts'

/** The model and the amounts as they are shipped, and a day on which they are all in force. */
export const model = await loadModel()
export const parameters = await loadParameters()
export const day = '2026-11-21'
