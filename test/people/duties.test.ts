import { expect, test } from 'vitest'
import { addDuty, endDuty, handOver } from '../../src/people/duties.ts'
import { signInLinkBy } from '../../src/people/links.ts'
import { personAsActor } from '../../src/people/person.ts'
import { amend, invite, inviteAgain } from '../../src/people/register.ts'
import { people } from '../../src/people/store.ts'
import { isRefusal } from '../../src/shared/refusal.ts'
import { chatWith, enrol, granted, office } from '../helpers/people.ts'
import { district, newWorld, subdistrict } from '../helpers/world.ts'

const hongshan = { role: 'lead', unit: '350203001001' } as const
const fengchaoshan = { role: 'lead', unit: '350203001004' } as const

async function withWang() {
  const world = await newWorld()
  const invited = await enrol(world, '王芳', 'lead', hongshan.unit)
  return { world, ...invited, wang: personAsActor(invited.person) }
}

test('inviting the same person twice is refused, a namesake elsewhere is not', async () => {
  const { world } = await withWang()
  const again = await invite(world.kit, office, { name: '王芳', duty: hongshan })
  expect(again).toMatchObject({ code: 'alreadyHolds', status: 409 })
  granted(await invite(world.kit, office, { name: '王芳', duty: fengchaoshan }))
})

test('a person holds several duties; one that ends goes into the history', async () => {
  const { world, person } = await withWang()
  world.clock.set('2026-11-01T00:00:00Z')
  granted(await addDuty(world.kit, district, person.id, fengchaoshan))
  world.clock.set('2026-12-01T00:00:00Z')
  const after = granted(await endDuty(world.kit, subdistrict, person.id, hongshan))
  expect(after.duties).toEqual([{ ...fengchaoshan, since: '2026-11-01T00:00:00.000Z' }])
  expect(after.former).toEqual([
    { ...hongshan, since: '2026-10-05T01:30:00.000Z', until: '2026-12-01T00:00:00.000Z' },
  ])
  expect(after.ended).toBeUndefined()
})

test('a lead hands over: one ends as the other begins, and the chat is free again', async () => {
  const { world, wang, ...invited } = await withWang()
  await chatWith(world, invited, 7001)
  world.clock.set('2026-12-01T00:00:00Z')
  const to = { name: '李强', post: '专职副会长' }
  const passed = granted(await handOver(world.kit, wang, wang.id, hongshan, to))
  expect(passed.person).toMatchObject({
    name: '李强',
    post: '专职副会长',
    duties: [{ ...hongshan, since: '2026-12-01T00:00:00.000Z' }],
  })
  const before = await world.store.get(people, wang.id)
  expect(before.former).toEqual([
    {
      ...hongshan,
      since: '2026-10-05T01:30:00.000Z',
      until: '2026-12-01T00:00:00.000Z',
      successor: passed.person.id,
    },
  ])
  expect(before.ended).toBe('2026-12-01T00:00:00.000Z')
  expect(await chatWith(world, { ...passed, secret: passed.secret ?? '' }, 7001)).toMatchObject({
    name: '李强',
  })
})

test('a duty can pass to somebody who is here already, who needs no invitation', async () => {
  const { world, person } = await withWang()
  const li = await enrol(world, '李强', 'lead', fengchaoshan.unit)
  const passed = granted(await handOver(world.kit, subdistrict, person.id, hongshan, { id: li.person.id }))
  expect(passed.secret).toBeUndefined()
  expect(passed.person.duties.map(duty => duty.unit)).toEqual([fengchaoshan.unit, hongshan.unit])
})

test('whoever left and comes back is invited anew, by adding a duty or as a successor', async () => {
  const { world, person } = await withWang()
  granted(await endDuty(world.kit, subdistrict, person.id, hongshan))
  const li = await enrol(world, '李强', 'lead', fengchaoshan.unit)
  const back = granted(await handOver(world.kit, subdistrict, li.person.id, fengchaoshan, { id: person.id }))
  expect(back.person.ended).toBeUndefined()
  expect((await world.post(`/invitation/${back.secret}`, {})).status).toBe(303)
  granted(await addDuty(world.kit, subdistrict, li.person.id, hongshan))
  granted(await inviteAgain(world.kit, subdistrict, li.person.id))
})

