import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PATIENT } from '../support/patient.ts'
import { aPicture } from '../support/pictures.ts'
import { say } from '../support/resident.ts'
import { PHONE, picture, type Visit, visitHouse, widthOf } from '../support/visit.ts'

/** What goes wrong on real phones: each time a sentence says what is, and nothing typed is lost. */

let visit: Visit
beforeAll(async () => {
  visit = await visitHouse()
})
afterAll(() => visit?.close())

const field = (page: Page) => page.locator('#text')
const mine = (page: Page, words: string) =>
  page.locator('#log li.resident p', { hasText: new RegExp(`^${words}$`) })

/** The browser says so itself when the house is away or refuses. */
const AWAY = [/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE/]
const REFUSED = [/status of 4\d\d/]

test('the network goes while somebody types: the words wait, more can be typed, all arrives once', async () => {
  await visit.open(PHONE, async (page) => {
    await page.goto('/')
    await say(page, '同意')
    await field(page).pressSequentially('我')
    await page.context().setOffline(true)
    await field(page).pressSequentially('自己')
    await page.keyboard.press('Enter')
    await page.getByText('网络不通，连上了会自动发出去').waitFor()
    await field(page).pressSequentially('后面还没写完')
    await picture(page, 'trouble-offline')
    await page.context().setOffline(false)
    await page.getByText('怎么称呼').waitFor()
    expect(await field(page).inputValue()).toBe('后面还没写完')
    await page.reload()
    expect(await field(page).inputValue()).toBe('后面还没写完')
    expect(await mine(page, '我自己').count()).toBe(1)
  })
})

test('photos that wait for the network are sent after the page was closed and opened again', async () => {
  await visit.open(PHONE, async (page) => {
    await page.goto('/')
    await say(page, '同意')
    await page.context().setOffline(true)
    const buffer = await aPicture({ width: 800, height: 600 })
    await page.locator('#files').setInputFiles({ name: '1.jpg', mimeType: 'image/jpeg', buffer })
    await page.getByText('网络不通').waitFor()
    const context = page.context()
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto('/')
    await again.locator('#log img').waitFor()
    await again.getByText('替您存着').waitFor()
    await again.reload()
    await again.getByText('替您存着').waitFor()
    await again.waitForTimeout(500)
    expect(await again.locator('#log img').count()).toBe(1)
  })
})

test('a phone that forgets the talk forgets the photos that were not sent', async () => {
  await visit.open(PHONE, async (page) => {
    await page.goto('/')
    await page.context().setOffline(true)
    const buffer = await aPicture({ width: 800, height: 600 })
    await page.locator('#files').setInputFiles({ name: '1.jpg', mimeType: 'image/jpeg', buffer })
    await page.getByText('网络不通').waitFor()
    await page.route('**/api/chat/files*', (route) => route.abort('internetdisconnected'))
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '清除这部手机上的对话' }).click()
    await page.getByRole('button', { name: /^1 同意/ }).waitFor()
    await page.unroute('**/api/chat/files*')
    await page.reload()
    await page.waitForTimeout(1_000)
    expect(await page.locator('#log img, progress').count()).toBe(0)
  })
})

test('the house restarts under an open page: nothing to do, what was said meanwhile is answered', async () => {
  await visit.open(
    PHONE,
    async (page) => {
      await page.goto('/')
      await say(page, '同意')
      const { again } = await visit.house.kill()
      await field(page).fill('我自己')
      await page.keyboard.press('Enter')
      await page.getByText('网络不通').waitFor()
      await again()
      await page.getByText('怎么称呼').waitFor({ timeout: 30_000 })
      expect(await mine(page, '我自己').count()).toBe(1)
      await page.getByText('网络不通').waitFor({ state: 'detached' })
    },
    AWAY,
  )
})

test('a talk that has run out says so; one press goes on, and the words are still there', async () => {
  await visit.open(
    PHONE,
    async (page) => {
      await page.goto('/')
      await say(page, '同意')
      await page.context().clearCookies()
      await field(page).fill('我老伴的事还没说完')
      await page.keyboard.press('Enter')
      await page.getByText('这里的对话断开了').waitFor()
      expect(await field(page).inputValue()).toBe('我老伴的事还没说完')
      await picture(page, 'trouble-expired')
      await page.getByRole('link', { name: '重新打开' }).click()
      await page.getByRole('button', { name: /^1 同意/ }).waitFor()
      expect(await field(page).inputValue()).toBe('我老伴的事还没说完')
    },
    REFUSED,
  )
})

