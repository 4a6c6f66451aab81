import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADVISER, deskOf } from '../support/adviser.ts'
import { axe } from '../support/browser.ts'
import { PHONE, picture, type Visit, visitHouse, widthOf } from '../support/visit.ts'

/** A change of the dialog, from its author over a second person to somebody in the middle of a talk, and back. */

const ANNA = { ...ADVISER, login: 'anna', name: '安管理', role: 'admin' }
const CHEN = { ...ADVISER, login: 'chen', name: '陈区级', role: 'district' }
const PATH = 'flows/help-request.yaml'

let visit: Visit
let anna: BrowserContextOptions
let chen: BrowserContextOptions
beforeAll(async () => {
  visit = await visitHouse()
  for (const person of [ANNA, CHEN]) await visit.house.hire(person)
  anna = await deskOf(visit, ANNA)
  chen = await deskOf(visit, CHEN)
})
afterAll(() => visit?.close())

/** Calls of the studio as its screens make them. */
async function callsOf(page: Page) {
  const { csrf } = await (await page.request.get('/api/desk/me')).json()
  const headers = { 'x-csrf-token': csrf, 'sec-fetch-site': 'same-origin' }
  const read = async (path: string) => (await page.request.get(`/api/studio${path}`)).json()
  const send = async (method: 'PUT' | 'POST', path: string, data: object) =>
    (await page.request.fetch(`/api/studio${path}`, { method, headers, data })).json()
  return { read, send }
}

/** Drafts a change and sends it off, every warning ticked. Gives the number of the release. */
async function submitted(page: Page, turns: readonly (readonly [string, string])[]) {
  const { read, send } = await callsOf(page)
  const { text, version } = await read(`/document?path=${PATH}`)
  const changed = turns.reduce((now, [from, to]) => now.replace(from, to), text)
  await send('PUT', `/document?path=${PATH}`, { text: changed, version })
  const { problems } = await send('POST', '/check', { texts: { [PATH]: changed }, talks: false })
  const ticked = problems.map(({ key }: { readonly key: string }) => key)
  const { number } = await send('POST', '/releases', {
    paths: [PATH],
    note: '话说得清楚些',
    ticked,
  })
  return Number(number)
}

type Answered = { readonly token: string; readonly messages: readonly { readonly text: string }[] }

/** Somebody who writes in the chat and stands at the question for the phone. */
async function inTheMiddle() {
  const call = async (path: string, body: object, token?: string) => {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    }
    const url = `${visit.house.url}/api/chat/${path}`
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
    return (await answer.json()) as Answered
  }
  const { token } = await call('conversations', {})
  const says = async (text: string): Promise<readonly string[]> => {
    const { messages } = await call('messages', { id: randomUUID(), text }, token)
    return messages.map(({ text }) => text)
  }
  for (const text of ['同意', '我自己', '王秀英']) await says(text)
  return { says }
}

async function looksRight(page: Page, name: string): Promise<void> {
  await picture(page, `studio-${name}`)
  expect([name, await axe(page, { contrast: 4.5 })]).toEqual([name, []])
  expect(await widthOf(page)).toBe(page.viewportSize()?.width)
}

async function openRelease(page: Page, number: number): Promise<void> {
  await page.goto(`/studio/releases/${number}`)
  await page.getByRole('heading', { name: `第 ${number} 次发布` }).waitFor()
}

test('a change is seen, tried on those in the middle and on the past, approved by another, lived through and taken back', async () => {
  const resident = await inTheMiddle()
  let number = 0
  await visit.open(anna, async (page) => {
    number = await submitted(page, [
      ['需要帮助的人，现在住在哪里？', '需要帮助的人，现在住在什么地方？'],
      ['label: 我的亲戚', 'label: 我家亲戚'],
      [
        'known(for_whom) and for_whom in ("family", "neighbour")',
        'known(for_whom) and for_whom != "self"',
      ],
    ])
    await openRelease(page, number)
    await page.getByText('选项 2 改名：由「我的亲戚」改为「我家亲戚」').waitFor()
    await page
      .getByText(
        /只在……时问：由「.*其中之一：我的亲戚、邻居或朋友」改为「.*替谁求助不是我自己或我家」/,
      )
      .waitFor()
    await page.getByText('您送审的，要由另一个人来看。').waitFor()
    expect(await page.getByRole('button', { name: '批准，马上发布' }).count()).toBe(0)
    await page.getByText('一共 1 人说到一半。').waitFor()
    await page.getByRole('row', { name: /phone 1 接着同一题/ }).waitFor()
    await page.getByRole('radio', { name: /让他们转过来/ }).check()
    await page.getByRole('button', { name: '存下转法' }).click()
    await page
      .getByRole('button', { name: '已存' })
      .or(page.getByRole('button', { name: '存下转法', disabled: true }))
      .waitFor()
  })

  await visit.open(chen, async (page) => {
    await page.goto('/studio/')
    await page.getByRole('link', { name: '发布', exact: true }).click()
    await page.getByRole('heading', { name: '发布' }).waitFor()
    await page.getByRole('link', { name: `第 ${number} 次发布` }).click()
    await page.getByRole('heading', { name: `第 ${number} 次发布` }).waitFor()
    await page.getByText(/个通过，0 个没通过/).waitFor()
    await page.getByText(/最近 \d+ 个人的回答/).waitFor()
    expect(await page.getByRole('radio', { name: /让他们转过来/ }).isChecked()).toBe(true)
    await looksRight(page, 'release')
    await page.getByText('逐行对比').click()
    await page.getByRole('region', { name: `${PATH} 逐行对比` }).waitFor()
    await page.setViewportSize(PHONE.viewport)
    await looksRight(page, 'release-phone')
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.getByRole('button', { name: '批准，马上发布' }).click()
    await page.getByText('正在用', { exact: true }).waitFor()
  })

  // Every process takes it over within some seconds; asking why does not move anybody.
  const { says } = await inTheMiddle()
  const told = await until(async () => {
    const newcomer = await inTheMiddle()
    return newcomer.says('13800138000')
  }, /什么地方/)
  expect(told).toMatch(/什么地方/)
  const moved = await resident.says('13800138000')
  expect(moved.join('\n')).toContain('我们把问题改过了，您答过的都在。')
  expect(moved.at(-1)).toContain('现在住在什么地方')
  expect((await says('13800138000')).at(-1)).toContain('住在什么地方')

  await visit.open(chen, async (page) => {
    await page.goto('/studio/releases')
    await page.getByText(`现在用的：第 ${number} 次发布`).waitFor()
    await page.getByRole('button', { name: '一键退回到原样' }).click()
    await page.getByRole('button', { name: /恢 ?复/ }).click()
    await page.getByText(`现在用的：第 ${number + 1} 次发布`).waitFor()
    await looksRight(page, 'releases')
    await page.setViewportSize(PHONE.viewport)
    await looksRight(page, 'releases-phone')
  })
}, 120_000)

/** Asks again until the answer reads so; the house looks for a release every two seconds. */
async function until(ask: () => Promise<readonly string[]>, wanted: RegExp): Promise<string> {
  for (let tried = 0; tried < 30; tried += 1) {
    const said = (await ask()).join('\n')
    if (wanted.test(said)) return said
    await sleep(500)
  }
  return ''
}
