import { expect, test } from 'vitest'
import { buildClock } from '../../src/clock.ts'
import { outbox } from '../../src/delivery/store.ts'
import type { Actor } from '../../src/shared/actor.ts'
import { enrol } from '../helpers/people.ts'
import { district } from '../helpers/world.ts'
import { contactFields, first, leadOf, proposed, second } from './playing.ts'

/** One grade that is named and one below 合格, both final on Wednesday 9 December 2026. */
async function decided() {
  const year = await proposed({ A1: 0, A2: 0, A3: 0, A4: 0, A5: 0 })
  await enrol(year, '林主任', 'lead', first)
  await enrol(year, '王主任', 'lead', second)
  await year.post('/ratings/2026/notice', { ...contactFields, go: 'announce' })
  year.clock.set('2026-12-09T01:00:00Z')
  await year.post('/ratings/2026/steps', { action: 'finalise' })
  return {
    ...year,
    told: async (kind: string) =>
      (await year.store.all(outbox)).flatMap(({ message }) => (message.kind === kind ? [message] : [])),
    home: async (actor: Actor) => {
      year.actAs(actor)
      const html = await (await year.get('/')).text()
      return html.slice(html.indexOf('<main'))
    },
  }
}
const page = `/ratings/2026/${second}`

test('each association is told of its final grade once, with the last day for an appeal and the way to it', async () => {
  const year = await decided()
  const messages = (await year.told('rating.decided')).toSorted(
    (one, other) => one.text.length - other.text.length,
  )
  const appeal =
    'Who disagrees can appeal once, until 2026-12-16 inclusive: open the rating and go to “Appeal”.'
  expect(messages.map(({ text }) => text)).toEqual([
    `Final result of 2026: 蜂巢山社区 is rated Not qualified.\n${appeal}`,
    `Final result of 2026: 鸿山社区 is rated First-class.\nCertificate 2026-350203001001, valid until 2029-12-08.\n${appeal}`,
  ])
  expect(messages.map(({ buttons }) => buttons[0]?.[0])).toMatchObject([
    { url: `http://localhost:3000${page}#appeal`, signedIn: true },
    { url: `http://localhost:3000/ratings/2026/${first}#appeal`, signedIn: true },
  ])
  year.clock.set('2026-12-10T02:00:00Z')
  await buildClock(year.kit).tick()
  expect(await year.told('rating.decided')).toHaveLength(2)
})

test('a lead who may appeal finds that apart from what is due until its last day, and hears what came of it', async () => {
  const year = await decided()
  const offer = 'You may appeal until 2026-12-16'
  const home = await year.home(leadOf(second))
  expect(home.indexOf('You may, but need not')).toBeGreaterThan(home.indexOf('nothing to do at the moment'))
  expect(home.indexOf(offer)).toBeGreaterThan(home.indexOf('You may, but need not'))
  expect(home).toContain(`href="${page}#appeal"`)
  const shown = await (await year.get(page)).text()
  expect(shown).toContain('nothing that you have to do here')
  expect(shown).toContain('until <time>2026-12-16</time> inclusive')

  year.clock.set('2026-12-17T01:00:00Z')
  expect(await year.home(leadOf(second))).not.toContain('You may')
  expect(await (await year.get(page)).text()).toContain('nothing for you to do here')
  year.clock.set('2026-12-16T01:00:00Z')
  await year.post(`${page}/appeal`, { reason: '漏计活动' })
  expect(await year.home(leadOf(second))).not.toContain(offer)

  const arbiter: Actor = { ...district, id: 'arbiter', name: 'arbiter' }
  year.actAs(arbiter)
  await year.post(`${page}/appeal/decision`, { upheld: 'no', reason: '原件相符' })
  const [answer, ...more] = await year.told('rating.appeal')
  expect(more).toEqual([])
  expect(answer?.text).toMatch(/dismissed, the grade stays\. Reason: 原件相符$/)
})

test('a veto and a downgrade open the days of an appeal, too; after the one appeal there is none', async () => {
  const year = await decided()
  const steps = `/ratings/2026/${first}/steps`
  year.actAs(district)
  year.clock.set('2026-12-14T01:00:00Z')
  await year.post(steps, { action: 'downgrade', reason: '经费停拨' })
  year.clock.set('2026-12-15T01:00:00Z')
  await year.post(`${page}/steps`, { action: 'veto', reason: '会议记录系伪造' })
  const texts = (await year.told('rating.decided')).map(({ text }) => text)
  expect(texts.find(text => text.startsWith('Changed'))).toMatch(
    /now Qualified\. Reason: 经费停拨\n.*until 2026-12-21 inclusive/,
  )
  expect(texts.find(text => text.startsWith('Veto'))).toMatch(
    /Reason: 会议记录系伪造\n.*until 2026-12-22 inclusive/,
  )

  year.actAs(leadOf(first))
  await year.post(`/ratings/2026/${first}/appeal`, { reason: '已补发' })
  year.actAs({ ...district, id: 'arbiter', name: 'arbiter' })
  await year.post(`/ratings/2026/${first}/appeal/decision`, { upheld: 'yes', reason: '属实' })
  expect((await year.told('rating.appeal'))[0]?.text).toContain('upheld, the result is reviewed again')
  year.actAs(district)
  await year.post(steps, { action: 'keepGrade', reason: '维持' })
  await year.post(steps, { action: 'announce' })
  year.clock.set('2026-12-23T01:00:00Z')
  await year.post(steps, { action: 'finalise' })
  const last = (await year.told('rating.decided'))
    .map(({ text }) => text)
    .filter(text => text.startsWith('Final'))
  expect(last).toHaveLength(3)
  expect(last.filter(text => !text.includes('appeal'))).toHaveLength(1)
})
