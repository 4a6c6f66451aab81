import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sourceMark } from '../../src/core/dialog/translate/translated.ts'
import { ADVISER, deskOf } from '../support/adviser.ts'
import { axe } from '../support/browser.ts'
import { PHONE, picture, type Visit, visitHouse, widthOf } from '../support/visit.ts'

/** Figures of use, weights, translations and files of other programs, as an admin works with them. */

const ANNA = { ...ADVISER, login: 'anna', name: '安管理', role: 'admin' }

let visit: Visit
let anna: BrowserContextOptions
beforeAll(async () => {
  visit = await visitHouse()
  await visit.house.hire(ANNA)
  anna = await deskOf(visit, ANNA)
})
afterAll(() => visit?.close())

/** What axe finds outside the text of the document, which has a journey of its own. */
async function faults(page: Page) {
  await page.mouse.move(2, 2)
  await page.waitForTimeout(400)
  return (await axe(page)).filter((found) => !/cm-|\.ͼ/.test(found))
}

/** A document of the studio with one of its panels open. */
async function openPanel(page: Page, path: string, panel: string) {
  await page.goto(`/studio/documents/${path}`)
  await page.getByRole('button', { name: panel, exact: true }).click()
}

test('weights are moved in a form, and it is told whom that would move', async () => {
  await visit.open(anna, async (page) => {
    await openPanel(page, 'data/assessment/changning-2020.yaml', '权重')
    const moves = page.getByRole('region', { name: '谁会动' })
    await moves.getByText('没有人动。').waitFor({ timeout: 40_000 })
    await page.getByLabel('教育困境的权重').fill('1')
    await page.getByText('权重加起来是 11，要等于 12').waitFor()
    await page.getByLabel('社会参与困境的权重').fill('2')
    await moves.getByText(/一共 [\d,]+ 户/).waitFor()
    expect(await moves.getByText(/试算用了 [\d.]+ 毫秒/).textContent()).toMatch(/51\d{4} 人/)
    expect(await faults(page)).toEqual([])
    await picture(page, 'studio-weights')
  })
})

test('a translation is mended beside its Chinese; what does not fit is marked', async () => {
  await visit.open(anna, async (page) => {
    await openPanel(page, 'flows/my-case.yaml', '译文')
    await page.getByText('繁體中文', { exact: true }).waitFor()
    await page.getByText('English', { exact: true }).click()
    const field = page.getByLabel('status.say 的译文')
    await field.waitFor()
    await field.fill('Hello, your number is there.')
    await page.getByText('花括号里的要一样').waitFor()
    await picture(page, 'studio-translations')
    await field.fill('Hello, I am the helper, no person. Your number is {case.number}.\n{stage}')
    await page.getByText('有 1 句没存').waitFor()
    await page.getByRole('button', { name: '存草稿', exact: true }).last().click()
    await page.getByText('有 1 句没存').waitFor({ state: 'detached' })
    expect(await faults(page)).toEqual([])
    await page.goto('/studio/')
    await page.getByText('locales/en/my-case.yaml').waitFor()
  })
})