test('without JavaScript a talk that has run out begins anew, and the words are heard', async () => {
  await visit.open({ ...PHONE, javaScriptEnabled: false }, async (page) => {
    await page.goto('/')
    await page.context().clearCookies()
    await field(page).fill('老伴住院没人照顾')
    await page.getByRole('button', { name: '发送' }).click()
    expect(await mine(page, '老伴住院没人照顾').count()).toBe(1)
    expect(await page.locator('#log').innerText()).toContain('您同意吗')
  })
})

test('what one tab forgets, the other neither shows nor sends', async () => {
  await visit.open(
    PHONE,
    async (page) => {
      await page.goto('/')
      await say(page, '同意')
      const other = await page.context().newPage()
      await other.goto('/')
      await field(other).fill('只给我自己看')
      await page.getByRole('button', { name: '清除这部手机上的对话' }).click()
      await page.getByRole('button', { name: /^1 同意/ }).waitFor()
      await other.getByRole('button', { name: /^1 同意/ }).waitFor()
      expect(await other.locator('#log li.resident').count()).toBe(0)
      expect(await field(other).inputValue()).toBe('')
      await say(other, '不同意')
      await mine(page, '不同意').waitFor()
    },
    REFUSED,
  )
})

const press = (button: unknown) => (button as { click: () => void }).click()

test('two tabs that answer at once: both answers are kept, and neither tab stands still', async () => {
  await visit.open(PHONE, async (page) => {
    await page.goto('/')
    const other = await page.context().newPage()
    await other.goto('/')
    const buttons = await Promise.all(
      [page, other].map((tab) => tab.getByRole('button', { name: /^1 同意/ }).elementHandle()),
    )
    // At once, before either tab hears of the other: a click that first looks whether it may comes too late.
    await Promise.all(buttons.map((button) => button?.evaluate(press)))
    for (const tab of [page, other]) {
      await tab.getByRole('button', { name: /^1 我自己/ }).waitFor()
      await expect.poll(() => mine(tab, '同意').count(), PATIENT).toBe(2)
    }
  })
})

test('signs of HTML and small pictures in a name are letters of the name', async () => {
  await visit.open(PHONE, async (page) => {
    await page.goto('/')
    await say(page, '同意')
    await say(page, '我自己')
    const name = '王<b>秀</b>英😀'
    await say(page, name)
    await page.getByText('电话能找到您').waitFor()
    expect(await page.locator('#log li.resident p').last().innerText()).toBe(name)
    expect(await page.locator('#log p b').count()).toBe(0)
    await page.reload()
    expect(await page.locator('#log li.resident p').last().innerText()).toBe(name)
    expect(await page.locator('#log p b').count()).toBe(0)
  })
})

test('five thousand characters are taken whole; too many come back with a sentence', async () => {
  await visit.open(
    PHONE,
    async (page) => {
      await page.goto('/')
      const long = '老伴住院没人照顾。'.repeat(556)
      await say(page, long)
      expect(await page.locator('#log li.resident p').last().innerText()).toBe(long)
      expect(await widthOf(page)).toBeLessThanOrEqual(375)
      const much = '难'.repeat(10_001)
      await field(page).fill(much)
      await page.getByRole('button', { name: '发送' }).click()
      await page.getByText('请分成几段发给我们').waitFor()
      expect(await field(page).inputValue()).toBe(much)
    },
    REFUSED,
  )
})

test.each([
  ['a program', 'x.exe', Buffer.from('MZ program'), '这种文件我们打不开'],
  ['an iPhone’s HEIC', 'x.heic', Buffer.from('\0\0\0\u0018ftypheic'), '截个屏'],
  ['half a photo', 'x.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), '没传完整'],
  ['an empty file', 'x.jpg', Buffer.alloc(0), '这个文件是空的'],
])(
  '%s is refused with a sentence, and the talk stands where it stood',
  async (_what, name, buffer, sentence) => {
    await visit.open(
      PHONE,
      async (page) => {
        await page.goto('/')
        await say(page, '同意')
        await field(page).fill('我的话')
        await page.locator('#files').setInputFiles({ name, mimeType: 'image/jpeg', buffer })
        await page.getByText(sentence).waitFor()
        expect(await field(page).inputValue()).toBe('我的话')
        expect(await page.getByRole('button', { name: /^1 我自己/ }).isVisible()).toBe(true)
      },
      REFUSED,
    )
  },
)
