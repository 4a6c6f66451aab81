import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn } from '../support/adviser.ts'
import { writeOnline } from '../support/ask-online.ts'
import { axe } from '../support/browser.ts'
import { say } from '../support/resident.ts'
import type { Hired } from '../support/running-house.ts'
import { PHONE, picture, type Visit, visitHouse, widthOf } from '../support/visit.ts'

const OFFICE = { viewport: { width: 1366, height: 768 } }
const AUTHOR: Hired = {
  ...{ login: 'author', name: '高远', streets: '310105001', role: 'admin' },
  password: 'a long enough password',
}
const SECOND: Hired = { ...AUTHOR, login: 'second', name: '周敏', role: 'district' }

const PATH = 'flows/help-request.yaml'
const TALKS = readdirSync(resolve(import.meta.dirname, '../../flows/tests'))

let visit: Visit
let author: BrowserContextOptions
let second: BrowserContextOptions
beforeAll(async () => {
  visit = await visitHouse()
  for (const person of [AUTHOR, SECOND]) await visit.house.hire(person)
  author = await studioOf(AUTHOR)
  second = await studioOf(SECOND)
})
afterAll(() => visit?.close())

/** Comes in by the page, once: tries are counted. */
async function studioOf(person: Hired): Promise<BrowserContextOptions> {
  let storageState: BrowserContextOptions['storageState']
  await visit.open(OFFICE, async (page) => {
    await page.goto('/studio')
    await signIn(page.locator('form'), person)
    await page.getByRole('heading', { name: '文档' }).waitFor()
    storageState = await page.context().storageState()
  })
  return { ...OFFICE, ...(storageState && { storageState }) }
}

/** Walks by the tabulator until something has the focus. */
async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  await wanted.first().waitFor({ state: 'attached' })
  for (let tried = 0; tried < 200; tried += 1) {
    if (await wanted.first().evaluate(hasFocus)) return
    await page.keyboard.press(key)
  }
  throw new Error(`no way by keys to ${String(wanted)}`)
}

const hasFocus = (element: unknown) =>
  element === (globalThis as { document?: { activeElement: unknown } }).document?.activeElement

async function write(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabTo(page, page.locator('.step-form').getByLabel(label, { exact: true }))
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
}

async function openFlow(page: Page): Promise<void> {
  await page.goto('/studio')
  await page.getByRole('link', { name: '居民求助' }).waitFor()
  await page.keyboard.insertText('居民求助')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '居民求助' }).waitFor()
  await page.getByRole('tree').waitFor()
}

/** A flow from nothing: it takes the place of the one that residents are asked now. */
async function beginAnew(page: Page): Promise<void> {
  await page.goto('/studio')
  await page.getByRole('link', { name: '居民求助' }).waitFor()
  await tabTo(page, page.getByRole('button', { name: '新建流程' }))
  await page.keyboard.press('Enter')
  const box = page.getByRole('dialog')
  await box.getByText('这种流程只有一份：「居民求助」').waitFor()
  await picture(page, 'studio-new')
  expect(await axe(page, { contrast: 4.5 })).toEqual([])
  await tabTo(page, box.getByRole('button', { name: '从头写' }))
  await page.keyboard.press('Enter')
  await page.getByRole('treeitem', { name: /自动回复的，不是真人/ }).waitFor()
}

/** Another way to look at the flow. */
async function see(page: Page, view: '目录' | '图' | '原文', key = 'Shift+Tab'): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: view, exact: true }), key)
  await page.keyboard.press('Enter')
}

const tree = (page: Page) => page.locator('[role=treeitem][aria-selected=true]')

/** Puts a step in below the one that is looked at. */
async function insert(page: Page, kind: string): Promise<void> {
  await tabTo(page, tree(page), 'Shift+Tab')
  await page.keyboard.press('Insert')
  await tabTo(page, page.getByRole('toolbar').getByRole('button', { name: kind, exact: true }))
  await page.keyboard.press('Enter')
}

/** One question with its slot; the first choice of a list is taken by Home. */
async function question(page: Page, ask: string, slot: string, label: string): Promise<void> {
  await insert(page, '问')
  await write(page, '问', ask)
  await write(page, '为什么要问', '知道了，才好帮您。')
  await write(page, '没听懂时换个问法', '请再说一次，好吗？')
  await write(page, '答案存到', slot)
  await page.keyboard.press('Enter')
  const create = page.getByRole('button', { name: `新建答案「${slot}」` })
  await tabTo(page, create)
  await page.keyboard.press('Enter')
  await write(page, '叫什么', label)
}

async function choose(page: Page, label: string, index: number): Promise<void> {
  await tabTo(page, page.locator('.step-form').getByLabel(label, { exact: true }))
  await page.keyboard.press('Home')
  for (let step = 0; step < index; step += 1) await page.keyboard.press('ArrowDown')
}

