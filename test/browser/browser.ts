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

/** Expects that axe-core finds nothing to complain of on the page as it stands, and that it does not scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource)
  const found: { id: string; nodes: string[] }[] = await page.evaluate(`
    axe.run().then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(node => node.html) })))
  `)
  expect(found, page.url()).toEqual([])
  const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
}
