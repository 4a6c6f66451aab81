import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

/** The workbook that the studio itself gives. */
async function form(page: Page) {
  const answer = await page.request.get('/api/studio/xlsform?path=flows/my-case.yaml')
  return { name: 'my-case.xlsx', buffer: await answer.body() }
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
