import { expect, test } from 'vitest'
import { exclusions, paperForms } from '../../src/surveys/store.ts'
import { importUnits } from '../../src/units/register.ts'
import { district, lead, newWorld, subdistrict, type World } from '../helpers/world.ts'
import { answer, fully, newAskingWorld, openRound, results } from './asking.ts'

const [hongshan, area] = ['350203001001', '350203001000']
const lowest = { overall: '1', attitude: '1', speed: '1', openness: '1', activities: '1', response: '1' }

async function read(world: World, path: string): Promise<string> {
  const response = await world.get(path)
  expect(response.status).toBe(200)
  return response.text()
}

/** A table's lines by the name that stands first, each with the answers per level that its bar tells. */
function barsIn(page: string): ReadonlyMap<string, readonly number[]> {
  const lines = page.matchAll(/<th scope="row">(.*?)<\/th>.*?<title>(.*?)<\/title>/g)
  return new Map(
    [...lines].map(([, name = '', bar = '']) => [
      name.replace(/<small>.*?<\/small>|<[^>]+>/g, ''),
      (bar.match(/\d+/g) ?? []).map(Number),
    ]),
  )
}

/** The answers per level about 鸿山社区, on every page and table of those who see them. */
async function levelsEverywhere(world: World, id: string) {
  const path = `/surveys/${id}`
  const told: (readonly number[] | undefined)[] = []
  const bar = async (where = '') => told.push(barsIn(await read(world, path + where)).get('鸿山社区'))
  for (const actor of [lead, subdistrict, district]) {
    world.actAs(actor)
    await bar()
  }
  for (const narrower of [hongshan, area]) await bar(`?of=${narrower}`)
  const line = (await read(world, `${path}/results.csv`)).split('\r\n').find(each => each.includes(hongshan))
  told.push(line?.split(',').slice(5, 10).map(Number))
  const board = await read(world, `${path}/progress`)
  const valid = Number(/鸿山社区<\/th>.*?<td.*?<td[^>]*>(\d+) \/ 50/.exec(board)?.[1])
  expect(valid).toBe(told.at(-1)?.reduce((sum, count) => sum + count, 0))
  return [...new Set(told.map(levels => JSON.stringify(levels)))]
}

test('every page of a round tells an answer, a decision and a correction as soon as it is acknowledged', async () => {
  const world = await newAskingWorld()
  const { id, path } = world.round
  expect(await levelsEverywhere(world, id)).toEqual(['[0,0,0,0,0]'])
  expect((await answer(world, path)).status).toBe(201)
  expect(await levelsEverywhere(world, id)).toEqual(['[1,0,0,0,0]'])
  expect((await answer(world, path, lowest)).status).toBe(201)
  expect(await levelsEverywhere(world, id)).toEqual(['[1,0,0,0,1]'])

  const review = `/surveys/${id}/review`
  const queue = [...(await read(world, review)).matchAll(/name="answer" value="([^"]+)".*?<\/tr>/g)]
  const flagged = queue.find(([row]) => row.includes('one level throughout'))?.[1] ?? ''
  expect((await world.post(review, { answer: flagged, reason: '同一人' })).status).toBe(303)
  expect(await levelsEverywhere(world, id)).toEqual(['[1,0,0,0,1]'])
  const [proposal] = await world.store.all(exclusions)
  world.actAs({ ...district, id: 'district-2' })
  const decision = { exclusion: proposal?.id ?? '', decision: 'agree', reason: '已核实' }
  expect((await world.post(`${review}/decisions`, decision)).status).toBe(303)
  expect(await levelsEverywhere(world, id)).toEqual(['[1,0,0,0,0]'])

  await world.store.append(paperForms, id, {
    ...{ id: `${id}-settled`, unit: hongshan, number: 1, kind: 'settled', compared: ['overall'] },
    ...{ right: { overall: 'second' }, was: { overall: 5 }, is: { overall: 4 } },
  })
  expect(await levelsEverywhere(world, id)).toEqual(['[0,1,0,0,0]'])
  expect((await answer(world, path)).status).toBe(201)
  expect(await levelsEverywhere(world, id)).toEqual(['[1,1,0,0,0]'])
})

/** A round of so many communities, in turns of an eastern and a western subdistrict, a few of which have answers. */
async function askingMany(many: number) {
  const world = await newWorld({ units: false })
  const lines = Array.from({ length: many }, (_, n) => {
    const above = `35029900${(n % 2) + 1}`
    return `${above}${100 + n},community,社区${n},${above}000`
  })
  const above = ['350299000000,district,测试区,', '350299001000,subdistrict,东街道,350299000000']
  const file = ['code,level,name,parent', ...above, '350299002000,subdistrict,西街道,350299000000', ...lines]
  await importUnits(world.store, 'test', Buffer.from(file.join('\n')))
  const round = await openRound(world, { units: 'all' })
  for (const [at, levels] of ['554', '5', '12'].entries())
    for (const overall of levels) await answer(world, round.paths[at * 15] ?? '', { ...fully, overall })
  world.actAs({ ...district, duties: [{ role: 'district', unit: '350299000000' }] })
  return { world, round, path: `/surveys/${round.id}` }
}

test('of many units the page shows the subdistricts and how their units stand; each one’s, or all, are a page of their own', async () => {
  const { world, round, path } = await askingMany(40)
  const told = await results(world, round.id)
  const page = await read(world, path)
  expect([...barsIn(page).keys()].slice(0, 3)).toEqual(['All units', '东街道', '西街道'])
  expect(page).toContain('20 units: Too few answers 20')
  expect(page).not.toMatch(/社区\d/)
  const all = await read(world, `${path}?units=all`)
  const east = await read(world, `${path}?of=350299001000`)
  expect(all).toContain(`<a href="${path}">`)
  for (const { name, levels } of told.units) expect(barsIn(all).get(name)).toEqual(levels)
  for (const bars of [barsIn(page), barsIn(all)]) {
    expect(bars.get('All units')).toEqual([3, 1, 0, 1, 1])
    expect(bars.get('东街道')).toEqual([3, 1, 0, 0, 0])
    expect(bars.get('西街道')).toEqual([0, 0, 0, 1, 1])
  }
  expect(barsIn(east).get('All units')).toEqual([3, 1, 0, 0, 0])
  expect(barsIn(east).get('社区0')).toEqual([2, 1, 0, 0, 0])
  expect(page.length).toBeLessThan(all.length / 2)
})

test('very many units are never put in one table', async () => {
  const { world, round, path } = await askingMany(160)
  const page = await read(world, path)
  expect(page).toContain(`<a href="${path}?of=350299001000">东街道</a>`)
  expect(page).toContain('open a subdistrict')
  expect(page).not.toContain('?units=all')
  for (const folded of [page, await read(world, `${path}?units=all`)]) expect(folded).not.toMatch(/社区\d/)
  const east = await read(world, `${path}?of=350299001000`)
  expect(east).toContain('<strong>东街道</strong>')
  expect(east).toContain('社区158')
  expect(east).toContain(`href="/surveys/${round.id}"`)
  expect(east).not.toMatch(/西街道|社区159/)
  expect((await world.get(`${path}?of=350299009000`)).status).toBe(403)
})
