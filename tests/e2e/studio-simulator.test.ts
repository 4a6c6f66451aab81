import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deskOf } from '../support/adviser.ts'
import { axe } from '../support/browser.ts'
import { picture, type Visit, visitHouse, widthOf } from '../support/visit.ts'

/** The simulator beside a flow: play, provoke, go back, store as a talk, see what is covered. */

const ADMIN = {
  ...{ login: 'guanli', name: '安管理', password: 'simulator-tries', role: 'admin' },
  streets: '310105001',
}

let visit: Visit
let desk: BrowserContextOptions
beforeAll(async () => {
  visit = await visitHouse()
  await visit.house.hire(ADMIN)
  desk = { ...(await deskOf(visit, ADMIN)), viewport: { width: 1366, height: 768 } }
})
afterAll(() => visit?.close())

const phone = (page: Page) => page.getByRole('log', { name: '手机' })
const lastBubble = (page: Page) => phone(page).getByRole('listitem').last()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** How long it takes until the phone shows it, in ms. */
async function shows(page: Page, text: string): Promise<number> {
  const began = performance.now()
  await lastBubble(page).getByText(text).first().waitFor()
  return performance.now() - began
}

async function choose(page: Page, label: string, option: string) {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByTitle(option).last().click()
}

test('a flow is played, provoked, gone back in and stored; the talk then passes and is covered', async () => {
  await visit.open(desk, async (page) => {
    await page.goto('/studio/documents/flows/help-request.yaml')
    await page.getByRole('heading', { name: '居民求助' }).waitFor()
    await button(page, '试一试').click()
    const first = await shows(page, '您同意吗')
    await choose(page, '谁在说话', '王伯伯')
    await shows(page, '您同意吗')
    await button(page, '王伯伯一直答').click()
    await shows(page, '已经交上去了')
    const facts = page.getByText(/：待领取，华阳路街道/)
    await facts.waitFor()
    await picture(page, 'simulator-submitted')

    await phone(page)
      .getByRole('button', { name: /从这里重来.*都是老人/ })
      .click()
    await page.getByText('最可能改变结果').waitFor()
    await button(page, '发火').click()
    await button(page, '为什么').click()
    const why = await shows(page, '想找活干的')
    await button(page, '说到危险').click()
    await shows(page, '您现在安全吗')
    await page.getByText('危机流程先走').waitFor()
    await page.getByText('拉响危机警报：不想活').waitFor()
    await page.getByLabel('替居民写').fill('现在安全')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '到夜里 23 点' }).click()
    await picture(page, 'simulator-crisis')
    await choose(page, '渠道', '网页')
    await phone(page).getByRole('button', { name: '1 同意' }).first().waitFor()
    await page.getByText('大字').click()
    await picture(page, 'simulator-web')
    expect(await axe(page, { contrast: 4.5 })).toEqual([])

    await button(page, '存成测试').click()
    await page.getByRole('dialog').getByLabel('叫什么').fill('王伯伯说到一半难受了')
    await button(page, '存成草稿').click()
    await page.getByText('存进了 flows/tests/studio.yaml 的草稿').waitFor()
    process.stdout.write(
      `simulator in the page: first answer ${first.toFixed(0)} ms, a turn ${why.toFixed(0)} ms\n`,
    )

    await page.getByRole('link', { name: '测试对话' }).click()
    await page.getByRole('heading', { name: '测试对话' }).waitFor()
    await page.getByText(/^走对了的 \d+ 段/).click()
    const row = page.getByRole('row', { name: /王伯伯说到一半难受了/ })
    await row.getByText('走对了').waitFor()
    await page.getByText(/个步骤试过/).waitFor()
    await picture(page, 'simulator-talks')
    expect(await axe(page, { contrast: 4.5 })).toEqual([])
  })
})

test('a step that is written is played at once with the answers so far, and its coverage stands beside it', async () => {
  await visit.open(desk, async (page) => {
    await page.goto('/studio/documents/flows/help-request.yaml')
    await button(page, '试一试').click()
    await shows(page, '您同意吗')
    for (const text of ['同意', '我自己']) {
      await page.getByLabel('替居民写').fill(text)
      await button(page, '发送').click()
    }
    await shows(page, '怎么称呼')
    await button(page, '接手').click()
    await page.getByLabel('顾问写什么').fill('我来看看您家的情况。')
    await button(page, '写一句').click()
    await shows(page, '我来看看您家的情况。')
    await button(page, '交还').click()
    await shows(page, '怎么称呼')
    await page.getByRole('treeitem', { name: /怎么称呼/ }).click()
    await page.locator('#field-ask').fill('请问贵姓？')
    await shows(page, '请问贵姓？')
    await page.getByLabel('步骤旁边的数').selectOption({ label: '测试对话' })
    await page.getByText('没试过').first().waitFor()
    await picture(page, 'simulator-marks')
    await page.setViewportSize({ width: 375, height: 812 })
    await picture(page, 'simulator-phone')
    expect(await widthOf(page)).toBeLessThanOrEqual(375)
  })
})
