import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { bulletins } from '../src/bulletins/store.ts'
import { collections, factLogs } from '../src/collections.ts'
import { evidenceFiles } from '../src/kept-files.ts'
import { meetings } from '../src/meetings/store.ts'
import { signInLinkFor } from '../src/people/links.ts'
import { invite } from '../src/people/register.ts'
import { evidence } from '../src/ratings/store.ts'
import { sheets } from '../src/registers/store.ts'
import type { Role } from '../src/shared/actor.ts'
import { newId, newSecret } from '../src/shared/ids.ts'
import { verifyFolder } from '../src/shared/store/json/verify.ts'
import { dateOf, type Instant, instantOf, plusHours } from '../src/shared/time.ts'
import { paperId } from '../src/surveys/answer.ts'
import { answers } from '../src/surveys/store.ts'
import { importUnits } from '../src/units/register.ts'
import { office as officeFile } from './helpers/files.ts'
import { granted, office } from './helpers/people.ts'
import { startProgram } from './helpers/program.ts'
import { openTestStore, testFolder } from './helpers/store.ts'
import { sampleUnits } from './helpers/world.ts'
import { aMeeting } from './meetings/samples.ts'
import { fully } from './surveys/asking.ts'
import { newRound } from './surveys/opening.ts'

/** `KILLS=50` for more; each takes as long as the program takes to start. */
const kills = Number(process.env.KILLS ?? 4)
const community = '350203001001'
const zone = 'Asia/Shanghai'
const now = (): Instant => instantOf(new Date())

interface Site {
  readonly url: string
  readonly cookies: Readonly<Record<Role, string>>
  readonly round: string
  readonly year: string
}

/** What was acknowledged: of everything that counts up, the last; of everything else, each. */
interface Acknowledged {
  readonly papers: Set<number>
  readonly files: Set<string>
  readonly bulletins: Set<number>
  minutes: number
  register: number
}

test(`killed ${kills} times, the program has all that it acknowledged, and its folder is whole`, {
  timeout: 60_000 + kills * 30_000,
}, async () => {
  const folder = await testFolder()
  const prepared = await prepare(folder)
  const told: Acknowledged = {
    papers: new Set(),
    files: new Set(),
    bulletins: new Set(),
    minutes: 0,
    register: 0,
  }
  let tried = 0
  let site: Site | undefined
  for (let kill = 0; kill < kills; kill++) {
    const server = await startProgram(folder, '/sign-in')
    site ??= { ...(await enter(server.url, prepared.links)), ...prepared, url: server.url }
    if (kill === 0) await post({ ...site, url: server.url }, 'district', '/ratings', { year: site.year })
    const at = { ...site, url: server.url }
    const isOver = () => server.child.exitCode !== null || server.child.signalCode !== null
    const minutes = await minutesNow(at)
    const writers = writersOf(at, told, () => ++tried, { minutes }).map(async write => {
      while (!isOver()) await write().catch(() => pause(5))
    })
    const before = sum(told)
    while (sum(told) < before + 25) await pause(5)
    await pause(Math.random() * 300)
    const ended = once(server.child, 'exit')
    server.child.kill('SIGKILL')
    await ended
    await Promise.all(writers)
    const report = await verifyFolder(folder, collections, factLogs)
    expect([...report.faults]).toEqual([])
    expect(await missing(folder, prepared.round, prepared.year, told)).toEqual([])
  }
  // A kill that finds nobody at work would show nothing.
  expect(Object.entries(countsOf(told)).filter(([, count]) => count === 0)).toEqual([])
})

function countsOf(told: Acknowledged) {
  const { papers, files, bulletins } = told
  return { ...told, papers: papers.size, files: files.size, bulletins: bulletins.size }
}

/** How many papers, files and bulletins were acknowledged. */
function sum({ papers, files, bulletins }: Acknowledged): number {
  return papers.size + files.size + bulletins.size
}

/** Units, three people with a way in, a round and a meeting that was held. */
async function prepare(folder: string) {
  const store = await openTestStore({ folder, collections, factLogs, now })
  await importUnits(store, 'test', sampleUnits())
  const kit = { store, now, newId, newSecret, publicUrl: 'http://x', zone, files: join(folder, 'files') }
  const today = dateOf(now(), zone)
  const round = await newRound(store, { opens: '2000-01-01', closes: '2999-12-31' })
  const starts = plusHours(now(), -24)
  await store.write('test', tx =>
    tx.add(
      meetings,
      aMeeting({ id: 'm', month: today.slice(0, 7), status: 'held', starts, ends: plusHours(starts, 2) }),
    ),
  )
  const links: Partial<Record<Role, string>> = {}
  for (const [role, unit] of [
    ['district', '350203000000'],
    ['subdistrict', '350203001000'],
    ['lead', community],
  ] as const) {
    const withLog = { ...kit, log: pino({ level: 'silent' }) }
    const { person } = granted(await invite(withLog, office, { name: role, duty: { role, unit } }))
    links[role] = new URL(granted(await signInLinkFor(withLog, person.id))).pathname
  }
  await store.close()
  const year = Number(today.slice(0, 4)) + (today.slice(5, 7) >= '11' ? 1 : 0)
  return { links: links as Record<Role, string>, round: round.id, year: String(year) }
}

