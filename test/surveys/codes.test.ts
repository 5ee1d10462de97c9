import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { buildClock } from '../../src/clock.ts'
import { collections, factLogs } from '../../src/collections.ts'
import { newId, newSecret } from '../../src/shared/ids.ts'
import { instant } from '../../src/shared/time.ts'
import { codeHash, codeOf, readCode } from '../../src/surveys/codes.ts'
import { figuresOf } from '../../src/surveys/figures.ts'
import { answers as answerLog } from '../../src/surveys/store.ts'
import { importUnits } from '../../src/units/register.ts'
import { buildWeb } from '../../src/web.tsx'
import { openTestStore, testFolder } from '../helpers/store.ts'
import { district, lead, newWorld, subdistrict, type World } from '../helpers/world.ts'
import { cli, command, fully, results } from './asking.ts'
import { standard } from './world.ts'

const xiahe = '350203001001'
const hongshan = '350203001004'
const dates = ['--opens', '2026-10-05', '--closes', '2026-10-20', '--basis', 'broad']

interface Opened {
  readonly round: { readonly id: string; readonly coded: boolean }
  readonly links: readonly { readonly url: string }[]
}
interface Codes {
  readonly codes: readonly { readonly code: string; readonly url: string }[]
}

async function withCodes(count = 3) {
  const world = await newWorld()
  const units = `${xiahe},${hongshan}`
  const { round, links } = await cli<Opened>(
    world,
    ...['survey', 'open', '--form', 'satisfaction', '--units', units, '--coded', ...dates],
  )
  expect(round.coded).toBe(true)
  const codes = await codesFor(world, round.id, xiahe, count)
  const [path = '', other = ''] = links.map(({ url }) => new URL(url).pathname)
  return { world, id: round.id, path, other, codes }
}

async function codesFor(world: World, round: string, unit: string, count: number) {
  const made = await cli<Codes>(world, 'survey', 'codes', round, '--unit', unit, '--count', String(count))
  return made.codes.map(({ code }) => code)
}

let made = 0
const sent = (code: string, more: Record<string, string> = {}) => ({
  _id: `coded${String(made++).padStart(8, '0')}`,
  _code: code,
  ...fully,
  ...more,
})

test('a code is 12 signs that can be read aloud, and is read however it is typed', () => {
  // Printed on slips: it must never come out differently.
  expect(codeOf('secret')).toBe('57YP-TXNS-NMJ6')
  expect(readCode(' k7m2 9qtx-4hbc ')).toBe('K7M2-9QTX-4HBC')
  expect(readCode('Ｋ７Ｍ２９ＱＴＸ４ＨＢＣ')).toBe('K7M2-9QTX-4HBC')
  for (const wrong of ['', 'K7M2-9QTX', 'K7M2-9QTX-4HB1', `${'K'.repeat(50)}`, ['K7M2'], undefined])
    expect(readCode(wrong)).toBeUndefined()
})

test('a slip’s address fills its code in, also in the other language; without it the page asks for one', async () => {
  const { world, path, codes } = await withCodes()
  const scanned = await (await world.get(`${path}?c=${codes[0]}`)).text()
  expect(scanned).toContain(`value="${codes[0]}"`)
  expect(scanned).toContain(`lang=zh-CN&amp;c=${codes[0]}`)
  const bare = await (await world.get(path)).text()
  expect(bare).toMatch(/name="_code" value=""/)
  expect(await (await world.get(`${path}?c="><script>`)).text()).toMatch(/name="_code" value=""/)
})

