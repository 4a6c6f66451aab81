import { expect, test } from 'vitest'
import type { Job } from '../../../src/work/ports/jobs.ts'
import { openAside } from '../../../src/work/rounds/aside.ts'

const aJob = (id: string): Job => ({
  ...{ bucket: 1, id, kind: 'read_photo', dueAt: 0, heldUntil: 20_000, tries: 3 },
  detail: { conversation: '01000000-0000-8000-8000-000000000000' },
})

test('slow jobs hold nobody up: two at once, a third is put off without a try', async () => {
  const later: unknown[] = []
  const finish = async () => true
  const postpone = async (job: Job, dueAt: number, tries: number) =>
    void later.push([job.id, dueAt, tries])
  const aside = openAside({ jobs: { postpone, finish }, now: () => 1_000 })
  const ends: (() => void)[] = []
  const slow = () => new Promise<void>((end) => void ends.push(end))
  await aside.start(aJob('a'), slow)
  await aside.start(aJob('b'), slow)
  await aside.start(aJob('c'), slow)
  await Promise.resolve()
  expect(ends).toHaveLength(2)
  expect(later).toEqual([['c', 6_000, 3]])
  for (const end of ends) end()
  await aside.idle()
  await aside.start(aJob('c'), async () => void later.push('done'))
  await aside.idle()
  expect(later).toContain('done')
})

test('one that outlives its lease is done once, and put away by the lease it has then', async () => {
  const finished: Job[] = []
  const finish = async (job: Job) => finished.push(job) > 0
  const aside = openAside({ jobs: { postpone: async () => {}, finish }, now: () => 0 })
  let times = 0
  let end = () => {}
  const slow = () => {
    times += 1
    return new Promise<void>((resolve) => {
      end = resolve
    })
  }
  await aside.start(aJob('a'), slow)
  const again = { ...aJob('a'), heldUntil: 40_000 }
  await aside.start(again, slow)
  end()
  await aside.idle()
  expect(times).toBe(1)
  expect(finished).toEqual([again])
})
