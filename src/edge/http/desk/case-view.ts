import type { FiledAnswer } from '../../../core/casework/case-file.ts'
import { type DeskEvent, groupOf, wordOf } from '../../../core/casework/desk-event.ts'
import { messageOfAnswer, placeOfWords } from '../../../core/casework/evidence.ts'
import type { CaseView } from '../../../core/contract/desk/case-view.ts'
import { withoutOptions } from '../../../core/contract/without-options.ts'
import { maskPhone } from '../../../core/people/mask.ts'
import type { Shown } from '../../../work/ports/chat.ts'
import type { OpenedCase } from '../../../work/ports/desk.ts'
import type { Reach } from '../../../work/ports/reach.ts'
import type { Gate } from '../parts.ts'
import type { Texts } from '../texts.ts'
import { assessmentView } from './assessment-view.ts'
import { capturableView, readsOf } from './capturable-view.ts'
import { eventSentence, eventWords } from './event-words.ts'
import { iso } from './frame.ts'
import { householdView } from './household-view.ts'
import { queueRow } from './queue-row.ts'
import { reachView } from './reach-view.ts'
import { suspectView } from './suspect-view.ts'
import { deliveryWords, placeName, slotWord, word } from './words.ts'

type OtherEnd = { readonly reach: Reach | null; readonly netName: string | null }

/** Everything a workspace shows of a case. `nameOf` gives a colleague's name by id. */
export function caseView(
  found: OpenedCase,
  staffId: string,
  nameOf: (id: string) => string | undefined,
  gate: Gate,
  { reach, netName }: OtherEnd = { reach: null, netName: null },
): CaseView {
  const { row, file, transcript, floor, events, closing } = found
  const texts = gate.texts.desk
  const capturable = found.capturable.map((each) => capturableView(each, gate))
  const phones = phonesOf(found)
  return {
    case: queueRow(row, staffId, gate),
    subject: {
      ...{ name: file.name, phone: row.phone, address: file.address, story: file.story },
      ...{ agrees: file.subjectAgrees, wantsPerson: file.wantsPerson },
    },
    answers: answers(found, capturable, gate),
    needs: needs(found, gate),
    assessment: assessmentView(found, gate),
    talk: {
      state: floor.state,
      by: floor.by === null ? null : (nameOf(floor.by) ?? null),
      last: transcript.at(-1)?.seq ?? 0,
      lastResidentAt: lastOf(transcript),
      netName,
      reach: reach && reachView(texts, reach, row.phone !== null),
    },
    transcript: transcript.map((shown) => spoken(shown, phones, gate.texts.desk)),
    timeline: events.map((event) => ({
      ...{ seq: event.seq, at: iso(event.at), kind: event.kind, by: event.by },
      group: groupOf(event.kind),
      sentence: eventSentence(event, gate),
      words: event.kind === 'note' ? null : masked(eventWords(event), phones),
    })),
    notes: events.filter(({ kind }) => kind === 'note').map((event) => note(event, nameOf)),
    samePhone: found.samePhone.map(({ number, status, openedAt }) => ({
      ...{ number, status, statusLabel: word(texts, 'status', status), opened: iso(openedAt) },
    })),
    household: householdView(found, gate),
    closing: closing && {
      ...{ outcome: closing.outcome, outcomeLabel: word(texts, 'outcome', closing.outcome) },
      ...{ at: iso(closing.at), by: closing.by, recheck: closing.recheck },
    },
    askable: found.askable.map(({ code, question }) => ({
      ...{ code, question, name: word(texts, 'indicator', code) },
    })),
    capturable,
    suspects: found.suspects.map((each) => suspectView(each, transcript, gate)),
    supposed: {
      sure: found.supposed.sure,
      places: found.supposed.places.map(({ street, committee = null }) => ({
        ...{ street, committee },
        label: [street, committee]
          .flatMap((code) => (code ? [placeName(gate, code)] : []))
          .join(''),
      })),
    },
    acts: [...found.acts],
    now: iso(gate.clock()),
  }
}

