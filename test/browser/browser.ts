import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, describe, expect } from 'vitest'

const executablePath = '/usr/bin/chromium'
const found = existsSync(executablePath)

if (!found && process.env.REQUIRE_BROWSER) throw new Error(`${executablePath} is missing`)

/** Tests in Chromium; skipped, and saying so, where Debian's package `chromium` is not installed. */
export const describeInBrowser = found
  ? describe
  : (name: string, _tests: () => void) =>
      describe.skip(`${name} (needs Debian's package chromium)`, () => undefined)

let browser: Promise<Browser> | undefined

export interface PageOptions {
  readonly width?: number
  readonly dark?: boolean
  readonly script?: boolean
  readonly lang?: 'zh-CN' | 'en-GB'
}

/** A page of its own, with no cookies; a phone's width unless another is given. */
export async function openPage({
  width = 390,
  dark = false,
  script = true,
  lang = 'en-GB',
}: PageOptions = {}) {
  browser ??= chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const context = await (await browser).newContext({
    viewport: { width, height: 844 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: script,
    locale: lang,
  })
  return context.newPage()
}

afterAll(async () => {
  await (await browser)?.close()
  browser = undefined
})

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe-core complains of on the page as it stands, that it scrolls sideways if it does, and spaces after Chinese signs; a line
 * each. Of axe's `rules` alone if some are given.
 */
export async function faultsOf(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(axeSource)
  const options = JSON.stringify(rules ? { runOnly: rules } : {})
  const found: string[] = await page.evaluate(`
    axe.run(${options}).then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(node => node.html)].join(' ')))
  `)
  const overflow: number = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
  const wide = overflow > 0 ? [`scrolls sideways by ${overflow}`] : []
  const set: string[] = await page.evaluate(spaces)
  return [...found, ...wide, ...set].map(fault => `${page.url()} ${fault}`)
}

/** Spaces after Chinese signs; after a question there may be a mark or a fault. */
const spaces = `[...document.body.innerText.matchAll(/.{0,20}[，。；：、！] +[^\\s·→].{0,20}/g)].map(([said]) => 'space in ' + said)`

/** The dates that are broken over two lines on the page as it stands. */
export async function brokenDates(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const broken = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text; text = texts.nextNode();)
      for (const date of text.data.matchAll(/\\d{4}-\\d\\d-\\d\\d/g)) {
        const range = document.createRange()
        range.setStart(text, date.index)
        range.setEnd(text, date.index + date[0].length)
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top))
        if (new Set(lines).size > 1) broken.push(date[0])
      }
    return broken
  })()`)
}

/** Expects that there is nothing to complain of on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
}
