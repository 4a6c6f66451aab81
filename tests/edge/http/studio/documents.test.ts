import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { unpackHouse } from '../../../../src/core/dialog/pack-house.ts'
import { playTalk } from '../../../../src/core/dialog/rehearse/play-talk.ts'
import { readTalks } from '../../../../src/core/dialog/rehearse/stored-talk.ts'
import type { Staff } from '../../../../src/core/people/role.ts'
import { openStudioHouse, type StudioHouse } from '../../../support/studio-house.ts'

type SignedIn = Awaited<ReturnType<StudioHouse['signIn']>>

let house: StudioHouse
let anna: SignedIn
let boris: SignedIn
let chen: SignedIn
let adviser: SignedIn
let annaSelf: Staff
beforeAll(async () => {
  house = await openStudioHouse()
  annaSelf = await house.hire('admin', '安管理')
  anna = await house.signIn(annaSelf)
  boris = await house.signIn(await house.hire('admin', '博管理'))
  chen = await house.signIn(await house.hire('district', '陈区级'))
  adviser = await house.signIn(await house.hire('adviser', '邓菲菲'))
})
afterAll(() => house?.close())

const PATH = 'flows/help-request.yaml'
const OTHER = 'flows/my-case.yaml'
const TALKS = 'flows/tests/nine-people.yaml'
const at = (path: string) => `/document?path=${path}`
const read = async (who: SignedIn, path = PATH) => (await who.get(at(path))).body
const write = (who: SignedIn, text: string, version: number, path = PATH) =>
  who.put(at(path), { text, version })

/** Saves a changed text over what is there, and gives the version. */
async function draft(who: SignedIn, from: string, to: string, path = PATH): Promise<number> {
  const opened = await read(who, path)
  expect(opened.text.includes(from), from).toBe(true)
  const saved = await write(who, opened.text.replace(from, to), opened.version, path)
  expect(saved.status).toBe(200)
  return saved.body.version
}

const trySubmit = (who: SignedIn, paths: readonly string[], note = '改一句话') =>
  who.post('/releases', { paths, note, ticked: [] })

/** Looks at all warnings, and ticks them. */
async function submit(who: SignedIn, paths: readonly string[]): Promise<number> {
  const drafts = await Promise.all(paths.map(async (path) => [path, (await read(who, path)).text]))
  const checked = await who.post('/check', { texts: Object.fromEntries(drafts), talks: false })
  const ticked = checked.body.problems.map(({ key }: { key: string }) => key)
  const { body } = await who.post('/releases', { paths, note: '改一句话', ticked })
  expect(body).toEqual({ number: expect.any(Number) })
  return body.number
}

async function publish(from: string, to: string, path = PATH): Promise<number> {
  await draft(anna, from, to, path)
  const number = await submit(anna, [path])
  expect((await chen.post(`/releases/${number}/approve`)).status).toBe(200)
  return number
}

/** What somebody who begins a talk now is asked first. */
async function consentText(): Promise<string> {
  return (await house.resident().says('你好')).join('\n')
}

const states = async () =>
  (await anna.get('/releases')).body.releases.map(
    ({ number, state }: { number: number; state: string }) => `${number} ${state}`,
  )

test('documents are listed with their kind; advisers do not see them', async () => {
  const { body } = await anna.get('/documents')
  const help = body.documents.find(({ path }: { path: string }) => path === PATH)
  expect(help).toEqual({
    ...{ path: PATH, kind: 'flow', title: '居民求助' },
    ...{ draft: null, published: null, conflict: false },
  })
  const kinds = new Set(body.documents.map(({ kind }: { kind: string }) => kind))
  for (const kind of ['talks', 'model', 'parameters', 'routing', 'clocks', 'hotlines', 'lexicon'])
    expect(kinds).toContain(kind)
  expect((await adviser.get('/documents')).status).toBe(403)
  expect((await anna.get(at('flows/../package.json'))).status).toBe(400)
  expect((await anna.get(at('data/demonstration/residents.yaml'))).status).toBe(404)
})

