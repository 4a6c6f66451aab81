import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  ADVISER,
  COLLEAGUE,
  claimCase,
  deskOf,
  FAR,
  openCase,
  openQueue,
  pick,
  rowOf,
  signIn,
} from '../support/adviser.ts'
import { askOnline } from '../support/ask-online.ts'
import { PATIENT } from '../support/patient.ts'
import { type Visit, visitHouse } from '../support/visit.ts'

let visit: Visit
let desk: BrowserContextOptions
let colleague: BrowserContextOptions
let far: BrowserContextOptions
beforeAll(async () => {
  visit = await visitHouse()
  for (const person of [ADVISER, COLLEAGUE, FAR]) await visit.house.hire(person)
  desk = await deskOf(visit, ADVISER)
  colleague = await deskOf(visit, COLLEAGUE)
  far = await deskOf(visit, FAR)
})
afterAll(() => visit?.close())

/** Somebody without work: a need, and no danger. */
const ask = () => askOnline(visit.house.url, [[/最难的是什么/, '失业半年了，房租付不起']])

/** The same, sent off: it waits in the queue as a whole request. */
async function askWhole() {
  const resident = await ask()
  for (const words of ['现在就交', '好']) await resident.say(words)
  return resident
}

test('two advisers grab one case: one has it, the other reads who, and the winner can undo it', async () => {
  const { number } = await askWhole()
  await visit.open(
    desk,
    async (one) => {
      await visit.open(
        colleague,
        async (two) => {
          const deaf = (page: Page) => page.route('**/api/desk/stream*', (route) => route.abort())
          await Promise.all([one, two].map(deaf))
          await Promise.all([one, two].map(openQueue))
          await Promise.all([one, two].map((page) => rowOf(page, number).waitFor()))
          const claim = `领取 ${number}`
          await Promise.all(
            [one, two].map((page) =>
              page.getByRole('button', { name: claim, exact: true }).click(),
            ),
          )
          const won = (page: typeof one) => page.getByText(`已领取 ${number}`)
          const lost = (page: typeof one, name: string) =>
            page.getByText(`${name} 已经领取了这个个案`)
          await Promise.all([
            Promise.any([won(one).waitFor(), won(two).waitFor()]),
            Promise.any([lost(one, '姜胤').waitFor(), lost(two, '邓菲菲').waitFor()]),
          ])
          const winner = (await won(one).count()) > 0 ? one : two
          expect(await won(winner === one ? two : one).count()).toBe(0)
          await winner.keyboard.press('u')
          await Promise.all(
            [one, two].map((page) => rowOf(page, number).waitFor({ timeout: 25_000 })),
          )
        },
        [/409/, /ERR_FAILED/],
      )
    },
    [/409/, /ERR_FAILED/],
  )
})

test('an unfinished request is claimed and the call is noted at once', async () => {
  const { number } = await ask()
  await visit.open(desk, async (page) => {
    await openQueue(page)
    await rowOf(page, number).getByText('停在').waitFor()
    await page.getByRole('button', { name: `领取并回电 ${number}` }).click()
    const box = page.getByRole('dialog', { name: '记录联系' })
    await box.getByRole('radio', { name: '没联系上' }).check()
    await box.getByRole('button', { name: '保存' }).click()
    await box.waitFor({ state: 'hidden' })
    await page.locator('.history').getByText(/没|未/).first().waitFor()
  })
})

test('several cases are chosen by keyboard and claimed together', async () => {
  const numbers = [(await askWhole()).number, (await askWhole()).number]
  await visit.open(desk, async (page) => {
    await openQueue(page)
    for (const number of numbers) {
      await rowOf(page, number).locator('.row-link').focus()
      await page.keyboard.press('x')
    }
    await page.getByText('选了 2 项').waitFor()
    await page.getByRole('button', { name: '批量领取' }).click()
    await page.getByText('办成 2 件，没办成 0 件').waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await page.getByRole('heading', { name: '我的个案' }).waitFor()
    for (const number of numbers) await rowOf(page, number).waitFor()
  })
})

