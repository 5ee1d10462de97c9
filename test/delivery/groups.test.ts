import { expect, test } from 'vitest'
import { bindGroup, boundUnit, moveGroup, unbindChat, unitMeant } from '../../src/delivery/groups.ts'
import { everything } from '../../src/units/scope.ts'
import { readTree } from '../../src/units/store.ts'
import { district, lead, newWorld, subdistrict } from '../helpers/world.ts'

const area = '350203001000'
const community = '350203001001'

test('staff bind a group to the own unit or one below, by name or code; leads bind none', async () => {
  const tree = await readTree((await newWorld()).store)
  const ids = (actor: typeof district, asked: string) => {
    const meant = unitMeant(actor, tree, asked)
    return 'code' in meant ? meant.code : meant.map(({ id }) => id)
  }
  expect(ids(subdistrict, '')).toEqual([area])
  expect(ids({ ...district, duties: [{ role: 'district', unit: everything }] }, '')).toEqual(['350203000000'])
  expect(ids(subdistrict, community)).toEqual([community])
  expect(ids(subdistrict, tree.find(community)?.name ?? '')).toEqual([community])
  expect(ids(subdistrict, '350203003001')).toBe('noSuchUnit')
  expect(ids(lead, '')).toBe('mayNotBind')
  const both = { ...subdistrict, duties: [...subdistrict.duties, ...district.duties] }
  expect(ids(both, '')).toEqual([area, '350203000000'])
})

test('a group has one unit and a unit one group; a new id of Telegram’s takes the binding along', async () => {
  const { store, clock } = await newWorld()
  const by = { by: subdistrict, at: clock.now() }
  await store.write('test', async tx => {
    const bind = (chat: number, unit: string) => bindGroup(tx, { chat, title: '群', unit }, by)
    await bind(-1, area)
    await bind(-1, community)
    expect([await boundUnit(tx, -1), await unbindChat(tx, -9)]).toEqual([community, undefined])
    await bind(-2, community)
    expect(await boundUnit(tx, -1)).toBeUndefined()
    await bind(-3, area)
    // The new id is bound already, to another unit: the group that moved is the one that stays.
    await moveGroup(tx, -2, -3)
    expect([await boundUnit(tx, -2), await boundUnit(tx, -3)]).toEqual([undefined, community])
    await moveGroup(tx, -3, -3)
    await moveGroup(tx, -8, -3)
    expect(await boundUnit(tx, -3)).toBe(community)
  })
})
