import { expect, test } from 'vitest'
import { collections } from '../src/collections.ts'
import { deliveryId, queue } from '../src/delivery/store.ts'
import { openFollowUp } from '../src/followups/ledger.ts'
import { localDays } from '../src/meetings/holidays/store.ts'
import { attachments, attendances, feeds, meetings } from '../src/meetings/store.ts'
import { evidence } from '../src/ratings/store.ts'
import type { Actor, Role } from '../src/shared/actor.ts'
import { instant, plainDate } from '../src/shared/time.ts'
import { highlights } from '../src/standings/store.ts'
import { photo } from './helpers/files.ts'
import { enrol, granted } from './helpers/people.ts'
import { newWorld, type World } from './helpers/world.ts'
import { aMeeting } from './meetings/samples.ts'
import { newRound } from './surveys/opening.ts'

/** A community with one of everything that belongs to it, in its subdistrict. */
interface Side {
  readonly community: string
  readonly area: string
  readonly lead: Actor
  readonly staff: Actor
  /** What stands for a parameter of an address: by the path up to it, else by its name. */
  readonly ids: Readonly<Record<string, string>>
}

const actorOf = (id: string, role: Role, unit: string): Actor => ({
  id,
  name: id,
  lang: 'en',
  duties: [{ role, unit }],
})

/** Words that stand on nothing but the side's own pages. */
const markOf = (community: string) => `记号${community.slice(-3)}`

async function sideOf(world: World, round: string, community: string, area: string): Promise<Side> {
  const { store, clock } = world
  const mark = markOf(community)
  const led = (await enrol(world, mark, 'lead', community)).person
  const lead = actorOf(led.id, 'lead', community)
  const staff = actorOf((await enrol(world, `${mark}街`, 'subdistrict', area)).person.id, 'subdistrict', area)
  const [held, above] = [`held-${community}`, `above-${community}`]
  const past = { starts: instant('2026-10-12T01:00:00Z'), ends: instant('2026-10-12T02:00:00Z') }
  const coming = { starts: instant('2026-10-14T01:00:00Z'), ends: instant('2026-10-14T02:00:00Z') }
  const sample = { title: `${mark}例会`, series: `series-${community}` }
  await store.write('test', async tx => {
    await tx.add(
      meetings,
      aMeeting({ ...sample, ...past, id: held, level: 'community', unit: community, status: 'held' }),
    )
    await tx.add(meetings, aMeeting({ ...sample, ...coming, id: above, unit: area }))
    const now = {
      kind: 'leave',
      leave: 'sick',
      approval: 'asked',
      at: clock.now(),
      way: 'web',
      by: led.id,
    } as const
    await tx.add(attendances, {
      id: `${above}-${led.id}`,
      meeting: above,
      person: led.id,
      unit: community,
      now,
      before: [],
    })
    await queue(tx, { key: mark, kind: 'notice', to: led.id, text: mark, repeatable: true }, clock.now())
    const day = { date: plainDate('2026-11-20'), mark: 'off', name: mark } as const
    await tx.add(localDays, { id: `day-${area}`, unit: area, day, by: staff.id, at: clock.now() })
    const asked = {
      id: `f-${community}`,
      source: { kind: 'meeting', id: held, title: mark } as const,
      owner: community,
    }
    const opening = { by: 's', at: clock.now(), zone: 'Asia/Shanghai', publicUrl: '' }
    granted(await openFollowUp(tx, { ...asked, what: mark, due: plainDate('2026-11-01') }, opening))
  })
  const ok = async (path: string, fields: Parameters<World['post']>[1]) => {
    const { status } = await world.post(path, fields)
    if (status >= 400) throw new Error(`${path} ${status}`)
  }
  const file = async (seed: number) => new File([Uint8Array.from(await photo(seed))], `${mark}.jpg`)
  world.actAs(lead)
  await ok(`/ratings/2026/${community}/evidence/A1`, { files: await file(Number(community.slice(-3)) % 200) })
  await ok(`/meetings/${held}/files/sheet`, { files: await file((Number(community.slice(-3)) + 1) % 200) })
  await ok('/meetings/feeds', { unit: community })
  await ok(`/registers/2026/${community}`, { base: '0', members: '300' })
  await ok(`/registers/2026/${community}/groups`, { base: '0', lines: `${mark}组` })
  world.actAs(staff)
  await ok('/standings/highlights', { unit: community, theme: mark, text: mark })
  const first = <T extends { readonly id: string }>(all: readonly T[]) => all[0]?.id ?? ''
  const ids = {
    '/people/:id': led.id,
    '/deliveries/:id': deliveryId(mark),
    '/meetings/:id': held,
    '/meetings/:id/leave': above,
    '/meetings/:id/room': above,
    '/meetings/:id/scan': above,
    '/meetings/series/:id': sample.series,
    '/meetings/feeds/:id': first(await store.list(feeds, 'person', led.id)),
    '/meetings/holidays/days/:id': `day-${area}`,
    '/meetings/:id/files/:file': first(await store.list(attachments, 'meeting', held)),
    '/ratings/:cycle/:community/files/:file': first(
      await store.list(evidence, 'rating', `2026-${community}`),
    ),
    '/inspections/:id': held,
    '/followups/:id': `f-${community}`,
    '/standings/highlights/:id': first(
      (await store.all(highlights)).filter(({ unit }) => unit === community),
    ),
    ':attendance': `${above}-${led.id}`,
    ':community': community,
    ':unit': community,
    ':subdistrict': area,
    '/surveys/:id': round,
  }
  return { community, area, lead, staff, ids }
}