test('a case claimed by its key hands the focus on to the row that takes its place', async () => {
  const [{ number }] = [await askWhole(), await askWhole()]
  await visit.open(desk, async (page) => {
    await openQueue(page)
    await rowOf(page, number).locator('.row-link').focus()
    const links = await page.locator('.row-link').allInnerTexts()
    const at = links.indexOf(number)
    await page.keyboard.press('1')
    await rowOf(page, number).waitFor({ state: 'detached' })
    const focused = () => page.evaluate("document.activeElement?.textContent ?? ''")
    await expect.poll(focused, PATIENT).toBe(links[at + 1] ?? links[at - 1])
  })
})

test('an adviser works a case from the queue to its closing by keyboard alone', async () => {
  const { number, heard } = await ask()
  await visit.open(desk, async (page) => {
    await openQueue(page)
    await rowOf(page, number).waitFor()
    const focused = () => page.evaluate<string>("document.activeElement?.textContent ?? ''")
    for (let step = 0; step < 50 && (await focused()) !== number; step++) {
      await page.keyboard.press('j')
    }
    await page.keyboard.press('Enter')
    await page.locator('.case-head').waitFor()
    await page.keyboard.press('1')
    await page.getByText('负责：我').waitFor()

    await page.keyboard.press('e')
    await page.getByRole('heading', { name: /为什么/ }).waitFor()
    await tabTo(page, 'button.as-link')
    await page.keyboard.press('Enter')
    await page.locator('.transcript mark').waitFor()

    await page.keyboard.press('r')
    await page.locator('#reply:focus').waitFor()
    await page.keyboard.type('王阿姨您好，我下午给您打电话 021-62520000')
    await page.keyboard.press('Enter')
    await page.locator('.spoken.adviser').getByText('我下午给您打电话').waitFor()
    expect((await heard()).map(({ text }) => text).join()).toContain('我下午给您打电话')

    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    await page.locator('#note:focus').waitFor()
    await page.keyboard.type('@jy')
    await page.getByRole('button', { name: /姜胤/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('明天一起上门')
    await page.keyboard.press('Enter')
    await page.locator('.spoken.internal').getByText('@姜胤 明天一起上门').waitFor()
    expect((await heard()).map(({ text }) => text).join()).not.toContain('一起上门')

    await page.keyboard.press('Escape')
    await page.keyboard.press('f')
    await page.getByRole('dialog', { name: '记录联系' }).waitFor()
    await submit(page)
    await page.getByText('已联系', { exact: true }).waitFor()

    await page.keyboard.press('t')
    await page.getByRole('dialog', { name: '交还小助手' }).waitFor()
    await submit(page)
    await page.locator('.floor:not(.person)').waitFor()

    await page.keyboard.press('c')
    await page.getByRole('dialog', { name: '确认评估' }).waitFor()
    await submit(page)
    await page.getByText(/邓菲菲 .*确认为/).waitFor()

    await page.keyboard.press('d')
    await page.getByRole('dialog', { name: '结案' }).waitFor()
    await page.locator('[role=dialog] input:focus').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.locator('[role=dialog] input[type=radio]:checked').waitFor({ state: 'attached' })
    await submit(page)
    await page.getByText(/已结案，已转介/).waitFor()
    await page.keyboard.press('Escape')
    await page
      .getByRole('heading', { name: '我的个案' })
      .or(page.getByRole('heading', { name: '待领取' }))
      .waitFor()
    expect(await rowOf(page, number).count()).toBe(0)
  })
})

test('an indicator is corrected with a reason, and the value of the bot stays beside it', async () => {
  const { number } = await ask()
  await visit.open(desk, async (page) => {
    await openQueue(page)
    await claimCase(page, number)
    const line = page.locator('.indicator', { hasText: '收入困境' })
    await line.getByRole('button', { name: '确认或改：收入困境' }).click()
    await line.getByRole('radio', { name: '没有困难' }).check()
    await line.getByLabel('理由').fill('看了退休金流水')
    await line.getByRole('button', { name: '保存' }).click()
    await line.getByText('看了退休金流水').waitFor()
    expect(await line.innerText()).toMatch(/没有困难[\s\S]*小助手：/)
  })
})

test('a reply that was begun before the resident wrote again asks first', async () => {
  const { number, say } = await ask()
  await visit.open(desk, async (page) => {
    await openQueue(page)
    await claimCase(page, number)
    await page.locator('#reply').fill('您明天上午在家吗？')
    await say('药今天晚上就没了')
    await page.locator('.spoken.resident').getByText('药今天晚上就没了').waitFor()
    await page.getByRole('button', { name: '发给居民' }).click()
    await page.getByText('居民又说了一句，先看看？').waitFor()
    expect(await page.locator('.spoken.adviser').getByText('您明天上午在家吗').count()).toBe(0)
    await page.getByRole('button', { name: '照样发' }).click()
    await page.locator('.spoken.adviser').getByText('您明天上午在家吗').waitFor()
    expect(await page.locator('#reply').inputValue()).toBe('')
  })
})

test('what is typed survives a reload, a lost network and a session that has ended', async () => {
  const { number, heard } = await ask()
  const words = '阿姨，材料我先帮您看'
  await visit.open(
    desk,
    async (page) => {
      await openQueue(page)
      await claimCase(page, number)
      await page.locator('#reply').fill(words)
      await page.reload()
      await page.locator('#reply').waitFor()
      expect(await page.locator('#reply').inputValue()).toBe(words)

      await page.context().setOffline(true)
      await page.getByRole('button', { name: '发给居民' }).click()
      await page.getByText('您写的还在').waitFor()
      await page.getByText('连不上服务器，正在重试').waitFor()
      await page.context().setOffline(false)

      await page.context().clearCookies()
      await page.getByRole('button', { name: '发给居民' }).click()
      const again = page.getByRole('dialog', { name: '请重新登录' })
      await signIn(again, { ...ADVISER, password: 'wrong' })
      await again.getByText('用户名和密码对不上').waitFor()
      await signIn(again, ADVISER)
      await again.waitFor({ state: 'hidden' })
      expect(await page.locator('#reply').inputValue()).toBe(words)
      await page.getByRole('button', { name: '发给居民' }).click()
      await page.locator('.spoken.adviser').getByText(words).waitFor()
      expect((await heard()).filter(({ text }) => text.includes(words))).toHaveLength(1)
    },
    [/401/, /ERR_INTERNET_DISCONNECTED/],
  )
})

test('while the house restarts, what is typed stays; then it goes out once and all is live again', async () => {
  const { number, heard } = await ask()
  const words = '阿姨，我明天上午九点来'
  const busy = [/ERR_/, /50\d/]
  await visit.open(
    desk,
    async (page) => {
      await claimCase(page, number)
      await page.locator('#reply').fill(words)
      const { again } = await visit.house.kill()
      await page.getByRole('button', { name: '发给居民' }).click()
      await page.getByText('您写的还在').waitFor()
      await page.getByText('连不上服务器，正在重试').waitFor()
      expect(await page.locator('#reply').inputValue()).toBe(words)
      await again()
      await page.getByText('连不上服务器，正在重试').waitFor({ state: 'detached', timeout: 30_000 })
      await page.getByRole('button', { name: '发给居民' }).click()
      await page.locator('.spoken.adviser').getByText(words).waitFor()
      expect((await heard()).filter(({ text }) => text.includes(words))).toHaveLength(1)
      expect(await page.locator('#reply').inputValue()).toBe('')
    },
    busy,
  )
})

test('a reply is kept as a phrase, found by `/`, put into the box and never sent by itself', async () => {
  const { number } = await ask()
  const words = '您好，请把医药费的发票拍给我们看看。'
  await visit.open(desk, async (page) => {
    await claimCase(page, number)
    const box = page.locator('#reply')
    await box.fill(words)
    await page.getByRole('button', { name: '存为快捷短语' }).click()
    await page.getByRole('textbox', { name: '短语的名字' }).fill('要发票')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '存为快捷短语' }).waitFor()
    await box.fill('/发票')
    await page.getByRole('button', { name: /^要发票/ }).waitFor()
    await box.press('Enter')
    expect(await box.inputValue()).toBe(words)
    expect(await page.locator('.spoken.adviser').getByText(words).count()).toBe(0)
    await box.fill('/')
    await page.getByRole('button', { name: '删除短语：要发票' }).click()
    await page.getByText('没有这样的快捷短语').waitFor()
  })
})