/** Twelve ways to spoil the flow, and what is said of each. */
const BREAKS: readonly (readonly [from: string, to: string, says: RegExp])[] = [
  ['into: phone', 'into: nothing', /要存到「nothing」，可是没有这个答案/],
  ['- id: ask_2', '- id: welcome', /名字「welcome」用了两次/],
  ['goto: no_thanks', 'goto: nowhere', /要去「nowhere」，可是没有这一步/],
  ['{ open_case: waiting }', '{ withdraw: true }', /从不建个案/],
  ['方便？', '方便？行吗？', /一句里问了两个问题/],
  ['谢谢您，', '谢谢你，', /用「您」/],
  ['谢谢您，', '保证帮您，', /像在许诺的词：保证/],
  ['谢谢您，', '谢谢{nobody}，', /「nobody」没有这个东西/],
  ['into: phone', 'into: phone\n    when: pho = 1', /条件读不懂或类型不合/],
  ['consent: true', 'consent: maybe', /「consent」的写法不对/],
  ['，不是真人', '', /第一句没说「不是真人」/],
  ['languages: [', 'languages: [[', /这一段的写法读不了/],
]

test('with the keyboard alone a flow is written from nothing, broken, mended and submitted', async () => {
  await visit.open(author, async (page) => {
    await openFlow(page)
    await picture(page, 'studio-outline')
    expect(await axe(page, { contrast: 4.5 })).toEqual([])
    expect(await widthOf(page)).toBeLessThanOrEqual(1366)

    await see(page, '图')
    await page.locator('.react-flow__node').first().waitFor()
    await picture(page, 'studio-map')
    await see(page, '原文', 'Tab')
    await page.getByRole('textbox', { name: '原文' }).waitFor()
    expect(await axe(page, { contrast: 4.5 })).toEqual([])

    await beginAnew(page)
    await tabTo(page, tree(page))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')

    await question(page, '我要记下您家的情况，您同意吗？', 'consent', '同意')
    await choose(page, '是什么', 0)
    for (const [at, [label, key]] of [
      ['同意', 'yes'],
      ['不同意', 'no'],
    ].entries()) {
      await tabTo(page, page.getByRole('button', { name: '加一个选项' }))
      await page.keyboard.press('Enter')
      await write(page, `选项 ${at + 1} 的字`, label ?? '')
      await write(page, `选项 ${at + 1} 的内部名`, key ?? '')
      await page.keyboard.press('Tab')
    }
    await tabTo(page, page.getByText('更多设置'))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByLabel('这一题是征求同意'))
    await page.keyboard.press('Space')

    await question(page, '您打哪个电话方便？', 'phone', '电话')
    await choose(page, '是什么', 5)
    await choose(page, '隐私', 1)
    await insert(page, '办')
    await insert(page, '说')
    await write(page, '说', '谢谢您，顾问会打电话来。')
    await write(page, '到此结束', 'done')
    await insert(page, '说')
    await write(page, '名字', 'no_thanks')
    await page.keyboard.press('Enter')
    await write(page, '说', '好的，什么也没有记。')
    await write(page, '到此结束', 'declined')
    await picture(page, 'studio-written')

    await tabTo(page, tree(page), 'Shift+Tab')
    for (let up = 0; up < 4; up += 1) await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByText('选项 2 更多'))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('group', { name: '选项 2' }).getByLabel('然后去'))
    await page.keyboard.press('End')
    await page.getByText('0 错 2 提醒').waitFor()
    await picture(page, 'studio-options')
    await page.getByText(/^已存 \d\d:\d\d$/).waitFor()
    const { text } = await opened(page)

    await see(page, '原文')
    await tabTo(page, page.getByRole('textbox', { name: '原文' }))
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const put = async (next: string) => {
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(next)})`)
      await page.keyboard.press('Control+a')
      await page.keyboard.press('Control+v')
    }
    const line = page.locator('.cm-activeLine')
    for (const [from, to, says] of BREAKS) {
      expect(text).toContain(from)
      const broken = text.replace(from, to)
      await put(broken)
      const found = page.getByRole('region', { name: '检查' }).getByRole('button', { name: says })
      const [, number] = /第 (\d+) 行/.exec((await found.first().textContent()) ?? '') ?? []
      await found.first().focus()
      await page.keyboard.press('Enter')
      const spot = broken.split('\n')[Number(number) - 1] ?? 'nowhere'
      await line.filter({ hasText: spot.trim() }).waitFor()
    }
    await picture(page, 'studio-yaml')
    await put(text)
    await page.getByText('0 错 2 提醒').waitFor()
    await page.getByText(/^已存/).waitFor()

    await putTalksAway(page)
    await tabTo(page, page.getByRole('button', { name: '送审…' }), 'Shift+Tab')
    await page.keyboard.press('Enter')
    const box = page.getByRole('dialog')
    await tabTo(page, box.getByLabel('改了什么、为什么改'))
    await page.keyboard.insertText('从头写一份短的')
    for (const name of TALKS) {
      await tabTo(page, box.getByRole('checkbox', { name: `flows/tests/${name}` }))
      await page.keyboard.press('Space')
    }
    await box.getByText(/没有错/).waitFor()
    const warnings = box.getByRole('group', { name: /提醒要一个一个看过/ }).getByRole('checkbox')
    for (const warning of await warnings.all()) {
      await tabTo(page, warning)
      await page.keyboard.press('Space')
    }
    await picture(page, 'studio-submit')
    expect(await axe(page, { contrast: 4.5 })).toEqual([])
    await tabTo(page, box.getByRole('button', { name: '送审，请另一个人看' }))
    await page.keyboard.press('Enter')
    await page.getByText(/已送审：第 1 次发布/).waitFor()
  })
})

test('a second person approves by the keyboard, a resident is asked the new questions, and one key brings the old ones back', async () => {
  await visit.open(second, async (page) => {
    await page.goto('/studio/releases/1')
    await page.getByRole('heading', { name: '第 1 次发布' }).waitFor()
    await tabTo(page, page.getByRole('button', { name: '法务看过，可以' }))
    await page.keyboard.press('Enter')
    await page.getByText('法务看过：周敏').waitFor()
    await tabTo(page, page.getByRole('button', { name: '批准，马上发布' }))
    await page.keyboard.press('Enter')
    await page.getByText('正在用', { exact: true }).waitFor()
    await greeted(/自动回复的，不是真人。$/)
    await visit.open(PHONE, async (chat) => {
      await chat.goto('/')
      await chat.getByRole('button', { name: /^1 同意/ }).click()
      await chat.getByText('您打哪个电话方便').waitFor()
      await say(chat, '13800138000')
      await chat.getByText('顾问会打电话来').waitFor()
    })
    await page.goto('/studio/releases')
    await tabTo(page, page.getByRole('button', { name: '一键退回到原样' }))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('button', { name: /恢 ?复/ }))
    await page.keyboard.press('Enter')
    await page.getByText('现在用的：第 2 次发布').waitFor()
    await greeted(/随时可以回/)
  })
})

test('what is written is there again after a cut line and a closed tab, and what another saved meanwhile is put together', async () => {
  const path = 'flows/after-close.yaml'
  const words = (page: Page) => page.getByLabel('问', { exact: true })
  await visit.open(author, async (page) => {
    await page.goto(`/studio/documents/${path}`)
    await page.getByRole('treeitem', { name: /办得怎么样/ }).click()
    await page.context().setOffline(true)
    await words(page).fill('这次的事，办得怎么样？')
    await page.getByText(/^没存上，会再试/).waitFor()
    await page.close()

    const again = await page.context().newPage()
    await again.context().setOffline(false)
    await again.goto(`/studio/documents/${path}`)
    await again.getByRole('treeitem', { name: /这次的事，办得怎么样/ }).click()
    await again.getByText(/^已存 /).waitFor()
    const stored = await opened(again, path)
    expect(stored.text).toContain('这次的事，办得怎么样？')

    const theirs = stored.text.replace(/^title: .*$/m, 'title: 办结以后')
    const data = { text: theirs, version: stored.version }
    const headers = await proof(again)
    await again.request.put(`/api/studio/document?path=${path}`, { data, headers })
    await words(again).fill('这次的事，办得还行吗？')
    await again.getByRole('button', { name: /先存了：看一看/ }).click()
    await again.getByRole('button', { name: '合起来保存' }).click()
    await again.getByRole('heading', { name: '办结以后' }).waitFor()
    await again.getByText(/^已存 /).waitFor()
    expect((await opened(again, path)).text).toContain('这次的事，办得还行吗？')
    await again.getByRole('button', { name: '丢掉草稿' }).click()
    await again.getByRole('button', { name: '丢掉', exact: true }).click()
    await again.getByRole('heading', { name: '办结后问一问' }).waitFor()
  })
})

/** What a call that changes something must carry. */
async function proof(page: Page) {
  const me = await page.request.get('/api/desk/me')
  return { 'x-csrf-token': ((await me.json()) as { readonly csrf: string }).csrf }
}

const opened = async (page: Page, path = PATH) => {
  const answer = await page.request.get(`/api/studio/document?path=${path}`)
  return (await answer.json()) as { readonly text: string; readonly version: number }
}

/** The shipped talks are about the shipped questions. */
async function putTalksAway(page: Page): Promise<void> {
  for (const name of TALKS) {
    const path = `/api/studio/document?path=flows/tests/${name}`
    await page.request.put(path, { data: { text: '[]\n', version: 0 } })
  }
}

/** A new talk, once the house greets in these words: what is published is in force within seconds. */
async function greeted(words: RegExp) {
  for (let tried = 0; tried < 40; tried += 1) {
    const resident = await writeOnline(visit.house.url)
    const heard = await resident.heard()
    if (heard.some(({ text }) => words.test(text))) return resident
    await new Promise((done) => setTimeout(done, 300))
  }
  throw new Error(`nobody greeted with ${String(words)}`)
}