async function enter(url: string, links: Readonly<Record<Role, string>>) {
  const cookies: Partial<Record<Role, string>> = {}
  for (const role of ['district', 'subdistrict', 'lead'] as const) {
    const answer = await fetch(url + links[role], {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url },
    })
    cookies[role] = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  }
  return { cookies: cookies as Record<Role, string> }
}

async function post(
  site: Site,
  role: Role,
  path: string,
  fields: Record<string, string | File>,
  json = false,
) {
  const body = Object.values(fields).some(value => value instanceof File)
    ? new FormData()
    : new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) body.append(name, value as string)
  const headers = {
    origin: site.url,
    cookie: site.cookies[role],
    ...(json && { accept: 'application/json' }),
  }
  const answer = await fetch(site.url + path, { method: 'POST', redirect: 'manual', headers, body })
  await answer.arrayBuffer()
  return answer.status
}

/** People at work, each of whom notes what was acknowledged before going on. */
function writersOf(site: Site, told: Acknowledged, next: () => number, { minutes }: { minutes: string }) {
  const { round, year } = site
  const note = (status: number, wanted: number, done: () => void) => {
    if (status === wanted) done()
  }
  let text = minutes
  return [
    async () => {
      const number = next()
      const fields = { _unit: community, _channel: 'paper', _number: String(number), _id: newId(), ...fully }
      note(await post(site, 'subdistrict', `/surveys/${round}/entry`, fields), 201, () =>
        told.papers.add(number),
      )
    },
    async () => {
      const numbers = [next(), next(), next()]
      const lines = numbers.map(number => [number, ...Object.values(fully), ''].join(','))
      const csv = [['_number', ...Object.keys(fully), 'opinion'].join(','), ...lines].join('\n')
      const fields = { unit: community, step: 'import', file: new File([csv], 'paper.csv') }
      const status = await post(site, 'subdistrict', `/surveys/${round}/import`, fields)
      note(status, 201, () => numbers.map(number => told.papers.add(number)))
    },
    async () => {
      const number = next()
      const fields = { 'was.text': text, text: `第${number}稿` }
      const status = await post(site, 'subdistrict', '/meetings/m/minutes', fields, true)
      note(status, 200, () => {
        text = fields.text
        told.minutes = number
      })
    },
    async () => {
      const bytes = officeFile('word/document.xml', `word/${next()}.xml`)
      const item = `A${1 + Math.floor(Math.random() * 5)}`
      const path = `/ratings/${year}/${community}/evidence/${item}`
      const status = await post(site, 'lead', path, {
        files: new File([Uint8Array.from(bytes)], '材料.docx'),
      })
      note(status, 303, () => told.files.add(hashOf(bytes)))
    },
    async () => {
      const today = dateOf(now(), zone)
      const no = 1 + Math.max(0, ...told.bulletins)
      for (const each of [no, no + 1]) {
        const status = await post(site, 'district', '/bulletins', {
          from: today,
          to: today,
          no: String(each),
        })
        note(status, 303, () => told.bulletins.add(each))
      }
    },
    async () => {
      const number = next()
      const file = new File([`代码,会员人数\n${community},${number}`], 'register.csv')
      const status = await post(site, 'lead', `/registers/${year}/import`, { file, step: 'import' })
      note(status, 200, () => {
        told.register = number
      })
    },
  ]
}

/** What stands in the minutes now, read as the writer's page would. */
async function minutesNow(site: Site): Promise<string> {
  const answer = await fetch(`${site.url}/meetings/m/minutes/edit`, {
    headers: { cookie: site.cookies.subdistrict },
  })
  return /name="was\.text"[^>]*value="([^"]*)"/.exec(await answer.text())?.[1] ?? ''
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Of what was acknowledged, that which is not there any more. */
async function missing(
  folder: string,
  round: string,
  year: string,
  told: Acknowledged,
): Promise<readonly string[]> {
  const store = await openTestStore({ folder, collections, factLogs, now })
  const ids = new Set<string>()
  for await (const { id } of store.facts(answers, round)) ids.add(id)
  const shown = new Set((await store.all(evidence)).map(({ hash }) => hash))
  const files = evidenceFiles({ files: join(folder, 'files') })
  const issued = new Set((await store.all(bulletins)).map(({ no }) => no))
  const minutes = (await store.find(meetings, 'm'))?.minutes?.text ?? ''
  const register = (await store.find(sheets, `${year}-${community}`))?.values.members ?? 0
  await store.close()
  const bytes = await Promise.all(
    [...told.files].map(async hash => [hash, await files.read(hash, 'docx')] as const),
  )
  return [
    ...[...told.papers].filter(number => !ids.has(paperId(round, community, number))).map(n => `paper ${n}`),
    ...bytes.flatMap(([hash, found]) =>
      found && hashOf(found) === hash && shown.has(hash) ? [] : [`file ${hash}`],
    ),
    ...[...told.bulletins].filter(no => !issued.has(no)).map(no => `bulletin ${no}`),
    ...(Number(/\d+/.exec(minutes)?.[0] ?? 0) >= told.minutes
      ? []
      : [`minutes ${told.minutes}, not ${minutes}`]),
    ...(Number(register) >= told.register ? [] : [`register ${told.register}, not ${register}`]),
  ]
}