test('single keys sleep while one types or composes, and can be switched off', async () => {
  const { number } = await ask()
  await visit.open(desk, async (page) => {
    await openQueue(page)
    await openCase(page, number)
    await page.locator('#note').fill('')
    await page.locator('#note').press('1')
    expect(await page.locator('#note').inputValue()).toBe('1')
    await page.evaluate(
      "document.activeElement.blur(); document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true, isComposing: true }))",
    )
    await page.keyboard.press('?')
    await page.getByRole('switch').click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /关闭|Close/ })
      .click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('1')
    await page.waitForTimeout(500)
    expect(await page.getByText('负责：还没有人').count()).toBe(1)
  })
})

test('danger stands above every screen until somebody takes it', async () => {
  const { number, say } = await ask()
  await visit.open(desk, async (page) => {
    await openQueue(page)
    const bar = page.locator('.crisis-bar')
    await say('我不想活了，想跳楼')
    await bar.waitFor()
    await openCase(page, number)
    await page.keyboard.press('Escape')
    await bar.waitFor()
    expect(await bar.getByRole('button', { name: /关闭|×/ }).count()).toBe(0)
    expect(await bar.locator('time').first().innerText()).toMatch(/^\d+:\d\d/)
    const before = await bar.locator('h2').innerText()
    await bar.getByRole('button', { name: '立即接手' }).first().click()
    await bar.filter({ hasText: before }).waitFor({ state: 'detached' })
  })
})

