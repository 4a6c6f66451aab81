import type { HouseholdTalk, TalkFile } from '../../../work/ports/household-deeds.ts'
import type { DeskTx } from '../cases/desk-tx.ts'
import { rowsOf } from '../pool.ts'
import { admitConversation } from '../transaction.ts'
import { casesOfFile } from './all-of-file.ts'
import { fileOfHousehold } from './file-of-household.ts'

/** What residents said in the requests of a file: who, where, needs that were heard, files that were sent. */
export async function talksOf(on: DeskTx, household: string): Promise<readonly HouseholdTalk[]> {
  const { id } = await fileOfHousehold(on, household)
  const talks: HouseholdTalk[] = []
  for (const { number, opened_at, channel, conversation, file } of await casesOfFile(on, id)) {
    talks.push({
      ...{ number, openedAt: opened_at, channel },
      ...{ name: file?.name ?? null, phone: file?.phone ?? null },
      ...{ address: file?.address ?? null, story: file?.story ?? null, heard: file?.heard ?? [] },
      files: conversation === null ? [] : await filesOf(on, conversation),
    })
  }
  return talks
}

/** The database shows files of the one conversation whose case has been seen. */
async function filesOf({ tx }: DeskTx, conversation: string): Promise<readonly TalkFile[]> {
  await admitConversation(tx, conversation)
  const bucket = Number.parseInt(conversation.slice(0, 2), 16)
  return rowsOf<TalkFile>(tx, FILES, [bucket, conversation])
}

const FILES = {
  name: 'file_talk_files',
  text: `select id, media as kind, bytes, at from file
    where bucket = $1 and conversation_id = $2 order by at desc, id`,
}