const shared: Readonly<Record<string, string>> = {
  ...{ ':cycle': '2026', ':year': '2026', ':item': 'A1', ':section': 'A', ':row': 'A1', ':about': 'sheet' },
  ...{ ':number': '1', ':no': '1', ':code': '123456', ':exclusion': 'x', ':id': 'x' },
}
const forEverybody = /^\/(s|r|notice|calendar|sign-in|invitation)\//

/** Every address that a route has with the sides' ids mixed, all but those with the own ones alone. */
function* addresses(path: string, own: Side, other: Side): Generator<string> {
  const segments = path.split('/')
  const places = segments.flatMap((each, at) => (each.startsWith(':') ? [at] : []))
  const idOf = ({ ids }: Side, at: number) =>
    ids[segments.slice(0, at + 2).join('/')] ??
    ids[segments.slice(0, at + 1).join('/')] ??
    ids[segments[at] ?? ''] ??
    shared[segments[at] ?? '']
  for (let mix = 0; mix < 2 ** places.length; mix++) {
    const filled = segments.map((each, at) => {
      const place = places.indexOf(at)
      return place < 0 ? each : (idOf((mix >> place) & 1 ? other : own, at) ?? 'x')
    })
    const isMixed = places.some((at, place) => (mix >> place) & 1 && idOf(other, at) !== idOf(own, at))
    if (isMixed) yield filled.join('/')
  }
}

/** A form as those send it who may, about whatever the other side has. */
const formOf = ({ community, area, lead, ids }: Side) => ({
  ...{ unit: community, owner: community, _unit: community, person: lead.id, subdistrict: area, community },
  ...{ id: ids[':attendance'] ?? '', role: 'lead', name: '乙', post: '会长', action: 'submit', act: 'begin' },
  ...{
    kind: 'present',
    leave: 'sick',
    step: 'import',
    target: 'qualified',
    reason: '说明',
    note: '说明',
    text: '记录',
  },
  ...{
    why: '说明',
    what: '补齐',
    present: '5',
    date: '2026-11-03',
    due: '2026-11-03',
    time: '09:30',
    level: 'community',
  },
  ...{
    base: '1',
    _channel: 'phone',
    _id: 'a'.repeat(12),
    overall: '5',
    attitude: '5',
    speed: '5',
    openness: '5',
  },
  ...{
    activities: '5',
    response: '5',
    _go: 'send',
    upheld: 'yes',
    theme: '主题',
    title: '例会',
    nth: '2',
    'was.text': '',
  },
})

async function twoSides() {
  const world = await newWorld({ now: '2026-10-05T01:30:00Z' })
  world.actAs(actorOf('d', 'district', '350203000000'))
  await world.post('/ratings', { year: '2026' })
  const [ours, theirs] = ['350203001001', '350203012008'] as const
  const round = await newRound(world.store, { units: [ours, theirs], closes: '2026-12-01' })
  world.clock.set('2026-10-13T01:30:00Z')
  const own = await sideOf(world, round.id, ours, '350203001000')
  const other = await sideOf(world, round.id, theirs, '350203012000')
  const paths = new Set(world.web.routes.map(({ method, path }) => `${method} ${path}`))
  const routes = [...paths]
    .map(each => each.split(' ') as [string, string])
    .filter(([method]) => method !== 'ALL')
  /** Everything that is kept of the other side. */
  const keptOfOther = async () => {
    const words = [other.community, other.area, markOf(other.community), other.lead.id, other.staff.id]
    const found: string[] = []
    for (const each of collections)
      for (const record of await world.store.all(each as typeof meetings)) {
        const text = JSON.stringify(record)
        if (each.name !== 'surveys' && words.some(word => text.includes(word)))
          found.push(`${each.name} ${text}`)
      }
    return found
  }
  return { world, own, other, routes, keptOfOther }
}

test.each(['lead', 'staff'] as const)(
  'with no mix of own and foreign ids %s sees or changes what is of another unit',
  async who => {
    const { world, own, other, routes, keptOfOther } = await twoSides()
    const before = await keptOfOther()
    expect(before.length).toBeGreaterThan(15)
    world.actAs(own[who])
    const reached: string[] = []
    let asked = 0
    for (const [method, path] of routes) {
      if (!path.includes(':') || forEverybody.test(path)) continue
      for (const address of addresses(path, own, other)) {
        asked += 1
        const answer = await (method === 'GET' ? world.get(address) : world.post(address, formOf(other)))
        const isStream = answer.headers.get('content-type')?.includes('event-stream')
        const html = isStream ? 'a stream' : await answer.text()
        if (isStream) await answer.body?.cancel()
        const shown = isStream || html.includes(markOf(other.community))
        if (answer.status >= 500 || shown) reached.push(`${method} ${address} ${answer.status}`)
      }
    }
    expect(reached).toEqual([])
    expect(asked).toBeGreaterThan(70)
    expect(await keptOfOther()).toEqual(before)
  },
)

test.each(['lead', 'staff'] as const)(
  'with a foreign unit in a form %s changes nothing of it through the own pages',
  async who => {
    const { world, own, other, routes, keptOfOther } = await twoSides()
    const before = await keptOfOther()
    world.actAs(own[who])
    const failed: string[] = []
    for (const [method, path] of routes) {
      if (method !== 'POST' || forEverybody.test(path) || path === '/sign-out') continue
      const [address = path] = addresses(path, other, own)
      const { status } = await world.post(address, formOf(other))
      if (status >= 500) failed.push(`${address} ${status}`)
    }
    expect(failed).toEqual([])
    expect(await keptOfOther()).toEqual(before)
  },
)
