import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { productFolder } from '../support/product.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const README = readFileSync(resolve(ROOT, 'README.md'), 'utf8')

const folder = productFolder()
afterAll(() => folder.remove())

/** The lines of the shell blocks. */
const commands = [...README.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block.trim().split('\n'),
)

test('the README has two commands', () => {
  expect(commands).toEqual(['npm start', 'npm test'])
})

test('npm start opens a house that answers, and ends cleanly', async () => {
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...process.env, HEARTH_DATA: folder.data, PORT: '0' },
    detached: true,
  })
  let text = ''
  const port = await new Promise<string>((ready, fail) => {
    child.once('exit', () => fail(new Error(text)))
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk
      const found = /console\s+http:\/\/localhost:(\d+)\//.exec(text)?.[1]
      if (found && /^ready {6}\d{4}/m.test(text)) ready(found)
    })
  })
  expect(text).toContain('样例数据')
  const page = await fetch(`http://127.0.0.1:${port}/`)
  expect(await page.text()).toContain('暖心')
  const queue = await fetch(`http://127.0.0.1:${port}/console/queue`)
  expect(queue.url).toContain('/console/queue')
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  process.kill(-(child.pid ?? 0), 'SIGINT')
  await gone
})

test('every file that the README names is there', () => {
  const links = [...README.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link)
  for (const link of links)
    expect(() => readFileSync(resolve(ROOT, link)), link).not.toThrow(/ENOENT/)
})

test('every command that the README names exists', () => {
  const scripts = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')).scripts as object
  for (const [, script = ''] of README.matchAll(/npm run (?:-s )?(\w+)/g)) {
    expect(Object.keys(scripts)).toContain(script)
  }
})
