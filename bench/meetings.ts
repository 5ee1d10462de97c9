import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import autocannon from 'autocannon'
import { pino } from 'pino'
import { meetingsClock } from '../src/meetings/clock.ts'
import { newId, newSecret } from '../src/shared/ids.ts'
import type { Kit } from '../src/shared/kit.ts'
import { instantOf, plusHours } from '../src/shared/time.ts'
import { type Bench, median } from './bench.ts'
import { leadSecret, officeSecret, open, openMeeting, seedMeetings, subdistrict } from './meetings-world.ts'
import { withServers } from './servers.ts'

const connections = 8
const seconds = 3
const pages = {
  'overview of the district': '/meetings',
  'overview of 1000 communities, a page': '/meetings?level=community&page=7',
  'overview of a subdistrict': `/meetings?unit=${subdistrict}`,
  'calendar of 1000 communities': '/meetings/calendar?level=community',
}

/** A thousand communities with a year of meetings: pages and check-ins on the built server, the minute tick in the process. */
export const meetingsBench: Bench = {
  name: 'meetings',
  async run(tell) {
    await withServers(async servers => {
      const { url } = await servers.product(seedMeetings)
      const cookie = (secret: string) => ({ cookie: `session=${secret}` })
      const bare = await fetch(`${url}/meetings`, { headers: cookie(officeSecret) })
      if (bare.status !== 200) throw new Error(`the overview gave ${bare.status}`)
      for (const [name, path] of Object.entries(pages)) {
        const under = () =>
          autocannon({ url: url + path, connections, duration: seconds, headers: cookie(officeSecret) })
        await under()
        const { latency, non2xx } = await under()
        if (non2xx > 0) throw new Error(`${path} was not served`)
        tell({
          name: `${name}: 99 % at ${connections} connections within`,
          value: latency.p99,
          floor: 30,
          unit: 'ms',
        })
      }
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

/** The day's first tick, which makes the meetings of two months, and the middle of those after it; with the loop's longest hold. */
async function ticks(folder: string) {
  let now = instantOf(new Date())
  const store = await open(folder, () => now)
  const log = pino({ level: 'silent' })
  const kit: Kit = {
    ...{ store, newId, newSecret, publicUrl: 'http://localhost', zone: 'Asia/Shanghai', files: folder, log },
    now: () => now,
  }
  const tick = meetingsClock(kit)
  const timed = async () => {
    const began = performance.now()
    await tick()
    return performance.now() - began
  }
  const loop = monitorEventLoopDelay({ resolution: 5 })
  loop.enable()
  const first = await timed()
  loop.disable()
  const after: number[] = []
  for (let n = 0; n < 15; n += 1) {
    now = plusHours(now, 1 / 60)
    after.push(await timed())
  }
  await store.close()
  return { first, ordinary: median(after), block: loop.max / 1e6 }
}
