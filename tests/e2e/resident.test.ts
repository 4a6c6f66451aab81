import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADVISER, deskOf, FAR, openCase } from '../support/adviser.ts'
import { axe } from '../support/browser.ts'
import { PATIENT } from '../support/patient.ts'
import { aPicture } from '../support/pictures.ts'
import { askForHelp, say } from '../support/resident.ts'
import { PHONE, picture, type Visit, visitHouse, widthOf } from '../support/visit.ts'

let visit: Visit
beforeAll(async () => {
  visit = await visitHouse()
})
afterAll(() => visit?.close())

const SMALL = { viewport: { width: 320, height: 640 } }

/** Elements that are pressed and are smaller than an old finger needs. */
const tooSmall = (page: Page) =>
  page.locator('button, nav a, .leave, summary, .photo, .button, .call').evaluateAll((all) =>
    all
      .filter((each) => each.checkVisibility())
      .map((each) => [each.textContent?.trim() ?? '', each.getBoundingClientRect()] as const)
      .filter(([, { width, height }]) => width < 60 || height < 60)
      .map(([text, { width, height }]) => `${text} ${width}×${height}`),
  )

/** Pixels of the picture itself; 0 while it is not there. */
const widthInside = (image: Locator) =>
  image.evaluate((each) => (each as unknown as { naturalWidth: number }).naturalWidth)

const lastBot = (page: Page) => page.locator('#log li.bot').last()

/** Photos as they come out of a phone: large, with the place. */
const photo = async (name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await aPicture({ width: 3000, height: 2000 }),
})

test('photos go out as soon as they are chosen, are seen again, and the talk goes on', async () => {
  await visit.open(PHONE, async (page) => {
    await page.goto('/')
    await say(page, '同意')
    await page.locator('#text').fill('还没写完')
    await page.locator('#files').setInputFiles([await photo('1.jpg'), await photo('2.jpg')])
    await page.locator('#log img').first().waitFor()
    expect(await lastBot(page).innerText()).toContain('谁需要帮助')
    expect(await page.locator('#text').inputValue()).toBe('还没写完')
    await page.reload()
    const image = page.getByRole('img', { name: '照片 1' })
    await image.scrollIntoViewIfNeeded()
    await expect.poll(() => widthInside(image), PATIENT).toBe(1600)
    expect(await page.locator('#text').inputValue()).toBe('还没写完')
    await picture(page, 'resident-photos')
    expect(await axe(page)).toEqual([])
  })
})

test('a file that is none of ours is refused with a kind sentence; nothing typed is lost', async () => {
  await visit.open(PHONE, async (page) => {
    await page.goto('/')
    await say(page, '同意')
    await page.locator('#text').fill('我的话')
    const good = await photo('2.jpg')
    const bad = { name: '1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ no picture') }
    await page.locator('#files').setInputFiles([bad, good])
    await page.getByText('这种文件我们打不开').waitFor()
    await page.locator('#log img').first().waitFor()
    expect(await page.locator('#text').inputValue()).toBe('我的话')
  })
})

