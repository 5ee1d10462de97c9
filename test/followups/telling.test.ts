import { expect, test } from 'vitest'
import { outbox } from '../../src/delivery/store.ts'
import { openFollowUp } from '../../src/followups/ledger.ts'
import { followUps } from '../../src/followups/store.ts'
import { plainDate } from '../../src/shared/time.ts'
import { enrol, granted } from '../helpers/people.ts'
import { newWorld } from '../helpers/world.ts'

test('each side is told of the other’s steps, and nobody of the own ones', async () => {
  const world = await newWorld({ now: '2026-10-13T02:00:00Z' })
  const lead = (await enrol(world, '甲', 'lead', '350203001001')).person
  const clerk = (await enrol(world, '周科员', 'subdistrict', '350203001000')).person
  await world.store.write('test', async tx => {
    const source = { kind: 'meeting' as const, id: 'm', title: '例会' }
    const asked = { id: 'f', source, owner: '350203001001', what: '更新名册', due: plainDate('2026-10-30') }
    granted(
      await openFollowUp(tx, asked, { by: 'p', at: world.clock.now(), zone: 'Asia/Shanghai', publicUrl: '' }),
    )
  })
  const as = (person: typeof lead) => world.actAs({ ...person, lang: 'en' })
  const told = async () =>
    (await world.store.all(outbox))
      .map(({ message: { to, kind, text } }) => [to === lead.id ? 'lead' : 'clerk', kind, text])
      .filter(([, kind]) => kind?.startsWith('followup.'))
  const step = async (fields: Record<string, string>) =>
    expect((await world.post('/followups/f', fields)).status).toBe(303)

  as(lead)
  await step({ act: 'begin' })
  await step({ act: 'requestExtension', note: '等待印制', until: '2026-11-06' })
  as(clerk)
  await step({ act: 'grantExtension' })
  as(lead)
  await step({ act: 'submit', note: '已更新' })
  const handedIn = await (await world.get('/followups/f')).text()
  expect(handedIn).toContain('Next: 厦港街道 confirms or returns it.')
  expect(handedIn).toContain('extension granted, due 2026-10-30 before')
  as(clerk)
  await step({ act: 'return', note: '缺两个小组' })
  as(lead)
  await step({ act: 'submit', note: '已补齐' })
  as(clerk)
  await step({ act: 'confirm' })
  expect((await world.store.get(followUps, 'f')).state).toBe('closed')
  const notes = await told()
  expect(notes.map(([who, kind]) => `${kind} → ${who}`).toSorted()).toEqual([
    'followup.confirm → lead',
    'followup.grantExtension → lead',
    'followup.opened → lead',
    'followup.requestExtension → clerk',
    'followup.return → lead',
    'followup.submit → clerk',
    'followup.submit → clerk',
  ])
  const textOf = (kind: string) => notes.find(each => each[1] === kind)?.[2]
  expect(textOf('followup.requestExtension')).toContain('2026-11-06 instead of 2026-10-30: 等待印制')
  expect(textOf('followup.grantExtension')).toContain('now due on 2026-11-06')
  expect(textOf('followup.return')).toContain('缺两个小组')
})
