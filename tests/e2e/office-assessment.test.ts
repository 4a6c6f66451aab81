import type { BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADVISER, COLLEAGUE, claimCase, deskOf } from '../support/adviser.ts'
import { askOnline } from '../support/ask-online.ts'
import { axe } from '../support/browser.ts'
import { aPicture } from '../support/pictures.ts'
import { PHONE, picture, type Visit, visitHouse, widthOf } from '../support/visit.ts'

/** The assessment as a form at the desk, and at a visit without a network. */

let visit: Visit
let desk: BrowserContextOptions
let phone: BrowserContextOptions
let second: BrowserContextOptions
beforeAll(async () => {
  visit = await visitHouse()
  for (const person of [ADVISER, COLLEAGUE]) await visit.house.hire(person)
  desk = await deskOf(visit, ADVISER)
  phone = { ...desk, ...PHONE }
  second = { ...(await deskOf(visit, COLLEAGUE)), ...PHONE }
})
afterAll(() => visit?.close())

const ask = () => askOnline(visit.house.url, [[/最难的是什么/, '失业半年了，房租付不起']])

const question = (page: Page, slot: string) => page.locator(`[data-slot="${slot}"]`)

const live = (page: Page) => page.getByRole('region', { name: '现在算出来' })

async function choose(page: Page, slot: string, label: string, reason: string) {
  await question(page, slot).getByText(label, { exact: true }).click()
  const why = question(page, slot).getByLabel('为什么改')
  if (await why.isVisible()) await why.fill(reason)
}

/** Opens the page of a visit and waits until its files and its form lie on the phone. */
async function openVisit(page: Page, number: string) {
  await page.goto(`/console/visit/${number}`)
  await page.getByText('评估表存于').waitFor()
  await page.waitForFunction(
    "caches.open('hearth-visit-1').then(async (kept) => Boolean(await kept.match('/console/visit/')) && (await kept.keys()).length > 5)",
  )
}

/** Service records of a household, as the API gives them. */
const visitsOf = (page: Page, number: string) =>
  page.evaluate<number>(
    `fetch('/api/office/households/${number}/services').then((answer) => answer.json()).then((found) => found.services.length)`,
  )

/** Addresses of the photos of all its service records. */
const photosOf = (page: Page, number: string) =>
  page.evaluate<string[]>(
    `fetch('/api/office/households/${number}/services').then((answer) => answer.json()).then((found) => found.services.flatMap((service) => service.photos.map((photo) => '/api/desk/files/' + photo.id + '?case=' + photo.number)))`,
  )

test('the form is filled in, the grade moves, and after confirming both values stand side by side', async () => {
  const { number } = await ask()
  await visit.open(desk, async (page) => {
    await claimCase(page, number)
    await page.goto(`/console/households/${number}/assess`)
    await live(page).waitFor()
    const before = await live(page).getByRole('status').textContent()
    await choose(page, 'illness', '有大病，已经付不起', '看了出院小结')
    await choose(page, 'insurance', '都没有', '查了社保')
    await choose(page, 'contact', '很少，或没有', '邻居也这么说')
    expect(await live(page).getByRole('status').textContent()).not.toBe(before)
    await live(page).locator('.margin').waitFor()
    expect(await axe(page, { contrast: 4.5 })).toEqual([])
    await picture(page, 'office-assess')

    await page.reload()
    const kept = question(page, 'illness').getByLabel('有大病，已经付不起', { exact: true })
    await kept.waitFor()
    expect(await kept.isChecked()).toBe(true)

    await page.getByRole('button', { name: '确认评估' }).click()
    await page.getByText(`求助 ${number} 现在是`).waitFor()
    const row = page.getByRole('row', { name: /^疾病困境/ })
    await row.getByText('有困难').first().waitFor()
    const cells = await row.getByRole('cell').allTextContents()
    expect(cells.slice(0, 2)).toEqual(['还不知道', '有困难'])
    await page.goto(`/console/cases/${number}`)
    await page.getByText(/邓菲菲 .*确认为/).waitFor()
  })
})

test('a known answer is changed only with its reason', async () => {
  const { number } = await ask()
  await visit.open(desk, async (page) => {
    await page.goto(`/console/households/${number}/assess`)
    await choose(page, 'illness', '没有', '')
    await page.getByRole('button', { name: '确认评估' }).click()
    await page.getByText('已记成一次复评').waitFor()
    await question(page, 'illness').getByText('有大病，花钱很多', { exact: true }).click()
    await page.getByText('生病的理由').waitFor()
    expect(await page.getByRole('button', { name: '确认评估' }).isDisabled()).toBe(true)
    await question(page, 'illness').getByRole('button', { name: '还用原来的' }).click()
    expect(await page.getByText('生病的理由').count()).toBe(0)
  })
})

