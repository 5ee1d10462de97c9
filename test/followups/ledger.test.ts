import { expect, test } from 'vitest'
import { openFollowUp } from '../../src/followups/ledger.ts'
import { followUps } from '../../src/followups/store.ts'
import { plainDate } from '../../src/shared/time.ts'
import { office } from '../helpers/people.ts'
import { newWorld, subdistrict } from '../helpers/world.ts'

test('the first district account does and confirms what is the district’s own, and nothing of a community’s', async () => {
  const world = await newWorld()
  const at = { by: 'p', at: world.clock.now(), zone: 'Asia/Shanghai', publicUrl: '' }
  const source = { kind: 'meeting' as const, id: 'm', title: '区级例会' }
  const due = plainDate('2026-10-30')
  await world.store.write('p', async tx => {
    await openFollowUp(tx, { id: 'own', source, owner: '350203000000', what: '下达工作经费', due }, at)
    await openFollowUp(tx, { id: 'other', source, owner: '350203001001', what: '更新名册', due }, at)
  })
  world.actAs(office)
  const list = await (await world.get('/followups')).text()
  expect(list.slice(list.indexOf('To do'), list.indexOf('Others under way'))).toContain('下达工作经费')
  expect((await world.post('/followups/own', { act: 'submit', note: '已下达' })).status).toBe(303)
  expect((await world.post('/followups/own', { act: 'confirm' })).status).toBe(303)
  expect((await world.store.get(followUps, 'own')).state).toBe('closed')
  expect((await world.post('/followups/other', { act: 'submit', note: 'x' })).status).toBe(403)
  world.actAs(subdistrict)
  expect((await world.get('/followups/own')).status).toBe(403)
})

test('what is put into the ledger may be due today, not yesterday', async () => {
  const world = await newWorld({ now: '2026-10-05T15:59:00Z' })
  const at = { by: 'p', at: world.clock.now(), zone: 'Asia/Shanghai', publicUrl: '' }
  const source = { kind: 'meeting' as const, id: 'm', title: '例会' }
  const asked = { id: 'f', source, owner: '350203001001', what: '更新名册' }
  const open = (due: string) =>
    world.store.write('p', tx => openFollowUp(tx, { ...asked, due: plainDate(due) }, at))
  expect(await open('2026-10-04')).toMatchObject({ code: 'dueInPast' })
  expect(await open('2026-10-05')).toMatchObject({ state: 'open' })
})
