import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pino } from 'pino'
import { meetingsClock } from '../src/meetings/clock.ts'
import { newId, newSecret } from '../src/shared/ids.ts'
import type { Kit } from '../src/shared/kit.ts'
import { dateOf, instantOf, plusHours } from '../src/shared/time.ts'
import { type Bench, median } from './bench.ts'
import {
  leadSecret,
  officeSecret,
  open,
  openMeeting,
  seedMeetings,
  subdistrict,
  zone,
} from './meetings-world.ts'
import { tellPage } from './pages.ts'
import { withServers } from './servers.ts'
import { communityCode } from './staff-world.ts'

const pages = {
  'overview of the district': '/meetings',
  'overview of 1000 communities, a page': '/meetings?level=community&page=7',
  'overview of a subdistrict': `/meetings?unit=${subdistrict}`,
  'calendar of 1000 communities': '/meetings/calendar?level=community',
  'summary of 1000 communities': '/summary',
  'home page of the district': '/',
}

/** A thousand communities with a year of meetings: pages and check-ins on the built server, the minute tick in the process. */
export const meetingsBench: Bench = {
  name: 'meetings',
  async run(tell) {
    await withServers(async servers => {
      const { url } = await servers.product(seedTicked)
      const cookie = (secret: string) => ({ cookie: `session=${secret}` })
      const write = reporter(url, cookie(officeSecret))
      for (const [name, path] of Object.entries(pages))
        await tellPage(servers, { name, url: url + path, headers: cookie(officeSecret), write }, tell)
      const { durable, shown } = await checkIns(url, cookie)
      tell({ name: 'a check-in is durable within', value: durable, floor: 20, unit: 'ms' })
      tell({ name: 'and on the live board within', value: shown, floor: 500, unit: 'ms' })
    })
    const folder = await mkdtemp(join(tmpdir(), 'slc-bench-'))
    await seedMeetings(folder)
    const { first, ordinary, block } = await ticks(folder)
    tell({ name: 'a minute tick over 1010 series', value: ordinary, floor: 50, unit: 'ms' })
    const name = `longest hold of the day’s first tick, which makes all meetings in ${Math.round(first)} ms`
    tell({ name, value: block, floor: 50, unit: 'ms' })
    await rm(folder, { recursive: true, force: true })
  },
}

/** Tells, again and again, how many came to a community's meeting of this year, of one community after another. */
function reporter(url: string, headers: { cookie: string }): () => Promise<void> {
  const month = Number(dateOf(instantOf(new Date()), zone).slice(5, 7))
  let told = 0
  return async () => {
    told += 1
    const meeting = `${communityCode(told % 1_000)}-${month - 1}`
    const body = new URLSearchParams({ present: String(10 + (told % 7)) })
    const answer = await fetch(`${url}/meetings/${meeting}/report`, {
      ...{ method: 'POST', headers: { ...headers, origin: url }, body, redirect: 'manual' },
    })
    if (answer.status !== 303) throw new Error(`a report gave ${answer.status}`)
  }
}

/** The middle of twenty check-ins, one after another: until it is answered, and until the board that is watched shows it. */
async function checkIns(url: string, cookie: (secret: string) => { cookie: string }) {
  const path = `${url}/meetings/${openMeeting}`
  const live = await fetch(`${path}/live`, { headers: cookie(officeSecret) })
  const reader = live.body?.getReader()
  if (!reader) throw new Error(`the board gave ${live.status}`)
  await reader.read()
  const durable: number[] = []
  const shown: number[] = []
  for (let n = 0; n < 20; n += 1) {
    const began = performance.now()
    const headers = { ...cookie(leadSecret(n)), origin: url }
    const answer = await fetch(`${path}/sign-in`, { method: 'POST', headers, redirect: 'manual' })
    if (answer.status !== 303) throw new Error(`a check-in gave ${answer.status}`)
    durable.push(performance.now() - began)
    await reader.read()
    shown.push(performance.now() - began)
  }
  await reader.cancel()
  return { durable: median(durable), shown: median(shown) }
}

/** The same with the meetings made that the day's first tick makes: the server would be busy with it while pages are measured. */
async function seedTicked(folder: string): Promise<void> {
  await seedMeetings(folder)
  const { tick, close } = await clockOver(folder)
  await tick()
  await close()
}

/** The day's first tick, which makes the meetings of two months, and the middle of those after it; with the loop's longest hold. */
async function ticks(folder: string) {
  const { tick, pass, close } = await clockOver(folder)
  const loop = monitorEventLoopDelay({ resolution: 5 })
  loop.enable()
  const first = await tick()
  loop.disable()
  const after: number[] = []
  for (let n = 0; n < 15; n += 1) {
    pass()
    after.push(await tick())
  }
  await close()
  return { first, ordinary: median(after), block: loop.max / 1e6 }
}

/** Ticks over a folder, each with the milliseconds that it took; between two of them a minute may pass. */
async function clockOver(folder: string) {
  let now = instantOf(new Date())
  const store = await open(folder, () => now)
  const log = pino({ level: 'silent' })
  const kit: Kit = {
    ...{ store, newId, newSecret, publicUrl: 'http://localhost', zone, files: folder, log },
    now: () => now,
  }
  const tick = meetingsClock(kit)
  return {
    async tick() {
      const began = performance.now()
      await tick()
      return performance.now() - began
    },
    pass() {
      now = plusHours(now, 1 / 60)
    },
    close: () => store.close(),
  }
}
