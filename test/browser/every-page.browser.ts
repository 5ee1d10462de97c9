import { createHash } from 'node:crypto'
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

  for (const [turn, persona] of (['lead1', 'subdistrict', 'district'] as const).entries()) {
    test(`can be read and used by ${persona}, on phones and wide screens, light and dark, in both languages`, {
      timeout: 600_000,
    }, async () => {
      const html = await (await fetch(`${demo.url}/?as=${persona}`)).text()
      const start = /<iframe name="web" src="([^"]+)"/.exec(html)?.[1] ?? ''
      const pages = await Promise.all(looks.map(look => openPage(look)))
      const found = new Map([['/', '/']])
      const faults: string[] = []
      for (const [kind, path] of walk(found)) {
        const [one, other] = twoOf(pages, kind, turn)
        await one.goto(new URL(path, start).href)
        faults.push(...(await faultsOf(one)))
        await other.goto(new URL(path, start).href)
        // What it is made of is the same; colours and width are not.
        faults.push(...(await faultsOf(other, ['color-contrast'])))
        for (const each of await linksOn(one)) if (!found.has(kindOf(each))) found.set(kindOf(each), each)
      }
      expect(faults).toEqual([])
      expect(found.size).toBeGreaterThan(20)
      expect(found.size).toBeLessThan(mostPages)
    })
  }
})

/** How a page can be looked at. */
const looks = [
  { width: 1280, lang: 'zh-CN' },
  { width: 360, lang: 'en-GB', dark: true },
  { width: 1280, lang: 'zh-CN', dark: true },
  { width: 360, lang: 'zh-CN' },
  { width: 1280, lang: 'en-GB' },
] as const

/**
 * Two of the ways to look at a page, by its kind and by who looks: always the same ones, one step on for each person, so that what
 * all three can open is looked at in all of them.
 */
function twoOf<T>(ways: readonly T[], kind: string, turn: number): readonly [T, T] {
  const first = createHash('sha256').update(kind).digest().readUInt16BE() + 2 * turn
  const way = (at: number) => ways[at % ways.length] as T
  return [way(first), way(first + 1)]
}

/** The addresses found so far, and those that are found meanwhile. */
function* walk(found: ReadonlyMap<string, string>): Generator<readonly [kind: string, path: string]> {
  const seen = new Set<string>()
  for (const [kind, path] of found) {
    if (seen.has(kind) || seen.size >= mostPages) continue
    seen.add(kind)
    yield [kind, path]
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
  return links.filter(link => !/\.\w{2,5}($|\?)|\/files\/|\/docx$/.test(link))
}