test('figures are shown by step; a form comes in and is kept as a draft', async () => {
  await visit.open(anna, async (page) => {
    await openPanel(page, 'flows/help-request.yaml', '数据')
    await page.getByText('这段时间还没有人走到这个流程。').waitFor()
    await page.goto('/studio/carry')
    await page.getByRole('heading', { name: '导入导出' }).waitFor()
    const { buffer, name } = await form(page)
    await page.getByLabel('选一个文件').setInputFiles({ name, mimeType: 'x/y', buffer })
    await page.getByText('都带过来了').waitFor()
    await page.getByText('这个名字已经有一份文件，换个名字').waitFor()
    await page.getByLabel('存到').fill('flows/carried-in.yaml')
    await page.getByRole('button', { name: '存成草稿' }).click()
    await picture(page, 'studio-carry')
    expect(await faults(page)).toEqual([])
    await page.getByRole('link', { name: '存好了，打开看看' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
  })
})

test('a part is run and two wordings are compared, by forms and keys alone; the figures say what can be said', async () => {
  await visit.open(anna, async (page) => {
    await page.goto('/studio/documents/flows/follow-up.yaml')
    await page.getByRole('treeitem', { name: /带一句话给顾问：有什么新情况/ }).waitFor()
    await page.getByRole('treeitem', { name: /小助手/ }).click()
    await page.getByRole('button', { name: '插入一步（Insert）' }).press('Enter')
    await page.getByRole('button', { name: '小段', exact: true }).press('Enter')
    await page.getByRole('heading', { name: '小段 run' }).waitFor()
    await page.getByLabel('用哪个小段').selectOption('带一句话给顾问')
    await page.getByLabel('怎么问（question）').fill('身体怎么样？')
    await page.getByLabel('为什么问（reason）').fill('顾问来之前先知道。')
    await page.getByRole('button', { name: '新建答案「run」来存' }).press('Enter')
    await expect.poll(() => page.getByLabel('「要带的话」存到这里的').inputValue()).toBe('run')
    await page.getByText(/^0 错/).waitFor()
    expect(await faults(page)).toEqual([])
    await picture(page, 'studio-part')

    await page.getByRole('treeitem', { name: /近来比上次/ }).click()
    await page.getByRole('button', { name: '再写一种问法来比' }).press('Enter')
    await page.getByLabel('问法 b', { exact: true }).fill('比上次好些没有？')
    await page.getByText('其余 50 个人听到').waitFor()
    await page.getByText(/^0 错/).waitFor()
    await page.route('**/api/studio/wordings?*', (route) => route.fulfill({ json: FIGURES }))
    await page.getByRole('treeitem', { name: /2 种问法在比/ }).waitFor()
    await page.getByRole('button', { name: '数据', exact: true }).click()
    const table = page.getByRole('region', { name: '几种问法，哪种好懂' })
    await table.getByText('比上次好些没有？').waitFor()
    await table.getByText('还看不出差别').waitFor()
    await table.getByText(/^多 20 个百分点/).waitFor()
    expect(await faults(page)).toEqual([])
    await picture(page, 'studio-wordings')
    await page.getByRole('button', { name: '数据', exact: true }).click()
    await page.getByRole('button', { name: '就用问法 b' }).press('Enter')
    await expect
      .poll(() => page.getByLabel('问', { exact: true }).inputValue())
      .toBe('比上次好些没有？')
    expect(await page.getByLabel('问法 b', { exact: true }).count()).toBe(0)
  })
})

/** As the gate would tell them: under five is not told. */
const OWN = { step: 'how_now', wording: 'a', text: sourceMark('近来比上次好些，还是更难了？') }
const FIGURES = {
  lines: [
    { ...OWN, shown: 400, at_once: 280, asked_again: 100, left: 10 },
    {
      ...OWN,
      wording: 'b',
      text: sourceMark('比上次好些没有？'),
      shown: 400,
      at_once: 300,
      asked_again: 80,
      left: null,
    },
    { ...OWN, wording: 'c', text: '00000000', shown: 400, at_once: 360, asked_again: 30, left: 0 },
  ],
}

/** The workbook that the studio itself gives. */
async function form(page: Page) {
  const answer = await page.request.get('/api/studio/xlsform?path=flows/after-close.yaml')
  return { name: 'after-close.xlsx', buffer: await answer.body() }
}

test('a resident chooses English on the page, and goes on in another language', async () => {
  await visit.open(PHONE, async (page) => {
    await page.goto('/?lang=en')
    await page.getByText('Do you agree?').waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    await page.getByRole('button', { name: /I agree/ }).click()
    await page.getByText('Who needs help this time?').waitFor()
    expect(await widthOf(page)).toBeLessThanOrEqual(375)
    expect(await axe(page)).toEqual([])
    await picture(page, 'chat-english')
    await page.getByRole('link', { name: '繁體中文' }).click()
    await page.getByText('這次是誰需要幫助？').waitFor()
  })
})
