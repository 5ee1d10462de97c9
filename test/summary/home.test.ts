import { expect, test } from 'vitest'
import { openFollowUp } from '../../src/followups/ledger.ts'
import { meetings } from '../../src/meetings/store.ts'
import type { Actor } from '../../src/shared/actor.ts'
import { instant, plainDate } from '../../src/shared/time.ts'
import { district, lead, newWorld, subdistrict, type World } from '../helpers/world.ts'
import { aMeeting } from '../meetings/samples.ts'
import { cli, fully, openRound } from '../surveys/asking.ts'

const community = '350203001001'
const area = '350203001000'

/** The tasks of the home page, each as its words and its address, those of today marked with `!`. */
async function tasksOf(world: World, actor: typeof lead): Promise<readonly string[]> {
  world.actAs(actor)
  const html = await (await world.get('/')).text()
  const list = /<ul class="plain tasks">(.*?)<\/ul>/s.exec(html)?.[1] ?? ''
  return [...list.matchAll(/<a href="([^"]+)"( class="now")?>(.*?)<\/a>/g)].map(
    ([, path, now, text]) => `${now ? '! ' : ''}${text} → ${path}`,
  )
}

async function followUp(world: World, id: string, due: string, owner = community) {
  const source = { kind: 'meeting', id: 'm', title: '例会' } as const
  const asked = { id, source, owner, what: `事项${id}`, due: plainDate(due) }
  const opening = { by: 's', at: world.clock.now(), zone: 'Asia/Shanghai', publicUrl: '' }
  await world.store.write('test', async tx => void (await openFollowUp(tx, asked, opening)))
}

const meet = (world: World, meeting: Partial<Parameters<typeof aMeeting>[0]>) =>
  world.store.write('test', tx => tx.add(meetings, aMeeting(meeting)))

test('a lead finds the day’s meeting, the overdue, the form and the survey before any figure', async () => {
  const world = await newWorld({ now: '2026-10-05T01:30:00Z' })
  await followUp(world, '1', '2026-10-06')
  await followUp(world, '2', '2026-10-30')
  await openRound(world, { units: community, closes: '2026-10-12' })
  await cli(world, 'rating', 'open', '--year', '2026')
  world.clock.set('2026-10-08T01:30:00Z')
  const about = { level: 'community', unit: community, title: '例会' } as const
  const starts = instant('2026-10-08T07:00:00Z')
  await meet(world, { ...about, id: 'today', starts, ends: instant('2026-10-08T08:00:00Z') })
  const tasks = await tasksOf(world, lead)
  expect(tasks).toEqual([
    '! Hold: 例会 (2026-10-08 Thu 15:00–16:00); afterwards report how it went and how many came → /meetings/today',
    '! Overdue follow-up: 事项1 (was due by 2026-10-06) → /followups/1',
    expect.stringMatching(/^! .*0 valid answers, 50 are missing.* → \/surveys\//),
    'Follow-up: 事项2 (by 2026-10-30) → /followups/2',
    expect.stringMatching(
      /^Self-assessment 2026: \d+ of 22 items .* → \/ratings\/2026\/350203001001\/self\/A$/,
    ),
  ])
  world.clock.set('2026-10-08T09:00:00Z')
  expect((await tasksOf(world, lead))[0]).toContain('! Report how it went: 例会')
  const page = await (await world.get('/')).text()
  expect(page.indexOf('To do')).toBeLessThan(page.indexOf('class="figure"'))
})

test('staff find what waits for them, each level its own', async () => {
  const world = await newWorld({ now: '2026-10-05T01:30:00Z' })
  await followUp(world, '1', '2026-10-20')
  await cli(world, 'rating', 'open', '--year', '2026')
  await openRound(world, { closes: '2026-10-12' })
  world.actAs(lead)
  await world.post('/followups/1', { act: 'submit', note: '已办' })
  await world.post(`/ratings/2026/${community}/self/A`, { base: '0', A1_posts: '3', go: 'stay' })
  const ofSubdistrict = await tasksOf(world, subdistrict)
  expect(ofSubdistrict).toContain('! 1 follow-up waits for a confirmation or an answer → /followups/1')
  expect(ofSubdistrict.filter(task => task.includes('follow-up'))).toHaveLength(1)
  expect(ofSubdistrict).toContainEqual(
    expect.stringMatching(/2 units are below the target of 50 → .*\/progress$/),
  )
  expect((await tasksOf(world, district)).filter(task => task.includes('follow-up'))).toEqual([])
})

test('with nothing to do the page says so; others’ things are not told', async () => {
  const world = await newWorld()
  await followUp(world, '1', '2026-10-20', '350203001004')
  expect(await tasksOf(world, lead)).toEqual([])
  expect(await (await world.get('/')).text()).toContain('nothing to do at the moment')
})

test('figures follow at once what they are made of, though they are kept', async () => {
  const world = await newWorld({ now: '2026-10-05T01:30:00Z' })
  const { path } = await openRound(world, { units: community })
  const ends = instant('2026-10-05T02:00:00Z')
  await meet(world, {
    id: 'm',
    level: 'subdistrict',
    unit: area,
    starts: instant('2026-10-05T01:00:00Z'),
    ends,
  })
  world.actAs(subdistrict)
  const figures = async () => (await (await world.get('/')).text()).replace(/<[^>]+>/g, ' ')
  expect(await figures()).not.toContain('of 1 due')
  world.clock.set('2026-10-05T02:00:00Z')
  expect(await figures()).toContain('0 held of 1 due')
  expect(await figures()).not.toContain('1 valid answer')
  const sent = await world.post(path, { _id: '0123456789bc', ...fully })
  expect(sent.status).toBeLessThan(400)
  expect(await figures()).toContain('1 valid answer')
})

test('everybody reads whose figures these are: the own community and subdistrict by name, of a district how many', async () => {
  const world = await newWorld()
  const head = async (actor: Actor, path: string) => {
    world.actAs(actor)
    return (await (await world.get(path)).text()).match(/<p class="muted">([^<·]+) ·/)?.[1]
  }
  expect(await head(lead, '/')).toBe('You are responsible for 鸿山社区 (厦港街道)')
  expect(await head(lead, '/summary')).toBe('鸿山社区 (厦港街道)')
  expect(await head(subdistrict, '/')).toMatch(/^You are responsible for 厦港街道, \d+ communities$/)
  expect(await head(district, '/')).toBe('10 subdistricts, 99 communities')
  const two = { ...lead, duties: [...lead.duties, { role: 'lead', unit: '350203001004' } as const] }
  expect(await head(two, '/')).toBe('You are responsible for 鸿山社区 (厦港街道), 蜂巢山社区 (厦港街道)')
})
