import { pino } from 'pino'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { bulletins } from '../src/bulletins/store.ts'
import { homeSubdistrict } from '../src/demo/personas.ts'
import { meetings } from '../src/meetings/store.ts'
import type { State } from '../src/ratings/steps.ts'
import { ratings } from '../src/ratings/store.ts'
import { begunOf, stateOn } from '../src/surveys/round.ts'
import { rounds } from '../src/surveys/store.ts'
import { dateOf } from '../src/shared/time.ts'
import { startDemo } from '../src/start-demo.ts'

const toAccept: readonly State[] = ['selfSubmitted', 'subdistrictReview']

/** Takes the README's pictures anew, from the demo: `npx tsx docs/screenshots.ts`. Needs Debian's package chromium. */
const zone = 'Asia/Shanghai'
const demo = await startDemo({ port: 0, zone, lang: 'zh-CN', logLevel: 'silent' }, pino({ level: 'silent' }))
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})

/** The product's web as a persona of the demo sees it. */
const webOf = async (persona: string): Promise<string> => {
  const html = await (await fetch(`${demo.url}/?as=${persona}`)).text()
  return /<iframe name="web" src="([^"]+)"/.exec(html)?.[1] ?? ''
}

const shoot = async (name: string, url: string, width: number, height: number) => {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForTimeout(1000)
  const picture = await page.screenshot()
  await context.close()
  // Pages have few colours: as a palette a picture takes a third.
  await sharp(picture)
    .png({ palette: true, colours: 64, effort: 10, compressionLevel: 9 })
    .toFile(new URL(`${name}.png`, import.meta.url).pathname)
}

try {
  const today = dateOf(demo.kit.now(), zone)
  const begun = begunOf(await demo.kit.store.all(rounds), today)
  const open = begun.at(-1)
  const published = begun.findLast(round => stateOn(round, today) === 'closed')
  await shoot('survey-phone', `${demo.product}/s/${open?.units[0]?.link}`, 390, 844)
  await shoot('self-assessment', `${await webOf('lead3')}ratings/2026/350203001006/self/A`, 390, 844)
  const handedIn = (await demo.kit.store.all(ratings)).find(
    ({ subdistrict, state }) => subdistrict === homeSubdistrict && toAccept.includes(state),
  )
  if (!handedIn) throw new Error('the demo has no application that waits for its acceptance')
  const { cycle, community } = handedIn
  await shoot(
    'review-table',
    `${await webOf('subdistrict')}ratings/${cycle}/${community}/review#D1`,
    1280,
    860,
  )
  await shoot('home-phone', await webOf('lead1'), 390, 844)
  await shoot('summary', `${await webOf('district')}summary`, 1200, 1000)
  await shoot('published-result', `${demo.product}/r/${published?.id}`, 390, 844)
  await shoot('bulletin', `${await webOf('district')}bulletins/${(await demo.kit.store.all(bulletins)).at(-1)?.id}`, 900, 900)
  const final = (await demo.kit.store.all(meetings)).findLast(
    ({ unit, minutes }) => unit === homeSubdistrict && minutes?.final,
  )
  await shoot('minutes', `${await webOf('subdistrict')}meetings/${final?.id}/minutes`, 900, 900)
  await shoot('demo', `${demo.url}/?as=lead1`, 1200, 760)
} finally {
  await browser.close()
  await demo.stop()
}