function answers(
  { file, captured, transcript }: OpenedCase,
  capturable: CaseView['capturable'],
  gate: Gate,
): CaseView['answers'] {
  const reading = (slot: string, value: unknown) =>
    slot === 'phone'
      ? maskPhone(String(value).replaceAll(/\D/g, ''))
      : readsOf(
          value,
          capturable.find((each) => each.slot === slot),
        )
  const one = (answer: FiledAnswer) => {
    const { slot, question, reads, basis, at } = answer
    const noted = captured.get(slot)
    return {
      ...{ slot, question, reads, basis, at: iso(at) },
      basisLabel: word(gate.texts.desk, 'basis', basis),
      seq: messageOfAnswer(answer, transcript)?.seq ?? null,
      captured: noted
        ? { reads: reading(slot, noted.value), by: noted.by, at: iso(noted.at), seq: noted.message }
        : null,
    }
  }
  const answered = new Set(file.answers.map(({ slot }) => slot))
  const onlyNoted = [...captured.values()].filter(({ slot }) => !answered.has(slot))
  return [
    ...file.answers.map(one),
    ...onlyNoted.map(({ slot, value, by, at, message }) => ({
      ...{ slot, question: slotWord(gate, slot), reads: '', basis: 'adviser' },
      basisLabel: word(gate.texts.desk, 'basis', 'adviser'),
      ...{ at: iso(at), seq: message },
      captured: { reads: reading(slot, value), by, at: iso(at), seq: message },
    })),
  ]
}

function needs({ file, transcript }: OpenedCase, gate: Gate): CaseView['needs'] {
  return file.heard.map(({ code, who, polarity, quote, confirmed }) => {
    const place = placeOfWords(quote, transcript)
    return {
      ...{ code, who, polarity, quote, confirmed },
      label: word(gate.texts.desk, 'indicator', code),
      seq: place?.seq ?? null,
      span: place ? [place.span[0], place.span[1]] : null,
    }
  })
}

function note(
  event: DeskEvent,
  nameOf: (id: string) => string | undefined,
): CaseView['notes'][number] {
  const called = Array.isArray(event.detail.mentions) ? event.detail.mentions.map(String) : []
  return {
    ...{ seq: event.seq, at: iso(event.at), by: event.by ?? '', byId: event.actor },
    text: wordOf(event, 'text'),
    mentions: called.map((id) => ({ id, name: nameOf(id) ?? '' })),
  }
}

/** The number stays masked here too; characters keep their places, for what is marked. */
function spoken(
  shown: Shown,
  phones: readonly string[],
  texts: Texts,
): CaseView['transcript'][number] {
  const { seq, id, from, by, at, options = [], media = null, delivery = null } = shown
  return {
    ...{ seq, id, from, by: by ?? null, at: iso(at) },
    text: masked(withoutOptions(shown), phones),
    options: options.map(({ label }) => label),
    media: media && { kind: media.kind, files: [...media.files] },
    delivery: delivery && { state: delivery.state, label: deliveryWords(texts, delivery) },
  }
}

/** The number that is called, and those that were told before it. */
function phonesOf({ file, captured }: OpenedCase): readonly string[] {
  const told = file.answers.filter(({ slot }) => slot === 'phone').map(({ value }) => value)
  const all = [file.phone, ...told, captured.get('phone')?.value, captured.get('phone')?.quote]
  return [...new Set(all)].filter(
    (each) => typeof each === 'string' && /\d{7}/.test(each),
  ) as string[]
}

function masked<T extends string | null>(text: T, phones: readonly string[]): T {
  if (text === null) return text
  return phones.reduce<string>((all, phone) => all.replaceAll(phone, maskPhone(phone)), text) as T
}

function lastOf(transcript: readonly Shown[]): string | null {
  const last = transcript.findLast(({ from }) => from === 'resident')
  return last ? iso(last.at) : null
}
