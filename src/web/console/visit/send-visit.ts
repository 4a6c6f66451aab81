import type { z } from 'zod'
import type {
  AssessmentFormView,
  NewVisit,
  VisitKeptView,
} from '../../../core/contract/office/assessment.ts'
import type { KeptPhotos } from '../../../core/contract/office/service.ts'
import { csrf, get, isFailure, post, send, sentenceOf } from '../../shared/api/call.ts'
import type { Me } from '../api/desk.ts'
import { officePath } from '../api/office.ts'
import { filledForm, isUntouched, reckon } from '../assessment/filling.ts'
import { formPath } from '../assessment/use-form.ts'
import type { VisitDraft } from './draft.ts'
import { forget, keepDraft, keepForm, readDraft, readPhoto } from './phone-store.ts'

/** How sending went: `gone` = somebody else sends it just now, or it has arrived already. */
export type Sending = 'sent' | 'waiting' | 'conflict' | 'refused' | 'gone'

/** Tries when somebody changes the answers between reading and sending. */
const TRIES = 3

/**
 * Brings a visit home. Everything carries ids made on the phone, so that a send whose answer was lost is sent
 * again and still written once. What another person changed otherwise is shown first.
 */
export async function sendVisit(id: string): Promise<Sending> {
  return alone(`hearth-visit-send:${id}`, async () => {
    const draft = await readDraft(id)
    if (!draft) return 'gone'
    try {
      const me = await get<Me>('/api/desk/me')
      csrf.set(me.csrf)
      if (draft.by !== '' && draft.by !== me.id) return 'gone'
      return await bring(draft, TRIES)
    } catch (error) {
      return settle(draft.id, error)
    }
  })
}

async function bring(draft: VisitDraft, tries: number): Promise<Sending> {
  const assessing = draft.assess || !isUntouched(draft.filling)
  const form = assessing ? await freshForm(draft.number) : null
  const reckoned = form && reckon(form, draft.filling)
  if (reckoned && reckoned.conflicts.length > 0) {
    await keepDraft({ ...draft, state: 'conflict' })
    return 'conflict'
  }
  const photos = await bringPhotos(draft)
  const { day, result, met, words, minutes } = draft
  const visit: NewVisit = {
    ...{ id: draft.id, day, result, met, words, photos },
    minutes: /^\d+$/.test(minutes) && Number(minutes) > 0 ? Number(minutes) : null,
    form: form && reckoned && filledForm(form, draft.filling, reckoned),
  }
  try {
    await post<z.infer<typeof VisitKeptView>>(officePath(draft.number, '/visits'), visit)
  } catch (error) {
    if (isFailure(error) && error.trouble.code === 'stale' && tries > 1) {
      return bring((await readDraft(draft.id)) ?? draft, tries - 1)
    }
    throw error
  }
  await forget(draft)
  return 'sent'
}

async function freshForm(number: string): Promise<AssessmentFormView> {
  const form = await get<AssessmentFormView>(formPath(number))
  await keepForm(number, { form, at: Date.now() })
  return form
}

/** Photos go one by one, and each is noted as soon as it has arrived. */
async function bringPhotos(draft: VisitDraft) {
  let photos = draft.photos
  for (const photo of draft.photos) {
    if (photo.kept) continue
    const blob = await readPhoto(photo.id)
    if (!blob) continue
    const body = new FormData()
    body.append('files', blob, `${photo.id}.jpg`)
    const path = officePath(draft.number, '/photos')
    const kept = (await send<z.infer<typeof KeptPhotos>>(path, body)).photos[0]
    if (!kept) throw new Error('photo refused')
    photos = photos.map((each) => (each.id === photo.id ? { ...each, kept } : each))
    await keepDraft({ ...draft, photos })
  }
  return photos.flatMap(({ kept }) => (kept ? [kept] : []))
}

/** What may pass waits for the network; a refusal is told. Written over the newest state on the phone. */
async function settle(id: string, error: unknown): Promise<Sending> {
  const draft = await readDraft(id)
  if (!draft) return 'gone'
  const passes =
    isFailure(error) &&
    [0, 401, 429].concat(error.status >= 500 ? error.status : []).includes(error.status)
  const state = passes ? 'waiting' : 'refused'
  await keepDraft({ ...draft, state, why: passes ? '' : sentenceOf(error) })
  return state
}

/** Only one window sends it. Where the browser has no locks, the house still writes it once. */
async function alone(name: string, deed: () => Promise<Sending>): Promise<Sending> {
  if (!('locks' in navigator)) return deed()
  return navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? deed() : 'gone'))
}
