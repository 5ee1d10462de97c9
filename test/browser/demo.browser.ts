import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { meetings } from '../../src/meetings/store.ts'
import { type Demo, startDemo } from '../../src/start-demo.ts'
import { describeInBrowser, expectAccessible, openPage } from './browser.ts'

const settings = { port: 0, zone: 'Asia/Shanghai', logLevel: 'silent', lang: 'zh-CN' } as const

const chat = (page: Page) => page.getByRole('log')

describeInBrowser('the demo', () => {
  let demo: Demo
  beforeAll(async () => {
    demo = await startDemo(settings, pino({ level: 'silent' }))
  })
  afterAll(() => demo.stop())

  /** The product's web, signed in as a persona. */
  const webOf = async (persona: string): Promise<string> => {
    const html = await (await fetch(`${demo.url}/?as=${persona}`)).text()
    return /<iframe name="web" src="([^"]+)"/.exec(html)?.[1] ?? ''
  }

  test('a lead presses 签到 in the chat and the attendance page shows it without reload', async () => {
    const open = await demo.kit.store.list(meetings, 'open', 'yes')
    const meeting = open.find(
      ({ unit, starts }) => unit === '350203001000' && starts.startsWith('2026-11-24'),
    )
    const board = await openPage({ width: 1200, lang: 'zh-CN' })
    await board.goto(`${await webOf('subdistrict')}meetings/${meeting?.id}`)
    expect(await board.locator('.sample').textContent()).toContain('示例数据')
    await expectAccessible(board)
    const row = board.getByRole('row', { name: /示例负责人01/ })
    expect(await row.textContent()).toContain('未签到')

    const phone = await openPage({ lang: 'zh-CN' })
    await phone.goto(`${demo.url}/?as=lead1`)
    await expectAccessible(phone)
    await chat(phone).getByRole('button', { name: '签到', exact: true }).click()
    await chat(phone).getByText('已签到').waitFor()
    await row.getByText(/出席 09:0\d/).waitFor()
  })

  test('the web beside the chat belongs to the persona, and the product itself cannot be framed', async () => {
    const page = await openPage({ width: 1200, dark: true, lang: 'zh-CN' })
    await page.goto(`${demo.url}/?as=district`)
    await page.frameLocator('iframe').getByText('示例区级干部01').waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: /示例负责人02/ }).click()
    await page.frameLocator('iframe').getByText('示例负责人02').waitFor()
    expect((await fetch(demo.product)).headers.get('content-security-policy')).toContain(
      "frame-ancestors 'none'",
    )
  })

  test('what is typed is answered, and time brings the report that a lead is asked for', async () => {
    const page = await openPage({ width: 1200, lang: 'zh-CN' })
    await page.goto(`${demo.url}/?as=lead2`)
    await page.getByLabel('输入消息').fill('/help')
    await page.getByRole('button', { name: '发送' }).click()
    await chat(page).getByText('/meetings').first().waitFor()

    await page.getByRole('button', { name: '到下次例会' }).click()
    await chat(page).getByRole('button', { name: '已开', exact: true }).click()
    await page.getByLabel('输入消息').fill('已开 12人')
    await page.getByRole('button', { name: '发送' }).click()
    await chat(page).getByRole('button', { name: '没有', exact: true }).waitFor()
    await expectAccessible(page)

    await page.getByRole('link', { name: /示例街道干部01/ }).click()
    await chat(page).getByText('【到会情况】').waitFor()
    expect(await chat(page).textContent()).toMatch(/应到 7 人，实到 [3-7] 人/)
  })
})

test('npm run demo starts, says where, and leaves nothing behind', { timeout: 60_000 }, async () => {
  const left = () => readdirSync(tmpdir()).filter(name => name.startsWith('sanlianchuang-demo-'))
  const before = left()
  const env = { ...process.env, PORT: '0', LANG: 'en' }
  const demo = spawn(process.execPath, ['--import', 'tsx', 'src/demo.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env,
  })
  const ended = new Promise<number | null>(done => demo.once('exit', done))
  let out = ''
  await new Promise<void>((ready, fail) => {
    demo.stdout.on('data', chunk => {
      out += chunk
      if (out.includes('Ctrl+C')) ready()
    })
    demo.stderr.on('data', chunk => fail(new Error(String(chunk))))
  })
  expect((await fetch(/demo page +(\S+)/.exec(out)?.[1] ?? '')).status).toBe(200)
  demo.kill('SIGINT')
  expect(await ended).toBe(0)
  expect(left()).toEqual(before)
})