test('a code counts once; sending the same page again is thanked with the same receipt', async () => {
  const { world, id, path, codes } = await withCodes()
  const [code = ''] = codes
  const first = sent(code)
  const receipt = async (response: Response) =>
    /id="receipt">\s*([\w-]+)/.exec(await response.clone().text())?.[1]
  const taken = await world.post(path, first)
  expect(taken.status).toBe(201)
  const again = await world.post(path, { ...first, _code: code.toLowerCase().replaceAll('-', '') })
  expect(again.status).toBe(200)
  expect(await receipt(again)).toBe(await receipt(taken))

  const second = await world.post(path, sent(code, { overall: '1', opinion: '第二份' }))
  expect(second.status).toBe(409)
  const page = await second.text()
  expect(page).toContain('This code was used before')
  expect(page).toContain('第二份')
  const changed = await world.post(path, { ...first, overall: '1' })
  expect(changed.status).toBe(409)
  expect(await changed.text()).toContain('This code was used before')
  expect((await results(world, id)).total.levels).toEqual([1, 0, 0, 0, 0])

  await world.store.unlink(answerLog, id)
  expect((await world.post(path, first)).status).toBe(200)
  expect((await world.post(path, sent(code))).status).toBe(409)
  world.clock.set('2026-10-21T01:30:00Z')
  expect((await world.post(path, first)).status).toBe(200)
  expect((await results(world, id)).total.valid).toBe(1)
})

test('two people with one code at the same moment: one answer', async () => {
  const { world, id, path, codes } = await withCodes()
  const posts = await Promise.all([1, 2, 3].map(() => world.post(path, sent(codes[0] ?? ''))))
  expect(posts.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  expect((await results(world, id)).total.valid).toBe(1)
})

test('without a code, or with one of another unit or round, nothing is stored and the answers stay in the page', async () => {
  const { world, id, path, other, codes } = await withCodes()
  const elsewhere = await withCodes()
  for (const wrong of ['', 'K7M2-9QTX-4HBC', elsewhere.codes[0] ?? '']) {
    const refused = await world.post(path, sent(wrong, { opinion: '请保留' }))
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('This code is wrong')
    expect(page).toContain('请保留')
  }
  expect((await world.post(other, sent(codes[0] ?? ''))).status).toBe(422)
  expect((await results(world, id)).total.valid).toBe(0)
  // A page with a mistake does not use the code up.
  expect((await world.post(path, sent(codes[0] ?? '', { overall: '9' }))).status).toBe(422)
  expect((await world.post(path, sent(codes[0] ?? ''))).status).toBe(201)
})

test('one code a household: no more are made than there are households, none in an open or a closed round', async () => {
  const world = await newWorld({ units: false })
  const csv = [
    'code,level,name,parent,households',
    '350206000000,district,湖里区,,',
    '350206001000,subdistrict,湖里街道,350206000000,',
    '350206001001,community,东渡社区,350206001000,40',
  ].join('\n')
  await importUnits(world.store, 'test', Buffer.from(csv))
  const open = (...more: string[]) =>
    cli<Opened>(world, 'survey', 'open', '--form', 'satisfaction', '--units', 'all', ...dates, ...more)
  const { round } = await open('--coded')
  const make = (of: string, count: string) =>
    command(world, 'survey', 'codes', of, '--unit', '350206001001', '--count', count)
  expect((await make(round.id, '40')).code).toBe(0)
  const refused = await make(round.id, '1')
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('40 households') })
  expect((await make((await open()).round.id, '1')).err).toContain('not answered with one-time codes')
  await command(world, 'survey', 'close', round.id)
  expect((await make(round.id, '1')).err).toContain('ended on')
})

test('slips are printed by district and subdistrict staff, each sheet once; leads print none', async () => {
  const { world, id, path } = await withCodes()
  world.actAs(lead)
  expect((await world.get(`/surveys/${id}/slips`)).status).toBe(403)
  world.actAs(subdistrict)
  const asked = await (await world.get(`/surveys/${id}/slips`)).text()
  const sheet = { id: /name="id" value="([^"]+)"/.exec(asked)?.[1] ?? '', unit: xiahe, count: '12' }
  const printed = await world.post(`/surveys/${id}/slips`, sheet)
  expect(printed.status).toBe(201)
  expect(printed.headers.get('cache-control')).toBe('no-store')
  const page = await printed.text()
  const codes = [...page.matchAll(/class="code">([^<]+)</g)].map(found => found[1] ?? '')
  expect(new Set(codes).size).toBe(12)
  expect(page.match(/<svg/g)).toHaveLength(12)
  expect((await world.post(`/surveys/${id}/slips`, sheet)).status).toBe(409)
  expect((await world.post(`/surveys/${id}/slips`, { ...sheet, count: '501' })).status).toBe(422)
  expect((await world.post(path, sent(codes[11] ?? ''))).status).toBe(201)
  world.actAs(district)
  expect(await (await world.get(`/surveys/${id}`)).text()).toContain(`/surveys/${id}/slips`)
})

