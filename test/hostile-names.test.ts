import { expect, test } from 'vitest'
import { people } from '../src/people/store.ts'
import { importUnits } from '../src/units/register.ts'
import { readTree } from '../src/units/store.ts'
import { district, newWorld } from './helpers/world.ts'
import { newRound } from './surveys/opening.ts'

const run = '<script>alert(1)</script>'
const leave = '"><img src=x onerror=alert(1)>'

const table = [
  'code,level,name,parent',
  `350203000000,district,${run}区,`,
  `350203001000,subdistrict,\u202e${run}街道\u200b,350203000000`,
  `350203001001,community,${run}社区,350203001000`,
].join('\n')

test('no name of a unit or a person runs on any page', async () => {
  const world = await newWorld({ units: false })
  await importUnits(world.store, 'test', Buffer.from(table))
  world.actAs({ ...district, name: leave })
  await world.post('/people/invite', { name: `${leave}\u202e`, post: leave, unit: '350203001001' })
  await world.post('/ratings', { year: '2026' })
  await world.post('/meetings/plan', {
    level: 'subdistrict',
    unit: '350203001000',
    nth: '2',
    time: '09:30',
    place: leave,
  })
  const round = await newRound(world.store)
  expect((await world.store.all(people)).map(({ name }) => name)).toEqual([leave])
  expect((await readTree(world.store)).find('350203001000')?.name).toBe(`${run}街道`)

  const sections = [
    'summary',
    'ratings/2026',
    'surveys',
    'meetings',
    'inspections',
    'followups',
    'units',
    'people',
    'deliveries',
  ]
  const forms = [
    'people/invite',
    'people/import',
    'units/events',
    'meetings/plan',
    'meetings/feeds',
    'surveys/new',
    'account',
    'inbox',
  ]
  const [unit] = round.units
  const addresses = [
    ...[...sections, ...forms].map(path => `/${path}`),
    `/surveys/${round.id}`,
    `/s/${unit?.link}`,
  ]
  const shown: string[] = []
  for (const path of addresses) {
    const answer = await world.get(path)
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    const html = await answer.text()
    if (html.includes('<img src=x') || html.includes('<script>alert')) shown.push(`${path} runs it`)
    else if (html.includes('alert(1)')) shown.push(path)
  }
  expect(shown.filter(each => each.endsWith('runs it'))).toEqual([])
  expect(shown).toEqual(
    expect.arrayContaining(['/units', '/people', '/ratings/2026', '/meetings', `/s/${unit?.link}`]),
  )
})
