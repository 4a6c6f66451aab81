import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe, openBrowser, type TriedBrowser } from '../support/browser.ts'
import { askForHelp, say } from '../support/resident.ts'
import { type RunningHouse, runHouse } from '../support/running-house.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const PICTURES = join(tmpdir(), 'hearth-pictures')
const ADVISER = {
  login: 'feifei',
  name: '邓菲菲',
  streets: '310105001',
  password: 'a long enough password',
}
const FAR = { ...ADVISER, login: 'far', name: '江苏路的人', streets: '310105002' }

let house: RunningHouse
let browser: TriedBrowser
beforeAll(async () => {
  if (!existsSync(join(ROOT, 'dist/web'))) await build({ configFile: join(ROOT, 'vite.config.ts') })
  await mkdir(PICTURES, { recursive: true })
  ;[house, browser] = await Promise.all([runHouse(), openBrowser()])
  await house.hire(ADVISER)
  await house.hire(FAR)
})
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

const PHONE = { viewport: { width: 375, height: 812 } }

/** Opens a page for one person; faults of its scripts fail the test. */
async function open<T>(options: BrowserContextOptions, use: (page: Page) => Promise<T>) {
  const context = await browser.browser.newContext({ baseURL: house.url, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  try {
    const result = await use(page)
    expect(faults).toEqual([])
    return result
  } finally {
    await context.close()
  }
}

async function signIn(page: Page, { login, password }: { login: string; password: string }) {
  await page.goto('/console')
  await page.getByLabel('用户名').fill(login)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '待领取' }).waitFor()
}

const picture = (page: Page, name: string) =>
  page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })

const width = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth')

test('a resident without JavaScript asks for help and comes back to the same talk', async () => {
  await open({ ...PHONE, javaScriptEnabled: false }, async (page) => {
    await page.goto('/?street=310105001')
    await page.getByRole('button', { name: /^1 同意/ }).click()
    const number = await askForHelp(page)
    await picture(page, 'resident-plain')
    await page.goto('/')
    expect(await page.locator('#log').innerText()).toContain(number)
    await page.getByRole('link', { name: '特大' }).click()
    expect(await page.locator('html').getAttribute('class')).toBe('huge')
    await page.getByRole('button', { name: '清除这部手机上的对话' }).click()
    expect(await page.locator('#log').innerText()).not.toContain(number)
  })
})

test('an adviser claims a case, speaks, and the resident sees it without doing anything', async () => {
  await open(PHONE, async (resident) => {
    await resident.goto('/')
    const number = await askForHelp(resident)
    await open({ viewport: { width: 1280, height: 900 } }, async (adviser) => {
      await signIn(adviser, ADVISER)
      const row = adviser.getByRole('row').filter({ hasText: number })
      await row.getByText('王秀英').waitFor()
      expect(await axe(adviser)).toEqual([])
      await picture(adviser, 'queue')
      await row.getByRole('button', { name: `领取 ${number}` }).click()
      await adviser.getByRole('heading', { name: `个案 ${number}` }).waitFor()
      expect(await axe(adviser)).toEqual([])
      await resident.getByText('邓菲菲').first().waitFor()
      await adviser.getByLabel('对居民说').fill('王阿姨您好，我下午给您打电话 <b>021-62520000</b>')
      await adviser.getByRole('button', { name: '发给居民' }).click()
      await resident.getByText('我下午给您打电话 <b>').waitFor()
      expect(await resident.getByRole('link', { name: '021-62520000' }).count()).toBe(1)
      await adviser.getByRole('button', { name: '由我来说' }).click()
      await resident.getByText('真人').last().waitFor()
      await resident.locator('#text').fill('谢谢你，邓老师')
      await resident.keyboard.press('Enter')
      await adviser.locator('.talk').getByText('谢谢你，邓老师').waitFor()
      await adviser.getByRole('button', { name: '交还小助手' }).click()
      await resident.locator('#log li.adviser, #log li.bot, #log li.system').last().waitFor()
      await picture(adviser, 'case')
      await adviser.setViewportSize({ width: 375, height: 812 })
      expect(await width(adviser)).toBeLessThanOrEqual(375)
      await picture(adviser, 'case-phone')
    })
    await picture(resident, 'resident')
    expect(await axe(resident)).toEqual([])
    await open({}, async (other) => {
      await signIn(other, FAR)
      expect(await other.locator('main').innerText()).not.toContain(number)
      const answer = await other.request.get(`/console/cases/${number}`)
      expect(answer.status()).toBe(404)
    })
  })
})

test('the resident page fits 320 pixels in the largest letters, with large targets', async () => {
  await open({ viewport: { width: 320, height: 640 } }, async (page) => {
    await page.goto('/')
    await page.getByRole('link', { name: '特大' }).click()
    expect(await width(page)).toBeLessThanOrEqual(320)
    expect(await axe(page)).toEqual([])
    const heights = await page
      .getByRole('button')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height))
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(60)
    await picture(page, 'resident-huge')
  })
})

test('what is written without a network goes out once when it is back', async () => {
  const context = await browser.browser.newContext({ baseURL: house.url, ...PHONE })
  const page = await context.newPage()
  await page.goto('/')
  await say(page, '同意')
  await context.setOffline(true)
  await page.locator('#text').fill('我自己')
  await page.keyboard.press('Enter')
  await page.getByText('网络不通').waitFor()
  const replies = await page.locator('#log li.bot').count()
  await context.setOffline(false)
  await page.locator('#log li.bot').nth(replies).waitFor()
  await page.reload()
  expect(await page.locator('#log li.resident', { hasText: '我自己' }).count()).toBe(1)
  await context.close()
})

test('an answer is corrected with the button of its question', async () => {
  await open(PHONE, async (page) => {
    await page.goto('/')
    await page.getByRole('button', { name: /^1 同意/ }).click()
    await page.getByRole('button', { name: /^1 我自己/ }).click()
    await page.getByText('怎么称呼').waitFor()
    await page.getByText('改这一题').last().click()
    const replies = await page.locator('#log li.bot').count()
    await page.locator('details[open]').getByRole('button', { name: /^3 / }).click()
    await page.locator('#log li.bot').nth(replies).waitFor()
    expect(await page.locator('#log li.bot').last().innerText()).not.toContain('说姓就可以')
  })
})