test('paper answers need the slip’s code as well', async () => {
  const { world, id, codes } = await withCodes()
  world.actAs(subdistrict)
  const enter = (number: string, _code: string) =>
    world.post(`/surveys/${id}/entry`, {
      ...sent(_code),
      _unit: xiahe,
      _channel: 'paper',
      _number: number,
    })
  expect((await enter('1', '')).status).toBe(422)
  expect((await enter('1', codes[0] ?? '')).status).toBe(201)
  expect((await enter('1', codes[0] ?? '')).status).toBe(200)
  const spent = await enter('2', codes[0] ?? '')
  expect(spent.status).toBe(409)
  expect(await spent.text()).toContain('This code was used before')
})

test('when the hour has closed, nothing on disk links a code to an answer, or tells when it was used', async () => {
  const folder = await testFolder()
  let moment = instant('2026-10-05T01:43:00Z')
  const store = await openTestStore({ collections, factLogs, folder, now: () => moment })
  await importUnits(store, 'test', await readFile(join(import.meta.dirname, '../../data/units-350203.csv')))
  const log = pino({ level: 'silent' })
  const kit = {
    store,
    now: () => moment,
    newId,
    newSecret,
    publicUrl: 'http://x',
    zone: 'Asia/Shanghai',
    files: folder,
    log,
  }
  const world = Object.assign(await newWorld(), { kit })
  const web = buildWeb(kit, { rateLimits: false, trustProxy: false })
  const opened = await cli<Opened>(
    world,
    ...['survey', 'open', '--form', 'satisfaction', '--units', xiahe, '--coded', ...dates],
  )
  const codes = await codesFor(world, opened.round.id, xiahe, 30)
  const ids: string[] = []
  for (const code of codes) {
    const { _id, ...fields } = sent(code)
    ids.push(_id)
    const body = new URLSearchParams({ _id, ...fields })
    const path = new URL(opened.links[0]?.url ?? '').pathname
    expect((await web.request(path, { method: 'POST', body })).status).toBe(201)
  }
  moment = instant('2026-10-05T02:00:00Z')
  await buildClock(kit).tick()
  await store.close()

  const files = await everyFile(folder)
  const order = ids.map(id => files.find(({ text }) => text.includes(id))?.text.indexOf(id) ?? -1)
  expect(order).not.toContain(-1)
  expect(order).not.toEqual(order.toSorted((a, b) => a - b))
  for (const code of codes) {
    const hash = codeHash(opened.round.id, code)
    for (const { path, text } of files) {
      expect(text).not.toContain(code)
      // The sheet that was printed, and the list of the used ones, which are all in their own order.
      if (text.includes(hash)) expect(path).toMatch(/(\.jsonl\.spent|code-sheets\.json|000000000001\.jsonl)$/)
      if (text.includes(hash)) for (const id of ids) expect(text).not.toContain(id)
    }
  }
  const spent = files.find(({ path }) => path.endsWith('.spent'))?.text ?? ''
  const { tokens } = JSON.parse(spent)
  expect(tokens).toEqual(codes.map(code => codeHash(opened.round.id, code)).sort())
  expect(spent).not.toContain('2026')
})

test('the interval is corrected for the finite population in coded rounds only', () => {
  const tally = { levels: [45, 0, 0, 5, 0], dontKnow: 0 } as const
  const measured = { basis: 'broad', standard } as const
  const open = figuresOf(tally, measured)
  expect(open.interval.map(bound => Math.round(bound * 1000))).toEqual([786, 957])
  const coded = figuresOf(tally, measured, 60)
  expect(coded.interval[0]).toBeGreaterThan(open.interval[0])
  expect(coded.interval[1]).toBeLessThan(open.interval[1])
  expect(figuresOf(tally, measured, 50)).toMatchObject({ interval: [0.9, 0.9], verdict: 'met' })
  // More answers than households: the number of households is wrong, nothing is corrected.
  expect(figuresOf(tally, measured, 49)).toEqual(open)
})

async function everyFile(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return Promise.all(paths.map(async path => ({ path, text: await readFile(path, 'latin1') })))
}
