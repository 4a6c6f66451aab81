import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADVISER, claimCase, deskOf, openCase, openQueue } from '../support/adviser.ts'
import { askOnline, type OnlineResident } from '../support/ask-online.ts'
import { axe } from '../support/browser.ts'
import { picture, type Visit, visitHouse, widthOf } from '../support/visit.ts'

/** Long and short ones, markup and signs outside the basic plane; the last is looked at closely. */
const NAMES = ['阿依古丽·买买提艾力·阿布都热西提', '王', '<b>李</b><img src=x>', '欧阳震华👵🏽']

let visit: Visit
let desk: BrowserContextOptions
let resident: OnlineResident
beforeAll(async () => {
  visit = await visitHouse()
  await visit.house.hire(ADVISER)
  desk = await deskOf(visit, ADVISER)
  for (const name of NAMES) {
    resident = await askOnline(visit.house.url, [
      [/怎么称呼/, name],
      [/最难的是什么/, '失业半年了，房租付不起'],
    ])
  }
})
afterAll(() => visit?.close())

const SIZES = [
  [375, 812],
  [1366, 768],
  [1920, 1080],
] as const

/** No fault for those who hear, see little or use keys, and nothing that runs out of the window. */
async function looksRight(page: Page, name: string, width: number): Promise<void> {
  await picture(page, `console-${name}-${width}`)
  expect([name, await axe(page, { contrast: 4.5 })]).toEqual([name, []])
  expect([name, await widthOf(page)]).toEqual([name, width])
}

test.each(SIZES)('at %i pixels every screen fits and hinders nobody', async (width, height) => {
  await visit.open({ ...desk, viewport: { width, height } }, async (page) => {
    await openQueue(page)
    await page.locator('tr[data-number]').first().waitFor()
    await looksRight(page, 'queue', width)
    await page.goto('/console/queue?filter=crisis')
    await page.getByText('没有符合的求助').waitFor()
    await looksRight(page, 'empty', width)
    await openCase(page, resident.number)
    await looksRight(page, 'case', width)
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      await looksRight(page, `case-${await tab.innerText()}`, width)
    }
    await page.goto('/console/phrases')
    await page.getByText('还没有快捷短语').waitFor()
    await looksRight(page, 'phrases', width)
    await page.goto('/console/nowhere')
    await page.getByText('这里没有内容').waitFor()
    await looksRight(page, 'nowhere', width)
  })
})

test('everything that opens above a screen hinders nobody', async () => {
  await visit.open(desk, async (page) => {
    await claimCase(page, resident.number)
    for (const box of [
      'contact',
      'transfer',
      'release',
      'close',
      'confirm',
      'reveal',
      'place',
      'snooze',
    ]) {
      await page.goto(`/console/cases/${resident.number}?do=${box}`)
      await page.getByRole('dialog').waitFor()
      await looksRight(page, box, 1366)
    }
    await openCase(page, resident.number)
    await page
      .getByRole('button', { name: /^确认或改/ })
      .first()
      .click()
    await page.locator('.spoken').first().waitFor()
    await looksRight(page, 'decide', 1366)
    for (const keys of ['?', 'Control+k']) {
      await page.keyboard.press('Escape')
      await openQueue(page)
      await page.keyboard.press(keys)
      await page.getByRole('dialog').waitFor()
      await looksRight(page, keys === '?' ? 'keys' : 'command', 1366)
    }
    await openQueue(page)
    await page.getByRole('button', { name: /找我的事/ }).click()
    await page.getByText('没有新的消息').waitFor()
    await looksRight(page, 'bell', 1366)
    await resident.say('我不想活了，想跳楼')
    await page.locator('.crisis-bar').waitFor()
    await looksRight(page, 'crisis', 1366)
  })
})

test.each(SIZES)(
  'at %i pixels long words, and what is late or fails, fit as well',
  async (width, height) => {
    const expected = [/503/, /ERR_FAILED/]
    const page = async (page: Page) => {
      await openCase(page, resident.number)
      await page.keyboard.press('n')
      await page.locator('#note:focus').waitFor()
      await page.locator('#note').fill(`${'很长的一段备注没有空格'.repeat(450)}${'x'.repeat(50)}`)
      await page.getByRole('button', { name: '保存备注' }).click()
      await page.locator('.spoken.internal').last().waitFor()
      await looksRight(page, 'long-note', width)
      await page.route('**/api/desk/queue?*', (route) => route.fulfill({ status: 503, body: '' }))
      await page.goto('/console/queue')
      await page.getByText('没有取到').first().waitFor()
      await looksRight(page, 'failed', width)
      await page.unroute('**/api/desk/queue?*')
      await page.route('**/api/desk/queue?*', () => {})
      await page.goto('/console/queue')
      await page.getByRole('heading', { name: '待领取' }).waitFor()
      await page.locator('.ant-skeleton').waitFor()
      await looksRight(page, 'loading', width)
    }
    await visit.open({ ...desk, viewport: { width, height } }, page, expected)
  },
)

test.each(SIZES)(
  'at %i pixels a guess of the house reads as one, and asks how one knows',
  async (width, height) => {
    const guess = {
      ...{ seq: 99, kind: 'need', code: 'edu', quote: '', file: null, message: null, amount: null },
      sentence: '疑似孙辈有“教育困境”（模型猜测，没有人确认）',
      at: new Date().toISOString(),
      settled: null,
    }
    const paper = {
      ...guess,
      ...{ seq: 100, kind: 'photo', code: 'receipt', amount: 860, quote: '收费票据\n合计 860.00' },
      sentence: '疑似收费单据，金额 860 元（从照片读出，没有人核对）',
      settled: { confirmed: false, by: '邓菲菲', at: new Date().toISOString() },
    }
    await visit.open({ ...desk, viewport: { width, height } }, async (page) => {
      await page.route(`**/api/desk/cases/${resident.number}`, async (route) => {
        const answer = await route.fetch()
        const found = await answer.json()
        const acts = [...new Set([...found.acts, 'set_indicator'])]
        const json = { ...found, acts, suspects: [guess, paper] }
        await route.fulfill({ response: answer, json })
      })
      await openCase(page, resident.number)
      const tab = page.getByRole('tab', { name: '为什么' })
      if (await tab.count()) await tab.click()
      await page.getByText(paper.sentence).waitFor()
      await page.getByRole('button', { name: '是这样' }).click()
      await page.getByText('会记成您的认定').waitFor()
      await looksRight(page, 'guess', width)
    })
  },
)
