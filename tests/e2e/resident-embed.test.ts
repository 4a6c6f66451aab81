import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from '../support/browser.ts'
import { PATIENT } from '../support/patient.ts'
import { PHONE, picture, type Visit, visitHouse } from '../support/visit.ts'

/** A street's own site, which carries the chat with one line. */
let host: Server
let site: string
let visit: Visit
beforeAll(async () => {
  host = createServer((request, answer) => {
    const into = request.url === '/inside' ? ' data-into="#help"' : ''
    if (request.url === '/walled') {
      answer.setHeader('content-type', 'text/html; charset=utf-8')
      answer.end(`<!doctype html><title>街道</title><link rel="icon" href="data:,">
<iframe sandbox="allow-scripts allow-forms allow-same-origin" src="${visit.house.url}/"></iframe>`)
      return
    }
    answer.setHeader('content-type', 'text/html; charset=utf-8')
    answer.end(`<!doctype html><html lang="zh-CN"><title>街道</title><link rel="icon" href="data:,">
<main><h1>华阳路街道</h1><div id="help"></div></main>
<script src="${visit.house.url}/embed.js" data-street="310105001"${into}></script>`)
  })
  host.listen(0, '127.0.0.1')
  await once(host, 'listening')
  site = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
  process.env.HEARTH_EMBED_ORIGINS = site
  visit = await visitHouse()
})
afterAll(async () => {
  delete process.env.HEARTH_EMBED_ORIGINS
  await visit?.close()
  host.close()
})

test('a button on another site opens the chat, which stays there from visit to visit', async () => {
  await visit.open(PHONE, async (page) => {
    await page.goto(site)
    const frame = page.frameLocator('iframe')
    expect(await page.locator('iframe').getAttribute('src')).toBeNull()
    await page.getByRole('button', { name: '求助' }).click()
    await frame.getByRole('button', { name: /^1 同意/ }).click()
    await frame.getByText('谁需要帮助').waitFor()
    expect(await axe(page)).toEqual([])
    await picture(page, 'embedded')
    await page.keyboard.press('Escape')
    await page.reload()
    await page.getByRole('button', { name: '求助' }).click()
    await frame.getByText('谁需要帮助').waitFor()
    await page.getByRole('button', { name: '收起' }).click()
    expect(await page.locator('iframe').isVisible()).toBe(false)
  })
})

test('the chat can stand in a place of the page', async () => {
  await visit.open(PHONE, async (page) => {
    await page.goto(`${site}/inside`)
    await page.frameLocator('#help iframe').getByText('您同意吗').waitFor()
  })
})

test('leaving out of a frame takes the whole page away, and the way back does not show it', async () => {
  await visit.open(PHONE, async (page) => {
    await page.route('https://www.baidu.com/**', (route) => route.fulfill({ body: 'weather' }))
    await page.goto(site)
    await page.getByRole('button', { name: '求助' }).click()
    const frame = page.frameLocator('iframe')
    await frame.getByRole('button', { name: /^1 同意/ }).click()
    await frame.getByText('谁需要帮助').waitFor()
    await frame.getByRole('link', { name: '快速离开' }).click()
    await page.getByText('weather').waitFor()
    expect(page.frames()).toHaveLength(1)
    await page.goBack().catch(() => null)
    expect(page.url()).not.toContain(site)
  })
})

test('where a page walls its frame in, leaving empties the frame', async () => {
  await visit.open(
    PHONE,
    async (page) => {
      await page.goto(`${site}/walled`)
      const frame = page.frameLocator('iframe')
      await frame.getByText('您同意吗').waitFor()
      await frame.getByRole('link', { name: '快速离开' }).click()
      await expect.poll(() => frame.locator('#log').count(), PATIENT).toBe(0)
    },
    [/sandbox|Unsafe attempt|initiate navigation/],
  )
})

test('a site that was not named shows nothing', async () => {
  const stranger = createServer((_request, answer) => {
    answer.setHeader('content-type', 'text/html')
    answer.end(`<!doctype html><iframe src="${visit.house.url}/"></iframe>`)
  })
  stranger.listen(0, '127.0.0.1')
  await once(stranger, 'listening')
  const opening = visit.open(PHONE, async (page) => {
    await page.goto(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}`)
    await page.waitForTimeout(500)
    expect(await page.frameLocator('iframe').locator('#chat').count()).toBe(0)
  })
  await expect(opening).rejects.toThrow(/frame-ancestors/)
  stranger.close()
})
