import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hearth, openChat, type Product, productFolder, startProduct } from '../support/product.ts'

/** Words that nobody else writes: they may stand nowhere in clear. */
const CANARY = {
  name: '皇甫金丝雀',
  story: '老伴瘫在床上，我搬不动他，金丝雀证词',
  phone: '13900139123',
}

describe('the house as an operator runs it', () => {
  const folder = productFolder()
  let product: Product

  beforeAll(async () => {
    product = await startProduct(folder.data)
  })

  afterAll(async () => {
    await product.stop()
    folder.remove()
  })

  test('a killed process costs nothing that was acknowledged, and the talk goes on', async () => {
    const before = await openChat(product.base)
    for (const text of ['你好', '同意', '我自己', CANARY.name]) await before.say(text)
    const seen = await before.all()
    await product.kill()
    product = await startProduct(folder.data)
    const chat = before.at(product.base)
    expect(await chat.all()).toEqual(seen)

    for (const text of [CANARY.phone, '对', '华院居委', '对']) await chat.say(text)
    await product.kill()
    product = await startProduct(folder.data)
    const again = before.at(product.base)
    for (const text of [CANARY.story, '对', '都没有', '现在就交']) await again.say(text)
    const [sent] = await again.say('好')
    expect(sent?.text).toMatch(/编号是 [1-9]{4}-[1-9]{4}/)

    const { out } = await hearth(['queue'], { HEARTH_DATA: folder.data })
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines).toEqual([
      expect.objectContaining({
        district: '310105',
        street: '310105001',
        committee: '310105001006',
        status: 'waiting',
        stage: 'routing',
        channel: 'web',
      }),
    ])
    expect(sent?.text).toContain(String(lines[0]?.case))
  })

  test('the same message sent twice at once is one turn with one reply', async () => {
    const chat = await openChat(product.base)
    const id = crypto.randomUUID()
    const replies = await Promise.all(Array.from({ length: 8 }, () => chat.say('同意', id)))
    for (const reply of replies) expect(reply).toEqual(replies[0])
    const mine = (await chat.all()).filter((message) => message.from === 'resident')
    expect(mine.map((message) => message.text)).toEqual(['同意'])
  })

  test('odd messages get a kind sentence and lose nothing', async () => {
    const chat = await openChat(product.base)
    for (const text of [
      '😀😀😀',
      '？？',
      'a'.repeat(10_000),
      '同\u0000意',
      '<b>好</b>',
      '2024-02-30',
    ]) {
      const reply = await chat.say(text)
      expect(reply.length, text.slice(0, 20)).toBeGreaterThan(0)
      for (const message of reply)
        expect(message.text).not.toMatch(/错误|无效|必须|Error|undefined|\{/)
    }
  })

  test('words of danger are answered before any consent, and call the duty', async () => {
    const chat = await openChat(product.base, '310105002')
    const [card] = await chat.say('我不想活了')
    expect(card?.text).toContain('12356')
    const { out } = await hearth(['queue'], { HEARTH_DATA: folder.data })
    const first = JSON.parse(out.split('\n')[0] ?? '') as Record<string, unknown>
    expect(first).toMatchObject({ queue: 'duty:310105', urgency: 'now', street: '310105002' })
  })

  test('no name, number or story stands in a log, a file or the database in clear', () => {
    const words = Object.values(CANARY)
    expect(words.filter((word) => product.written().includes(word))).toEqual([])
    const found: string[] = []
    for (const file of readdirSync(folder.data, {
      recursive: true,
      encoding: 'utf8',
      withFileTypes: true,
    })) {
      if (!file.isFile()) continue
      const bytes = readFileSync(join(file.parentPath, file.name))
      found.push(
        ...words.filter((word) => bytes.includes(word)).map((word) => `${file.name}: ${word}`),
      )
    }
    expect(found).toEqual([])
  })

  test('doctor finds the running house fit, and the record of acts unbroken', async () => {
    const doctor = await hearth(['doctor', '--json'], { HEARTH_DATA: folder.data })
    const checks = doctor.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { check: string; level: string })
    expect(checks.filter(({ level }) => level === 'fail')).toEqual([])
    const audit = await hearth(['audit', 'verify'], { HEARTH_DATA: folder.data })
    expect(audit.code, audit.err).toBe(0)
  })
})
