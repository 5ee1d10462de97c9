import { pino } from 'pino'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../src/start-demo.ts'
import { describeInBrowser, faultsOf, openPage } from './browser.ts'

const settings = { port: 0, zone: 'Asia/Shanghai', logLevel: 'silent', lang: 'zh-CN' } as const

/** Enough for every kind of page; a kind has many addresses, of which the first found is looked at. */
const mostPages = 150

describeInBrowser('every page of the demo', () => {
  let demo: Demo
  beforeAll(async () => {
    demo = await startDemo(settings, pino({ level: 'silent' }))
  }, 300_000)
  afterAll(() => demo.stop())

  for (const persona of ['lead1', 'subdistrict', 'district'] as const) {
    test(`can be read and used by ${persona}, on a phone in the dark and on a wide screen`, {
      timeout: 600_000,
    }, async () => {
      const html = await (await fetch(`${demo.url}/?as=${persona}`)).text()
      const start = /<iframe name="web" src="([^"]+)"/.exec(html)?.[1] ?? ''
      const wide = await openPage({ width: 1280, lang: 'zh-CN' })
      const phone = await openPage({ width: 360, dark: true })
      const found = new Map([['/', '/']])
      const faults: string[] = []
      for (const path of walk(found)) {
        await wide.goto(new URL(path, start).href)
        faults.push(...(await faultsOf(wide)))
        await phone.goto(new URL(path, start).href)
        // What it is made of is the same; colours and width are not.
        faults.push(...(await faultsOf(phone, ['color-contrast'])))
        for (const each of await linksOn(wide)) if (!found.has(kindOf(each))) found.set(kindOf(each), each)
      }
      expect(faults).toEqual([])
      expect(found.size).toBeGreaterThan(20)
      expect(found.size).toBeLessThan(mostPages)
    })
  }
})

/** The addresses found so far, and those that are found meanwhile. */
function* walk(found: ReadonlyMap<string, string>): Generator<string> {
  const seen = new Set<string>()
  for (const [kind, path] of found) {
    if (seen.has(kind) || seen.size >= mostPages) continue
    seen.add(kind)
    yield path
  }
}

/** Pages of one kind have an address that differs in numbers and names only. */
function kindOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://own.invalid')
  const segments = pathname.split('/').map(each => (/\d|^[\w-]{16,}$/.test(each) ? ':' : each))
  return `${segments.join('/')}?${[...searchParams.keys()].sort()}`
}

/** Pages of this site that one is led to; files and what only prints or streams aside. */
async function linksOn(page: Page): Promise<readonly string[]> {
  const links: string[] = await page.evaluate(
    `[...document.querySelectorAll('a[href]')].map(a => new URL(a.href)).filter(url => url.origin === location.origin).map(url => url.pathname + url.search)`,
  )
  return links.filter(link => !/\.\w{2,5}($|\?)|\/files\//.test(link))
}
