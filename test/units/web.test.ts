import { expect, test } from 'vitest'
import { units } from '../../src/units/store.ts'
import { district, lead, newWorld, sampleUnits, subdistrict } from '../helpers/world.ts'

const upload = (bytes: Uint8Array | string, step: 'check' | 'import') => ({
  file: new File([bytes], 'units.csv'),
  step,
})

test('a new installation offers to import units or to load the sample district', async () => {
  const world = await newWorld({ units: false })
  world.actAs(district)
  const empty = await (await world.get('/units')).text()
  expect(empty).toContain('There are no units yet')
  expect(empty).toContain('action="/units/sample"')

  expect((await world.post('/units/sample', {})).status).toBe(303)
  expect(await (await world.get('/units')).text()).toContain('10 subdistricts, 99 communities')
})

test('checking a file changes nothing, importing it does', async () => {
  const world = await newWorld({ units: false })
  world.actAs(district)
  const checked = await world.post('/units/import', upload(sampleUnits(), 'check'))
  const report = await checked.text()
  expect(report).toContain('110 new, 0 updated, 0 unchanged.')
  expect(report).toContain('choose the file once more and import it')
  expect(await world.store.all(units)).toHaveLength(0)

  expect((await world.post('/units/import', upload(sampleUnits(), 'import'))).status).toBe(303)
  expect(await world.store.all(units)).toHaveLength(110)
})

test('a file with a fault is refused whole, with the fault and its line', async () => {
  const world = await newWorld({ units: false })
  world.actAs(district)
  const file = 'code,level,name,parent\n350203000000,district,思明区,\n35,community,鸿山社区,350203000000\n'
  const refused = await world.post('/units/import', upload(file, 'import'))
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('line 3: the code “35” must have 12 digits')
  expect(await world.store.all(units)).toHaveLength(0)
})

test('only the district imports', async () => {
  const world = await newWorld()
  for (const who of [subdistrict, lead]) {
    world.actAs(who)
    expect((await world.get('/units/import')).status).toBe(403)
    expect((await world.post('/units/sample', {})).status).toBe(403)
  }
})

test('everybody sees the own units only', async () => {
  const world = await newWorld()
  world.actAs(lead)
  const page = await (await world.get('/units')).text()
  expect(page).toContain('鸿山社区')
  expect(page).not.toContain('蜂巢山社区')
})

test('a merger is recorded with its date', async () => {
  const world = await newWorld()
  world.actAs(district)
  const merger = {
    kind: 'merged',
    date: '2026-07-01',
    from: '350203001001, 350203001004',
    to: '350203001001',
  }
  expect((await world.post('/units/events', merger)).status).toBe(303)
  expect((await world.store.get(units, '350203001004')).closed).toBe('2026-07-01')
  expect((await world.store.get(units, '350203001001')).closed).toBeUndefined()

  const again = await world.post('/units/events', merger)
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('蜂巢山社区 was closed on 2026-07-01 already.')
})