test('of two who save over the same version one is told, with the text of the other', async () => {
  const { text, version } = await read(anna)
  const both = await Promise.all([
    write(anna, `${text}# anna\n`, version),
    write(boris, `${text}# boris\n`, version),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const late = both.find(({ status }) => status === 409)
  const kept = await read(anna)
  expect(late?.body).toMatchObject({
    code: 'stale',
    other: { text: kept.text, version: kept.version },
  })
  // What the loser typed goes on top only when asked for: with the version that was shown.
  const again = await write(boris, `${text}# boris again\n`, late?.body.other.version)
  expect(again.status).toBe(200)
  expect((await write(chen, 'x', again.body.version)).status).toBe(403)
  const away = await anna.post('/document/put-away?path=flows/help-request.yaml', {
    version: again.body.version,
  })
  expect(away.status).toBe(200)
  // A version never comes twice, so that nobody writes over a draft that began meanwhile.
  expect((await write(boris, 'x', version)).status).toBe(409)
  expect((await read(anna)).text).toBe(text)
})

test('a change goes live after a second person approved it, and an older text comes back', async () => {
  const told = await consentText()
  expect(told).toContain('为了帮您')
  await draft(anna, '为了帮您，我要记下', '为了帮到您，我要记下')
  const number = await submit(anna, [PATH])
  expect((await read(anna)).draft).toBeNull()
  const own = await anna.post(`/releases/${number}/approve`)
  expect(own).toMatchObject({ status: 409, body: { code: 'same_person' } })
  expect((await adviser.post(`/releases/${number}/approve`)).status).toBe(403)
  await house.round()
  expect(await consentText()).toBe(told)

  expect((await chen.post(`/releases/${number}/approve`)).status).toBe(200)
  await house.round()
  expect(await consentText()).toContain('为了帮到您')
  const { body } = await anna.get(`/releases/${number}`)
  expect(body.release).toMatchObject({ state: 'published', decidedBy: '陈区级', mine: true })
  expect(body.texts).toHaveLength(1)

  // In a hurry no stored talk stands in the way, be it one that fails.
  await house.ship(TALKS, (text) => text.replace('bot: consent', 'bot: phone'))
  const back = await chen.post('/releases/0/bring-back', { note: '改错了' })
  expect(back.status).toBe(200)
  await house.ship(TALKS, (text) => text)
  await house.round()
  expect(await consentText()).toBe(told)
  expect((await states()).slice(0, 2)).toEqual([`${number + 1} published`, `${number} replaced`])
  const forth = await chen.post(`/releases/${number}/bring-back`, { note: '' })
  expect(forth.status).toBe(200)
  expect((await read(anna)).text).toContain('为了帮到您')
  expect((await chen.post('/releases/0/bring-back', {})).status).toBe(200)
})

test('words of consent wait for who answers for them; a translator writes translations alone', async () => {
  const dora = await house.hire('adviser', '朵翻译')
  const li = await house.hire('supervisor', '李法务')
  const [translator, legal] = [await house.signIn(dora), await house.signIn(li)]
  const give = (who: SignedIn, staff: string, kind: string, held = true) =>
    who.put('/rights', { staff, kind, held })
  expect((await give(chen, li.id, 'legal')).status).toBe(403)
  expect((await give(anna, annaSelf.id, 'legal')).body.code).toBe('same_person')
  expect((await give(anna, randomUUID(), 'legal')).status).toBe(404)
  expect((await chen.get('/may')).body.legal).toBe(true)
  for (const [person, kind] of [
    [dora, 'translate'],
    [li, 'legal'],
  ] as const)
    expect((await give(anna, person.id, kind)).status).toBe(200)
  const { people } = (await anna.get('/rights')).body
  expect(people.find(({ id }: { id: string }) => id === li.id).kinds).toEqual(['legal'])

  const ENGLISH = 'locales/en/my-case.yaml'
  const english = await read(translator, ENGLISH)
  expect(english).toMatchObject({ mayEdit: true })
  expect((await read(translator)).mayEdit).toBe(false)
  const saved = await write(translator, `${english.text}# x\n`, english.version, ENGLISH)
  expect(saved.status).toBe(200)
  expect((await write(translator, 'x', 0)).status).toBe(403)
  expect((await trySubmit(translator, [ENGLISH, PATH])).status).toBe(403)
  const version = saved.body.version
  await translator.post(`/document/put-away?path=${ENGLISH}`, { version })

  await draft(anna, '为了帮您，我要记下', '为了帮到您，我要记下')
  const number = await submit(anna, [PATH])
  expect((await chen.get('/may')).body.legal).toBe(false)
  const locked = await chen.post(`/releases/${number}/approve`)
  expect(locked).toMatchObject({ status: 409, body: { code: 'locked' } })
  expect((await anna.post(`/releases/${number}/clear`)).status).toBe(403)
  expect((await legal.post(`/releases/${number}/clear`)).status).toBe(200)
  const { release } = (await chen.get(`/releases/${number}`)).body
  expect(release).toMatchObject({ locked: true, clearedBy: '李法务' })
  expect((await chen.post(`/releases/${number}/approve`)).status).toBe(200)
  expect((await chen.post('/releases/0/bring-back', { note: '改错了' })).status).toBe(200)
  await give(anna, li.id, 'legal', false)
  await house.round()
  for (const act of ['studio.right_given', 'studio.right_taken', 'release.cleared'])
    expect(await house.audited()).toContain(act)
})

test('who stands in the middle of a talk goes on with the flow it began with', async () => {
  const before = house.resident()
  await before.says('你好')
  await publish('需要帮助的人怎么称呼', '需要帮助的人叫什么')
  await house.round()
  await before.says('同意')
  expect((await before.says('我自己')).join()).toContain('怎么称呼')
  const after = house.resident()
  await after.says('你好')
  await after.says('同意')
  expect((await after.says('我自己')).join()).toContain('叫什么')
  await chen.post('/releases/0/bring-back', {})
})

test('what has an error is not submitted, a warning has to be looked at', async () => {
  await draft(anna, 'into: people', 'into: nobody')
  expect(await trySubmit(anna, [PATH])).toMatchObject({ status: 409, body: { code: 'unsound' } })
  await draft(anna, 'into: nobody', 'into: people')
  await draft(anna, '家里有没有这些人？', '家里有没有这些人？有几个？')
  const warned = await trySubmit(anna, [PATH])
  expect(warned).toMatchObject({ status: 409, body: { code: 'unticked' } })
  const { text, version } = await read(anna)
  const checked = await anna.post('/check', { texts: { [PATH]: text } })
  const warning = checked.body.problems.find(
    ({ code }: { code: string }) => code === 'two_questions',
  )
  expect(text.split('\n')[warning.line - 1]).toMatch(/id: members|ask:/)
  const keys = checked.body.problems.map(({ key }: { key: string }) => key)
  expect(keys).toContain(warned.body.field)
  expect(checked.body.talks.length).toBeGreaterThan(20)
  await anna.post(`/document/put-away?path=${PATH}`, { version })
})

test('two releases of one document: the second was made from a text that is gone, and is refused', async () => {
  await draft(anna, '按住的地方', '按您住的地方')
  const first = await submit(anna, [PATH])
  await draft(boris, '顾问用这个号码', '只有顾问用这个号码')
  const second = await submit(boris, [PATH])
  const both = await Promise.all(
    [first, second].map((number) => chen.post(`/releases/${number}/approve`)),
  )
  const now = await states()
  expect(now.filter((each: string) => each.endsWith(' published'))).toHaveLength(1)
  const done = both.filter(({ status }) => status === 200).length
  const failed = (await anna.get('/releases')).body.releases.filter(
    ({ failed }: { failed: string | null }) => failed === 'stale',
  ).length
  expect([done, failed]).not.toEqual([2, 0])
  const { text } = await read(anna)
  expect(text.includes('按您住的地方') && text.includes('只有顾问用这个号码')).toBe(false)
  await anna.post(`/releases/${second}/withdraw`)
  await chen.post('/releases/0/bring-back', {})
})

test('releases of different documents stand beside each other', async () => {
  await publish('按住的地方', '按您住的地方')
  const { text } = await read(anna, OTHER)
  await publish(text.slice(0, 20), `# 说明\n${text.slice(0, 20)}`, OTHER)
  expect((await read(anna)).text).toContain('按您住的地方')
  expect((await read(anna, OTHER)).text).toContain('# 说明')
  await chen.post('/releases/0/bring-back', {})
})

test('an approved release waits for its time, and two processes publish it once', async () => {
  await draft(anna, '按住的地方', '按您住的地方')
  const number = await submit(anna, [PATH])
  const publishAt = new Date(house.now() + 600_000).toISOString()
  await chen.post(`/releases/${number}/approve`, { publishAt })
  expect(await house.publishDue()).toBe(0)
  house.pass(600_001)
  const counts = await Promise.all([house.publishDue(), house.publishDue()])
  expect(counts.toSorted()).toEqual([0, 1])
  expect((await states())[0]).toBe(`${number} published`)
})

test('a shipped file that changed under a published text is shown, and neither is merged', async () => {
  await house.ship(PATH, (text) => text.replace('这次是谁需要帮助？', '请问这次是谁需要帮助？'))
  const opened = await read(anna)
  expect(opened.conflict).toBe(true)
  expect(opened.shipped).toContain('请问这次是谁')
  expect(opened.base).not.toContain('请问这次是谁')
  // The text in force is right as it is: said once more, and approved, it settles the conflict.
  await write(anna, opened.base, opened.version)
  const same = await submit(anna, [PATH])
  await chen.post(`/releases/${same}/approve`)
  expect(await read(anna)).toMatchObject({ conflict: false, text: opened.base })
  await house.ship(PATH, (text) => text.replace('请问这次是谁需要帮助？', '这次谁需要帮助？'))
  expect((await read(anna)).conflict).toBe(true)
  await draft(anna, '按您住的地方', '照您住的地方')
  const number = await submit(anna, [PATH])
  await chen.post(`/releases/${number}/approve`)
  expect((await read(anna)).conflict).toBe(false)
})

test('what is written on while a release is submitted stays a draft', async () => {
  const { documents } = house.parts
  const { text, version } = await read(anna, OTHER)
  const first = { path: OTHER, text: `${text}# one\n`, version }
  const saved = await documents.saveDraft(annaSelf, first)
  const read1 = { path: OTHER, version: saved.saved ? saved.version : 0 }
  await documents.saveDraft(annaSelf, { ...first, text: `${text}# two\n`, version: read1.version })
  const change = { path: OTHER, before: text, after: first.text }
  const release = { note: '', ticked: [], changes: [change], of: null, moves: null, locked: false }
  const number = await documents.submit(annaSelf, { ...release, drafts: [read1] })
  expect((await read(anna, OTHER)).text).toContain('# two')
  await anna.post(`/releases/${number}/withdraw`)
  await anna.post(`/document/put-away?path=${OTHER}`, { version: read1.version + 1 })
})

test('a model whose weights do not add up is not submitted', async () => {
  const path = 'data/assessment/changning-2020.yaml'
  await draft(anna, 'out_of: 12', 'out_of: 13', path)
  const refused = await trySubmit(anna, [path])
  expect(refused).toMatchObject({ status: 409, body: { code: 'unsound' } })
  expect(refused.body.field).toContain(path)
})

test('words by which danger is heard are tried on example lines, and not let go when danger is lost', async () => {
  const path = 'locales/zh-CN/understanding/crisis.yaml'
  const { text, version } = await read(anna, path)
  const deaf = text.replace(/^ {2}- \{ id: .*\n/gm, (line: string) =>
    /type: (suicide|violence)/.test(line) ? '' : line,
  )
  expect((await write(anna, deaf, version, path)).status).toBe(200)
  const { hearing, problems } = (await anna.post('/check', { texts: { [path]: deaf } })).body
  expect(hearing.danger).toBeGreaterThan(100)
  expect(hearing.changes[0].kind).toMatch(/^(danger|rule)_lost$/)
  const errors = problems.filter(({ level }: { level: string }) => level === 'error')
  expect(errors.map(({ code }: { code: string }) => code)).toContain('rule_lost')
  expect(await trySubmit(anna, [path])).toMatchObject({ status: 409, body: { code: 'unsound' } })
  await anna.post(`/document/put-away?path=${path}`, { version: version + 1 })
})

test('a rehearsal is given the house with the drafts laid over it, and plays on it', async () => {
  await draft(anna, '需要帮助的人怎么称呼', '怎么称呼需要帮助的人')
  const clocks = 'data/clocks/default.yaml'
  const { text } = await read(anna, clocks)
  await write(anna, text.replace('to: "17:00"', 'to: "16:00"'), 0, clocks)
  const { status, body } = await anna.get('/house')
  expect(status).toBe(200)
  // What another test left broken does not keep this draft out.
  expect(body.leftOut).not.toContain(clocks)
  expect(body.flows[PATH]).toContain('怎么称呼需要帮助的人')
  expect(Object.keys(body.talks)).toContain('flows/tests/nine-people.yaml')
  expect(body.personas.map(({ name }: { name: string }) => name)).toContain('王伯伯')
  const there = unpackHouse(body.house)
  expect(there.clocks.office.to).toBe(16 * 60)
  const [talk] = readTalks(parse(body.talks['flows/tests/nine-people.yaml']))
  if (!talk?.ok) throw new Error('no talk')
  expect(playTalk(there, talk.talk).failures).toEqual([])
  expect((await adviser.get('/house')).status).toBe(403)

  const { version } = await read(anna, clocks)
  await write(anna, 'format: nothing\n', version, clocks)
  const broken = (await anna.get('/house')).body
  expect(broken.leftOut).toContain(clocks)
  expect(unpackHouse(broken.house).clocks.office.to).toBe(17 * 60)
  for (const path of [PATH, clocks]) {
    await anna.post(`/document/put-away?path=${path}`, {
      version: (await read(anna, path)).version,
    })
  }
})

/** Somebody who was asked for his name. */
async function inTheMiddle() {
  const resident = house.resident()
  for (const text of ['你好', '同意', '我自己']) await resident.says(text)
  return resident
}

/** Stored talks that wait for a question, drafted to wait for it under its new name. */
async function renamedInTalks(from: string, to: string): Promise<readonly string[]> {
  const { documents } = (await anna.get('/documents')).body
  const talks = documents.filter(({ kind }: { kind: string }) => kind === 'talks')
  const paths = await Promise.all(
    talks.map(async ({ path }: { path: string }) => {
      const { text, version } = await read(anna, path)
      const renamed = text.replace(new RegExp(`\\bbot: ${from}\\b`, 'g'), `bot: ${to}`)
      if (renamed === text) return []
      expect((await write(anna, renamed, version, path)).status).toBe(200)
      return [path]
    }),
  )
  return paths.flat()
}

const planOf = async (number: number) => (await chen.get(`/releases/${number}/plan`)).body.steps

test('those in the middle are told of before anybody is moved, and go over only when the release says so', async () => {
  await chen.post('/releases/0/bring-back', { note: '' })
  await house.round()
  const stays = await inTheMiddle()
  const goes = await inTheMiddle()
  const person = await inTheMiddle()
  await person.says('我不想活了')
  await draft(anna, '需要帮助的人怎么称呼', '需要帮助的人叫什么')
  await draft(anna, '  - id: phone\n', '  - id: phone_number\n')
  const number = await submit(anna, [PATH, ...(await renamedInTalks('phone', 'phone_number'))])
  const named = (await planOf(number)).filter(
    ({ step }: { step: string }) => step === 'subject_name',
  )
  expect(named).toContainEqual({
    ...{ flow: 'help_request', step: 'subject_name', fate: 'asked_more', goesTo: 'subject_name' },
    ...{ more: 1, people: expect.any(Number) },
  })
  expect((await planOf(number)).map(({ fate }: { fate: string }) => fate)).toContain('danger')
  expect((await adviser.get(`/releases/${number}/plan`)).status).toBe(403)

  const set = (who: SignedIn, moves: object | null) =>
    who.put(`/releases/${number}/moves`, { moves })
  expect((await set(chen, { steps: {} })).status).toBe(403)
  expect((await set(anna, { steps: { phone: 'nowhere' } })).status).toBe(400)
  expect((await set(anna, { steps: { phone: 'address' } })).status).toBe(200)
  // Who approves has seen what becomes of them: what was changed meanwhile is looked at again.
  const unseen = await chen.post(`/releases/${number}/approve`, { moves: null })
  expect(unseen).toMatchObject({ status: 409, body: { code: 'stale' } })
  expect(await stays.says('王秀英')).toEqual([expect.stringContaining('哪个电话')])

  const moves = (await anna.get(`/releases/${number}`)).body.release.moves
  expect((await chen.post(`/releases/${number}/approve`, { moves })).status).toBe(200)
  await house.round()
  const said = await goes.says('王伯伯')
  expect(said[0]).toBe('我们把问题改过了，您答过的都在。')
  expect(said.at(-1)).toContain('住在哪里')
  expect((await person.says('安全')).join()).toContain('怎么称呼')
  expect((await set(anna, null)).status).toBe(409)
})

test('the last talks are replayed with their values alone, beside made-up ones', async () => {
  await draft(anna, '需要帮助的人叫什么', '需要帮助的人怎么叫')
  const number = await submit(anna, [PATH])
  const { status, body } = await chen.get(`/releases/${number}/replay`)
  expect(status).toBe(200)
  expect(body.real).toBeGreaterThan(0)
  expect(body.real + body.sample).toBe(20)
  expect(JSON.stringify(body)).not.toMatch(/王秀英|王伯伯/)
  // Thought once, told with its time; thought anew when asked, or when ten minutes have gone by.
  house.pass(60_000)
  const ask = async (query = '') => (await chen.get(`/releases/${number}/replay${query}`)).body.at
  expect(await ask()).toBe(body.at)
  expect(await ask('?again=yes')).toBe(new Date(house.now()).toISOString())
  const plan = async () => (await chen.get(`/releases/${number}/plan`)).body.at
  const thought = await plan()
  house.pass(600_001)
  expect(await plan()).not.toBe(thought)
  const { body: checks } = await chen.get(`/releases/${number}/checks`)
  expect(checks.talks.length).toBeGreaterThan(20)
  await anna.post(`/releases/${number}/withdraw`)
  // What was withdrawn is not lost: it becomes a draft once more, unless somebody is at it already.
  const taken = await boris.post(`/releases/${number}/take-up`)
  expect(taken.body).toEqual({ drafted: [PATH], conflicts: [] })
  await draft(boris, '按住的地方', '按您住的地方')
  const again = await anna.post(`/releases/${number}/take-up`)
  expect(again.body).toEqual({ drafted: [], conflicts: [PATH] })
})

test('what waits for its time can be published now, not by its author', async () => {
  const path = OTHER
  const { text } = await read(anna, path)
  await draft(anna, text.slice(0, 20), `# 说明\n${text.slice(0, 20)}`, path)
  const number = await submit(anna, [path])
  const publishAt = new Date(house.now() + 600_000).toISOString()
  await chen.post(`/releases/${number}/approve`, { publishAt })
  expect((await anna.post(`/releases/${number}/publish`)).body.code).toBe('same_person')
  expect((await chen.post(`/releases/${number}/publish`)).status).toBe(200)
  expect((await states())[0]).toBe(`${number} published`)
})

test('a real talk becomes a test, for an admin who may see its case; the reading stands in the audit', async () => {
  const resident = house.resident()
  const wrote = [
    '你好',
    '同意',
    '我自己',
    '欧阳晓燕',
    '139 1722 6048',
    '东浜居委',
    '对',
    '钱不够用',
  ]
  for (const text of [...wrote, '对', '都没有']) await resident.says(text)
  const number = await house.numberOf(resident.conversation)
  const made = await anna.post('/stand-in', { number, name: '一家三口' })
  expect(made).toMatchObject({ status: 200, body: { differs: 0, talk: { name: '一家三口' } } })
  const text = JSON.stringify(made.body.talk)
  for (const own of ['欧阳', '晓燕', '1722', '6048', '东浜']) expect(text).not.toContain(own)
  const [read] = readTalks(made.body.talk)
  expect(read?.ok && playTalk(house.house(), read.talk).failures).toEqual([])
  expect(await house.audited()).toContain('case.read')
  expect((await chen.post('/stand-in', { number, name: 'x' })).status).toBe(403)
  expect((await anna.post('/stand-in', { number: '9999-9999', name: 'x' })).status).toBe(404)
})

test('who did what stands in the audit', async () => {
  const acts = await house.audited()
  for (const act of ['draft.began', 'release.submitted', 'release.approved', 'release.published'])
    expect(acts).toContain(act)
  for (const act of ['release.brought_back', 'release.moves_set', 'release.foreseen'])
    expect(acts).toContain(act)
  expect(acts).toContain('release.replayed')
  expect(annaSelf.role).toBe('admin')
})