test('a case goes to another street only when that street takes it', async () => {
  const { number, heard } = await ask()
  await visit.open(
    desk,
    async (page) => {
      await openQueue(page)
      await claimCase(page, number)
      await page.getByRole('button', { name: '转出' }).first().click()
      const box = page.getByRole('dialog', { name: '转给别的街镇' })
      await pick(box.getByLabel('转到'), '江苏路')
      await box.getByRole('button', { name: '转出' }).click()
      await page.getByText(/等对方接收/).waitFor()
      await visit.open(far, async (theirs) => {
        await openCase(theirs, number)
        await theirs.getByRole('button', { name: '接收' }).click()
        await theirs.getByRole('dialog').getByRole('button', { name: '接收' }).click()
        await theirs.getByText('负责：我').waitFor()
      })
      await page.goto(`/console/cases/${number}`)
      expect((await heard()).map(({ text }) => text).join()).toContain('江小路')
    },
    [/404/],
  )
})

test('a case of a foreign street is not there at all', async () => {
  const { number } = await ask()
  await visit.open(
    far,
    async (page) => {
      await openQueue(page)
      expect(await rowOf(page, number).count()).toBe(0)
      await page.goto(`/console/cases/${number}`)
      await page.getByText('这里没有您要找的，或者不在您负责的街道。').waitFor()
    },
    [/404/],
  )
})

test('without the stream the queue is asked again by itself, and says so', async () => {
  await visit.open(
    desk,
    async (page) => {
      await page.route('**/api/desk/stream*', (route) => route.abort())
      await openQueue(page)
      await page.getByText('每 15 秒刷新').waitFor()
      const { number } = await ask()
      await rowOf(page, number).waitFor({ timeout: 25_000 })
    },
    [/ERR_FAILED/],
  )
})

test('the command box finds screens by pinyin and cases by name', async () => {
  const { number } = await ask()
  await visit.open(desk, async (page) => {
    await openQueue(page)
    await page.keyboard.press('Control+k')
    const box = page.getByRole('combobox', { name: /姓名、编号/ })
    await box.fill('wdga')
    await page.getByRole('option', { name: '我的个案' }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '我的个案' }).waitFor()
    await box.waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+k')
    await box.fill(number)
    await page
      .getByRole('option', { name: new RegExp(number) })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: new RegExp(number) }).waitFor()
  })
})

/** Presses Tab until something that fits the selector has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 30; step++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate<boolean>(`document.activeElement.matches('${selector}')`)) return
  }
  throw new Error(`no way to ${selector} by keyboard`)
}

/** Goes to the button that answers the open question, and presses it. */
async function submit(page: Page): Promise<void> {
  await tabTo(page, '[role=dialog] button[type=submit]')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}