test('without JavaScript words and photos go in one form', async () => {
  await visit.open({ ...PHONE, javaScriptEnabled: false }, async (page) => {
    await page.goto('/')
    await page.getByRole('button', { name: /^1 同意/ }).click()
    await page.locator('#text').fill('我自己')
    await page.locator('#files').setInputFiles([await photo('1.jpg')])
    await page.getByRole('button', { name: '发送' }).click()
    expect(await page.locator('#log img').count()).toBe(1)
    expect(await page.locator('#log').innerText()).toContain('怎么称呼')
    await page.locator('#text').fill('王')
    const bad = { name: 'x.exe', mimeType: 'image/png', buffer: Buffer.from('MZ') }
    await page.locator('#files').setInputFiles([bad])
    await page.getByRole('button', { name: '发送' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('这种文件我们打不开')
    expect(await page.locator('#log li.resident').last().innerText()).toContain('王')
  })
})

/** A phone whose microphone hears a tone. */
const TONE = `navigator.mediaDevices.getUserMedia = async () => {
  const sound = new AudioContext()
  const tone = sound.createOscillator()
  const place = sound.createMediaStreamDestination()
  tone.connect(place)
  tone.start()
  return place.stream
}`

test('speaking instead of typing: one press to begin, one to send; the adviser will hear it', async () => {
  await visit.open(PHONE, async (page) => {
    await page.addInitScript(TONE)
    await page.goto('/')
    await say(page, '同意')
    await page.getByRole('button', { name: '按一下说话' }).click()
    await page.getByText('录了 1 秒').waitFor()
    expect(await axe(page)).toEqual([])
    expect(await tooSmall(page)).toEqual([])
    await picture(page, 'resident-recording')
    await page.getByRole('button', { name: '说完了' }).click()
    await page.locator('#log audio').waitFor()
    await page.getByText('存着给顾问听').last().waitFor()
    const href = await page.locator('#log audio').getAttribute('src')
    const answer = await page.request.get(href ?? '')
    expect(answer.headers()['content-type']).toBe('audio/webm')
    await page.getByRole('button', { name: '按一下说话' }).click()
    await page.getByRole('button', { name: '不要了' }).click()
    await page.getByRole('button', { name: '按一下说话' }).waitFor()
    expect(await page.locator('#log audio').count()).toBe(1)
  })
})

test('advisers of the street see the photos of a request in its talk, and nobody else does', async () => {
  await visit.house.hire(ADVISER)
  await visit.house.hire(FAR)
  const [own, far] = [await deskOf(visit, ADVISER), await deskOf(visit, FAR)]
  await visit.open(PHONE, async (page) => {
    await page.goto('/')
    const number = await askForHelp(page)
    await page.locator('#files').setInputFiles([await photo('1.jpg')])
    const src = await page.locator('#log img').getAttribute('src')
    await visit.open(own, async (desk) => {
      await openCase(desk, number)
      const image = desk.locator('.transcript img').first()
      await image.scrollIntoViewIfNeeded()
      await expect.poll(() => widthInside(image), PATIENT).toBe(1600)
      await picture(desk, 'desk-photo')
    })
    await visit.open(far, async (desk) => {
      const seen = `/api/desk/files/${src?.split('/').at(-1)}?case=${number}`
      expect((await desk.request.get(seen)).status()).toBe(404)
    })
  })
})

test('a phone that forgets the talk forgets what was being typed too', async () => {
  await visit.open(PHONE, async (page) => {
    await page.goto('/')
    await say(page, '同意')
    await page.locator('#text').fill('不要给别人看')
    await page.getByRole('button', { name: '清除这部手机上的对话' }).click()
    await page.getByRole('button', { name: /^1 同意/ }).waitFor()
    expect(await page.locator('#text').inputValue()).toBe('')
  })
})

test('a microphone that is not allowed is said kindly', async () => {
  await visit.open(PHONE, async (page) => {
    await page.addInitScript(
      'navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error("denied"))',
    )
    await page.goto('/')
    await page.getByRole('button', { name: '按一下说话' }).click()
    await page.getByText('话筒没有打开').waitFor()
  })
})

test('what is asked now is read aloud, with its answers', async () => {
  await visit.open(PHONE, async (page) => {
    await page.addInitScript(
      'speechSynthesis.speak = (words) => { window.heard = words.text; window.tongue = words.lang }',
    )
    await page.goto('/')
    await say(page, '同意')
    await page.getByRole('button', { name: '念给我听' }).click()
    const heard = String(await page.evaluate('window.heard'))
    expect(heard).toContain('谁需要帮助')
    expect(heard).toContain('1 我自己')
    expect(heard).not.toContain('您同意吗')
    await page.goto('/?lang=en')
    await page.getByRole('button', { name: 'Read it to me' }).click()
    expect(await page.evaluate('window.tongue')).toBe('en')
  })
})

test('the size of letters stays, and changes nothing else', async () => {
  await visit.open(SMALL, async (page) => {
    await page.goto('/')
    await page.locator('#text').fill('写到一半')
    await page.getByRole('link', { name: '特大' }).click()
    await page.reload()
    expect(await page.locator('html').getAttribute('class')).toContain('huge')
    expect(await page.locator('#text').inputValue()).toBe('写到一半')
  })
})

test('an old answer that was corrected reads as words, also after a reload', async () => {
  await visit.open(PHONE, async (page) => {
    await page.goto('/')
    await page.getByRole('button', { name: /^1 同意/ }).click()
    await page.getByRole('button', { name: /^1 我自己/ }).click()
    await page.getByText('怎么称呼').waitFor()
    await page.getByText('改这一题').last().click()
    const label = await page.locator('details[open] button').nth(1).getAttribute('data-label')
    await page.locator('details[open] button').nth(1).click()
    // With a number it has arrived.
    await page.locator('#log li.resident[data-seq]').nth(2).waitFor()
    await page.reload()
    expect(await page.locator('#log li.resident').last().innerText()).toContain(label ?? 'no label')
  })
})

test('an answer of the house that got lost on the way is fetched again, and nothing is said twice', async () => {
  await visit.open(PHONE, async (page) => {
    let lost = 0
    await page.route(/\/api\/chat\/(messages|files)\?/, async (route) => {
      if (route.request().method() !== 'POST' || lost++ % 2 === 1) return route.continue()
      await route.fetch()
      return route.abort('internetdisconnected')
    })
    await page.goto('/')
    await say(page, '同意')
    await page.locator('#files').setInputFiles([await photo('1.jpg')])
    await page.locator('#log img').waitFor()
    await page.getByText('替您存着').waitFor()
    await expect.poll(() => lost, PATIENT).toBe(4)
    await page.reload()
    // What was under way at the reload is sent once more, and the page then drawn anew.
    const own = () => page.locator('#log li.resident').count()
    await expect.poll(own, PATIENT).toBe(2)
  })
})

test('two tabs of one person stay in step', async () => {
  await visit.open(PHONE, async (page) => {
    await page.goto('/')
    const other = await page.context().newPage()
    await other.goto('/')
    await page.getByRole('button', { name: /^1 同意/ }).click()
    await other.locator('#log li.resident', { hasText: '同意' }).waitFor()
    await other.getByRole('button', { name: /我自己/ }).waitFor()
    expect(await other.getByRole('button', { name: /^1 同意/ }).count()).toBe(0)
    await other.getByRole('button', { name: /我自己/ }).click()
    await page.getByText('怎么称呼').waitFor()
    expect(await page.locator('#log li.resident').count()).toBe(2)
  })
})

test('a screen reader hears what is new and not the whole history', async () => {
  await visit.open(PHONE, async (page) => {
    await page.goto('/')
    const served = await page.request.get('/')
    expect(await served.text()).not.toContain('role="log"')
    await page.getByRole('log', { name: '对话' }).waitFor()
    expect(await page.locator('#log').getAttribute('aria-live')).toBe('polite')
    await say(page, '同意')
    expect(await page.evaluate('document.activeElement.textContent')).toContain('发送')
  })
})

test('everything can be done with the keyboard alone', async () => {
  await visit.open(PHONE, async (page) => {
    await page.goto('/')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到输入框')
    const reach = async (text: RegExp) => {
      for (let n = 0; n < 40; n++) {
        const at = String(await page.evaluate('document.activeElement.textContent'))
        if (text.test(at.trim())) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`not reached: ${text}`)
    }
    await reach(/^1 同意/)
    await page.keyboard.press('Enter')
    await page.getByText('谁需要帮助').waitFor()
    await page.locator('#text').focus()
    await page.keyboard.type('我自己')
    await page.keyboard.press('Enter')
    await page.getByText('怎么称呼').waitFor()
    expect(await page.evaluate('document.activeElement.id')).toBe('text')
  })
})

test('in danger the numbers can be called with one tap, and nothing hides them', async () => {
  await visit.open(SMALL, async (page) => {
    await page.goto('/')
    await page.getByRole('link', { name: '特大' }).click()
    await say(page, '我不想活了')
    const number = page.locator('#log li:not(.resident) .call').last()
    await number.waitFor()
    expect(await number.getAttribute('href')).toMatch(/^tel:\d+$/)
    expect(await tooSmall(page)).toEqual([])
    expect(await axe(page)).toEqual([])
    expect(await widthOf(page)).toBeLessThanOrEqual(320)
    await picture(page, 'resident-danger')
  })
})

/** WCAG 1.4.12: readers may widen the text; nothing may be cut off by it. */
const WIDE = `for (const each of document.querySelectorAll('body *')) {
  const wide = { 'letter-spacing': '0.12em', 'word-spacing': '0.16em', 'line-height': '1.5' }
  for (const [name, value] of Object.entries(wide)) each.style.setProperty(name, value, 'important')
}`

test.each([
  ['320 px, the largest letters', SMALL, '特大'],
  ['375 px, large letters', PHONE, '大字'],
  ['a tablet', { viewport: { width: 768, height: 1024 } }, '标准'],
])(
  '%s: nothing is cut off, all targets are large, no faults of access',
  async (_what, size, letters) => {
    await visit.open(size, async (page) => {
      await page.goto('/')
      await page.getByRole('link', { name: letters }).click()
      await say(page, '同意')
      await say(page, 'Rindfleischetikettierungsueberwachungsaufgabenuebertragung'.repeat(2))
      await page.evaluate(WIDE)
      expect(await widthOf(page)).toBeLessThanOrEqual(size.viewport.width)
      expect(await tooSmall(page)).toEqual([])
      expect(await axe(page)).toEqual([])
    })
  },
)

test('English in the largest letters on the smallest screen: nothing is cut off or covered', async () => {
  await visit.open(SMALL, async (page) => {
    await page.goto('/?lang=en')
    await page.getByRole('link', { name: 'Very large' }).click()
    const bubbles = page.locator('#log li.bot')
    for (const words of ['1', '1', 'Wang']) {
      const before = await bubbles.count()
      await page.locator('#text').fill(words)
      await page.locator('button.send').click()
      await bubbles.nth(before).waitFor()
    }
    expect(await widthOf(page)).toBeLessThanOrEqual(320)
    expect(await tooSmall(page)).toEqual([])
    const bottomOf = async (what: Locator) => {
      const box = await what.boundingBox()
      return (box?.y ?? 0) + (box?.height ?? 0)
    }
    // The row that stays is low, and what was just said stands below it.
    const row = await bottomOf(page.locator('header'))
    expect(row).toBeLessThan(100)
    const own = page.locator('#log li.resident').last()
    await expect.poll(() => bottomOf(own), PATIENT).toBeGreaterThan(row + 20)
    await expect.poll(() => bottomOf(own), PATIENT).toBeLessThan(250)
  })
})

test.each(['标准', '大字', '特大'])(
  'in %s: boxes to tick, no network and danger have no faults of access, at any width',
  async (letters) => {
    await visit.open(PHONE, async (page) => {
      await page.goto('/')
      await page.getByRole('link', { name: letters }).click()
      const faultless = async () => {
        for (const width of [320, 375, 768, 1366]) {
          await page.setViewportSize({ width, height: 740 })
          expect(await widthOf(page), `${width}`).toBeLessThanOrEqual(width)
          expect(await tooSmall(page), `${width}`).toEqual([])
        }
        expect(await axe(page)).toEqual([])
      }
      const road = [
        '同意',
        '我自己',
        '王秀英',
        '13800138000',
        '华院居委',
        '对',
        '老伴住院钱不够',
        '对',
      ]
      for (const words of road) await say(page, words)
      await page.getByRole('checkbox').first().waitFor()
      await faultless()
      await page.context().setOffline(true)
      await page.locator('#text').fill('都没有')
      await page.keyboard.press('Enter')
      await page.getByText('网络不通').waitFor()
      await faultless()
      await page.context().setOffline(false)
      await page.getByRole('button', { name: '现在就交' }).waitFor()
      await say(page, '他又打我了')
      await page.getByRole('button', { name: '2 不安全' }).waitFor()
      await faultless()
    })
  },
)

test('the first page weighs at most 50 kB, and asks no other house for anything', async () => {
  await visit.open(PHONE, async (page) => {
    let bytes = 0
    page.on('response', async (answer) => {
      expect(new URL(answer.url()).origin).toBe(visit.house.url)
      if (!answer.url().includes('/stream')) bytes += (await answer.body()).length
    })
    await page.goto('/', { waitUntil: 'load' })
    await page.getByRole('log').waitFor()
    expect(bytes).toBeGreaterThan(10_000)
    expect(bytes).toBeLessThanOrEqual(50_000)
  })
})

test('leaving is instant, and the way back does not show the talk', async () => {
  await visit.open(PHONE, async (page) => {
    await page.route('https://www.baidu.com/**', (route) => route.fulfill({ body: 'weather' }))
    await page.goto('/')
    await say(page, '同意')
    await page.getByRole('link', { name: '快速离开' }).click()
    await page.getByText('weather').waitFor()
    await page.goBack().catch(() => null)
    expect(page.url()).not.toContain(visit.house.url)
  })
})

test('a talk goes on in another phone with the code of the old one, and both stay in step', async () => {
  await visit.open(PHONE, async (old) => {
    await old.goto('/')
    const number = await askForHelp(old)
    const options = await old.locator('#answers button').count()
    await old.evaluate('scrollTo(0, 0)')
    await visit.open(SMALL, async (fresh) => {
      await fresh.goto('/resume')
      expect(await axe(fresh)).toEqual([])
      await fresh.getByLabel('求助编号').fill(number)
      await fresh.getByLabel('当时留的电话').fill('138 0013 8000')
      await fresh.getByRole('button', { name: '下一步' }).click()
      await old.getByRole('button', { name: '有新消息' }).click()
      // The question that is open stays open.
      expect(await old.locator('#answers button').count()).toBe(options)
      const told = await old.locator('#log li.system').last().innerText()
      await fresh.getByLabel('那六个数字').fill(/\d{3} \d{3}/.exec(told)?.[0] ?? '')
      await picture(fresh, 'resident-resume')
      await fresh.getByRole('button', { name: '接着说' }).click()
      expect(await fresh.locator('#log').innerText()).toContain(number)
      await say(fresh, '0')
      await old.locator('#log li.resident', { hasText: '0' }).last().waitFor()
    })
  })
})
