import type { Write } from '../../work/ports/cases-in-turn.ts'
import type { CaseRef, ConversationRef } from '../../work/ports/turns.ts'
import { caseWrites } from './cases/case-writes.ts'
import { answerPlan } from './households/answer-plan.ts'
import { putJobs } from './job-store.ts'
import { rowsOf, type Tx } from './pool.ts'
import type { KeyRing } from './seal/key-ring.ts'
import { sealAddress } from './turn-seal.ts'
import { complaintOfTalk } from './visits/complaint-of-talk.ts'

/** Ends the transaction: the turn must draw another case number. */
export class NumberTaken extends Error {}

/** The channel of invented talks: what comes by it is marked as demonstration data (样例数据). */
const SAMPLE = 'sample'

/** Carries out what a turn writes besides itself, inside its transaction. */
export function writeOf(tx: Tx, ring: KeyRing): (write: Write) => Promise<void> {
  const cases = caseWrites(tx, ring)
  return async (write) => {
    switch (write.kind) {
      case 'open_case': {
        const { file, conversation, channel, at } = write
        const sample = channel === SAMPLE
        const opened = await cases.openCase({ file, conversation, channel, at, sample })
        if (opened === 'number_taken') throw new NumberTaken()
        return
      }
      case 'update_case':
        await cases.updateCase({ file: write.file, at: write.at })
        return
      case 'case_event': {
        const { case: ref, what: kind, at, detail, words } = write
        const said = words === undefined ? {} : { words }
        const event = { district: ref.district, case: ref.id, at, kind, actor: 'bot', detail }
        return cases.addEvent({ ...event, ...said })
      }
      case 'bring_complaint':
        return complaintOfTalk(tx, write)
      case 'answer_plan':
        return answerPlan(tx, ring, write)
      case 'wake_case':
        return cases.wakeCase(write.case.district, write.case.id)
      case 'raise_alert': {
        const { kind: _, at, ...alert } = write
        return cases.raiseAlert({ ...alert, raisedAt: at })
      }
      case 'set_job':
        return putJobs(tx, [write.job])
      case 'move_home': {
        const { ref, key, home } = write
        const address = sealAddress(ref, key, home.user)
        await rowsOf(tx, MOVE, [ref.bucket, ref.id, home.channel, home.account, address])
        return
      }
      case 'cancel_job':
        await rowsOf(tx, CANCEL, [write.bucket, write.id])
        return
      case 'settle':
        await rowsOf(tx, SETTLE, [write.ref.bucket, write.ref.id, write.seq, write.status])
        return
      case 'erase':
        await eraseConversation(tx, write.ref, write.before)
        await eraseCases(cases, write.cases, write.at)
        return
      default:
        return write satisfies never
    }
  }
}

/** The key and the words. Ids, codes and times of the turns stay: the same message stays known. */
async function eraseConversation(tx: Tx, ref: ConversationRef, before: number): Promise<void> {
  await rowsOf(tx, FORGET_KEY, [ref.bucket, ref.id])
  await rowsOf(tx, FORGET_WORDS, [ref.bucket, ref.id, before])
  await rowsOf(tx, FORGET_FILES, [ref.bucket, ref.id])
  await rowsOf(tx, FORGET_NAME, [ref.bucket, ref.id])
}

async function eraseCases(
  cases: ReturnType<typeof caseWrites>,
  refs: readonly CaseRef[],
  at: number,
): Promise<void> {
  for (const { district, id } of refs) await cases.eraseCase(district, id, at)
}

const MOVE = {
  name: 'conversation_move',
  text: `update conversation set channel = $3, account = $4, address = $5
         where bucket = $1 and id = $2 and data_key is not null`,
}
const CANCEL = { name: 'job_cancel', text: 'delete from job where bucket = $1 and id = $2' }
const SETTLE = {
  name: 'turn_settle',
  text: `update turn set status = $4
         where bucket = $1 and conversation_id = $2 and seq = $3 and status = 'pending'`,
}
const FORGET_KEY = {
  name: 'conversation_erase',
  text: `update conversation set data_key = null, address = '' where bucket = $1 and id = $2`,
}
const FORGET_FILES = {
  name: 'file_erase',
  text: 'delete from file where bucket = $1 and conversation_id = $2',
}
const FORGET_NAME = {
  name: 'net_name_erase',
  text: 'delete from net_name where bucket = $1 and conversation_id = $2',
}
const FORGET_WORDS = {
  name: 'turn_erase',
  text: `update turn set sealed = null, due_at = null, delivery = 0
         where bucket = $1 and conversation_id = $2 and seq < $3`,
}