test('a lead hands over the own duty only, and to nobody twice', async () => {
  const { world, wang, person } = await withWang()
  const zhao = await enrol(world, '赵敏', 'lead', hongshan.unit)
  const codes = await Promise.all([
    handOver(world.kit, wang, zhao.person.id, hongshan, { name: '孙丽' }),
    handOver(world.kit, wang, person.id, fengchaoshan, { name: '孙丽' }),
    handOver(world.kit, wang, person.id, hongshan, { id: person.id }),
    handOver(world.kit, wang, person.id, hongshan, { id: zhao.person.id }),
  ])
  expect(codes.map(outcome => isRefusal(outcome) && outcome.code)).toEqual([
    'mayNotAppoint',
    'doesNotHold',
    'ownSuccessor',
    'alreadyHolds',
  ])
  expect((await world.store.get(people, person.id)).duties).toHaveLength(1)
})

test('the last of the district’s staff stays until somebody follows', async () => {
  const world = await newWorld()
  const duty = { role: 'district', unit: '350203000000' } as const
  const { person } = await enrol(world, '周主任', 'district', duty.unit)
  expect(await endDuty(world.kit, office, person.id, duty)).toMatchObject({ code: 'lastDistrict' })
  await enrol(world, '吴主任', 'district', duty.unit)
  expect(granted(await endDuty(world.kit, office, person.id, duty)).ended).toBeDefined()
})

test('a subdistrict invites its leads again until they have come in; after that only the district does', async () => {
  const { world, ...invited } = await withWang()
  const again = granted(await inviteAgain(world.kit, subdistrict, invited.person.id))
  expect((await world.get(`/invitation/${invited.secret}`)).status).toBe(404)
  await chatWith(world, again, 7001)
  expect(await inviteAgain(world.kit, subdistrict, invited.person.id)).toMatchObject({
    code: 'mayNotReinvite',
  })
  granted(await inviteAgain(world.kit, district, invited.person.id))
})

test('a sign-in link for somebody else is the district’s to make', async () => {
  const { world, person } = await withWang()
  expect(await signInLinkBy(world.kit, subdistrict, person.id)).toMatchObject({ code: 'districtOnly' })
  expect(granted(await signInLinkBy(world.kit, district, person.id))).toMatch(
    /^http:\/\/localhost:3000\/sign-in\//,
  )
})

test('the record of somebody who has left is not everybody’s: a successor does not rename, and strangers learn no name', async () => {
  const { world, person, wang } = await withWang()
  const { person: next } = granted(await handOver(world.kit, wang, person.id, hongshan, { name: '何洁' }))
  const successor = personAsActor(next)
  expect(await amend(world.kit, successor, person.id, { name: '改名' })).toMatchObject({ code: 'notYours' })
  expect(granted(await amend(world.kit, subdistrict, person.id, { name: '王方' })).name).toBe('王方')
  const { person: stranger } = await enrol(world, '陈静', 'lead', '350203003001')
  expect(await signInLinkBy(world.kit, personAsActor(stranger), person.id)).toMatchObject({
    code: 'notYours',
    values: {},
  })
})

test('an invitation made by a subdistrict does not let anybody in as staff that the person has become since', async () => {
  const { world } = await withWang()
  const { person, secret } = granted(
    await invite(world.kit, subdistrict, { name: '赵琳', duty: fengchaoshan }),
  )
  granted(await addDuty(world.kit, district, person.id, hongshan))
  expect((await world.get(`/invitation/${secret}`)).status).toBe(200)
  granted(await addDuty(world.kit, district, person.id, { role: 'district', unit: '350203000000' }))
  expect((await world.post(`/invitation/${secret}`, {})).status).toBe(404)
  granted(await inviteAgain(world.kit, district, person.id))
})