test('a visit is written without a network, survives a reload there, and arrives once when it is back', async () => {
  const { number } = await ask()
  await visit.open(
    phone,
    async (page) => {
      await openVisit(page, number)
      await page.context().setOffline(true)
      await page.getByLabel('见到了谁').fill('本人和老伴')
      await page.getByLabel('记一句').fill('药快吃完了')
      const buffer = await aPicture()
      const photo = { name: 'IMG_2031.jpg', mimeType: 'image/jpeg', buffer }
      await page.locator('.add-photo input').setInputFiles(photo)
      await page.locator('.photo-list li').waitFor()
      await choose(page, 'illness', '有大病，已经付不起', '看了药盒')
      await page.waitForTimeout(300)

      await page.reload()
      await page.getByText('评估表存于').waitFor()
      expect(await page.getByLabel('见到了谁').inputValue()).toBe('本人和老伴')
      expect(await page.locator('.photo-list li').count()).toBe(1)
      const kept = question(page, 'illness').getByLabel('有大病，已经付不起', { exact: true })
      expect(await kept.isChecked()).toBe(true)
      expect(await axe(page, { contrast: 4.5 })).toEqual([])
      expect(await widthOf(page)).toBe(375)
      await picture(page, 'office-visit')

      await page.getByRole('button', { name: '写完，送出' }).click()
      await page.getByText('没有网络，已存好').waitFor()
      await page.context().setOffline(false)
      await page.getByText('送到了，已放进这户的档案').waitFor({ timeout: 30_000 })
      expect(await visitsOf(page, number)).toBe(1)
      const [sent, ...more] = await photosOf(page, number)
      expect(more).toEqual([])
      const arrived = await page.request.get(sent ?? '')
      const { exif, format } = await sharp(await arrived.body()).metadata()
      expect([format, exif]).toEqual(['jpeg', undefined])

      await page.goto(`/console/visit/${number}`)
      await page.getByText('评估表存于').waitFor()
      expect(await page.getByLabel('见到了谁').inputValue()).toBe('')
      await question(page, 'illness').getByText(/顾问/).first().waitFor()
    },
    [/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/, /ERR_FAILED/],
  )
})

test('a send whose answer is lost is sent again and written once, also from a page that was closed', async () => {
  const { number } = await ask()
  await visit.open(
    phone,
    async (page) => {
      await openVisit(page, number)
      await page.getByLabel('见到了谁').fill('本人')
      await choose(page, 'illness', '有慢性病，药钱还行', '看了药盒')
      // The house writes it, and the phone never hears so.
      await page.route('**/visits', async (route) => {
        await route.fetch()
        await route.abort()
      })
      await page.getByRole('button', { name: '写完，送出' }).click()
      await page.getByText('没有网络，已存好').waitFor()
      const context = page.context()
      await page.close()
      const again = await context.newPage()
      await again.goto(`/console/visit/${number}`)
      await again.getByText('送到了，已放进这户的档案').waitFor({ timeout: 30_000 })
      expect(await visitsOf(again, number)).toBe(1)
    },
    [/ERR_FAILED/, /Failed to fetch/],
  )
})

test('two visits at once: the later one is shown what the other changed, and chooses', async () => {
  const { number } = await ask()
  await visit.open(
    phone,
    async (one) => {
      await openVisit(one, number)
      await one.getByLabel('见到了谁').fill('本人')
      await choose(one, 'illness', '有慢性病，药钱还行', '看了药盒')
      await visit.open(second, async (two) => {
        await openVisit(two, number)
        await two.getByLabel('见到了谁').fill('老伴')
        await choose(two, 'illness', '有大病，花钱很多', '看了账单')
        await two.getByRole('button', { name: '写完，送出' }).click()
        await two.getByText('送到了').waitFor()
      })
      await one.getByRole('button', { name: '写完，送出' }).click()
      await one
        .getByText(/另一个人改了生病：现在是“有大病，花钱很多”，你填的是“有慢性病，药钱还行”/)
        .waitFor()
      await one.getByRole('button', { name: '用现在的' }).click()
      await one.getByRole('button', { name: /送/ }).click()
      await one.getByText('送到了').waitFor()
      expect(await visitsOf(one, number)).toBe(2)
    },
    [/409/],
  )
})
