import { expect, test } from 'vitest'
import { bindChat } from '../../src/people/chat.ts'
import { enterByLink } from '../../src/people/entering.ts'
import { people } from '../../src/people/store.ts'
import { plusMinutes } from '../../src/shared/time.ts'
import { exclusions } from '../../src/surveys/store.ts'
import { cookieOf, granted, signIn } from '../helpers/people.ts'
import { newWorld, type World } from '../helpers/world.ts'
import { cli, idIn, openRound, results } from './asking.ts'

const unit = '350203000000'
const lowest = { overall: '1', attitude: '1', speed: '1', openness: '1', activities: '1', response: '1' }
type Cookie = Readonly<Record<string, string>>

/** A district of two accounts, the second invited by the first, and a round that opens a week later with answers to review. */
async function withTwo() {
  const world = await newWorld({ now: '2026-09-28T01:00:00Z' })
  const first = await cli<{ person: { id: string }; url: string }>(
    world,
    ...['people', 'invite', '--name', '陈科长', '--role', 'district', '--unit', unit],
  )
  const chen = cookieOf(await world.post(new URL(first.url).pathname, {}))
  const li = await opened(world, await invited(world, chen, '李干事'))
  world.clock.set('2026-10-05T01:00:00Z')
  const round = await openRound(world)
  world.clock.set('2026-10-07T01:00:00Z')
  const page = await (await world.get(round.path)).text()
  for (let at = 0; at < 3; at++)
    await world.post(round.path, { _id: `${idIn(page).slice(0, -1)}${at}`, ...lowest })
  return { world, round: round.id, chen, li }
}

/** Invites through the form, and reads the address from the page that shows it. */
async function invited(world: World, by: Cookie, name: string) {
  const page = await (await world.post('/people/invite', { name, unit }, by)).text()
  return /http:\/\/localhost:3000(\/invitation\/[\w-]+)/.exec(page)?.[1] ?? ''
}
const opened = async (world: World, path: string) => cookieOf(await world.post(path, {}))

const idOf = async (world: World, name: string) =>
  (await world.store.all(people)).find(person => person.name === name)?.id ?? ''

interface Proposal {
  readonly path: string
  readonly id: string
}

async function proposed(world: World, round: string, by: Cookie, seenBy = by) {
  const path = `/surveys/${round}/review`
  const html = await (await world.get(path, seenBy)).text()
  const answer = [...html.matchAll(/name="answer" value="([^"]+)"/g)].map(found => found[1] ?? '')
  const { status } = await world.post(path, { answer, reason: '同一人' }, by)
  const open = (await world.store.all(exclusions)).find(({ state }) => state === 'proposed')
  return { status, path, id: open?.id ?? '' }
}
const decide = (world: World, at: Proposal, by: Cookie, decision: string, reason = '') =>
  world.post(`${at.path}/decisions`, { decision, reason, exclusion: at.id, form: 'decide' }, by)
const agree = (world: World, at: Proposal, by: Cookie) => decide(world, at, by, 'agree')

test('a district of two accounts decides, also when the one was invited by the other', async () => {
  const { world, round, chen, li } = await withTwo()
  const proposal = await proposed(world, round, chen)
  expect(proposal.status).toBe(303)
  expect((await agree(world, proposal, chen)).status).toBe(403)
  expect((await agree(world, proposal, li)).status).toBe(303)
  expect((await results(world, round)).total.valid).toBe(0)
})

test('nobody agrees to the own proposal with an account made after the round began, nor proposes with one', async () => {
  const { world, round, chen } = await withTwo()
  const second = await opened(world, await invited(world, chen, '第二账号'))
  const proposal = await proposed(world, round, chen)
  const refused = await agree(world, proposal, second)
  expect(refused.status).toBe(403)
  expect(await refused.text()).toContain('before the matter began')
  const page = await (await world.get(`/surveys/${round}/review`, second)).text()
  expect(page).toContain('before the matter began')
  expect(page).not.toContain('value="agree"')
  // Rejecting takes nothing away from anybody: what is proposed is free again.
  expect((await decide(world, proposal, second, 'reject', '待核实')).status).toBe(303)
  expect((await proposed(world, round, second, chen)).status).toBe(403)
  expect((await results(world, round)).total.valid).toBe(3)
})

test('nor as a colleague, by a link, an invitation or a chat that was opened with a key of one’s own making', async () => {
  const { world, round, chen, li } = await withTwo()
  const id = await idOf(world, '李干事')
  const proposal = await proposed(world, round, chen)
  const made = await (await world.post(`/people/${id}/sign-in-link`, {}, chen)).text()
  // A link that is only made changes nothing: the colleague has been here all the time.
  expect((await world.get(`/surveys/${round}/review`, li)).status).toBe(200)
  expect((await world.store.get(people, id)).letIn).toBe('2026-09-28T01:00:00.000Z')
  const asLi = await opened(world, /localhost:3000(\/sign-in\/[\w-]+)/.exec(made)?.[1] ?? '')
  expect((await agree(world, proposal, asLi)).status).toBe(403)

  const again = await (await world.post(`/people/${id}/invitation`, {}, chen)).text()
  const code = /\/invitation\/([\w-]+)/.exec(again)?.[1] ?? ''
  world.clock.set(plusMinutes(world.clock.now(), 5))
  granted(await bindChat(world.store, code, { id: 9001, lang: 'zh-CN' }, world.clock.now()))
  const byChat = await signIn(world, { id })
  expect((await world.store.get(people, id)).letIn).toBe(world.clock.now())
  expect((await agree(world, proposal, byChat)).status).toBe(403)
})

test('the operator lets a successor in anew, whose earlier sessions, links and chat are gone; then two decide again', async () => {
  const { world, round, chen } = await withTwo()
  const path = await invited(world, chen, '新干事')
  const stolen = await opened(world, path)
  const id = await idOf(world, '新干事')
  granted(
    await bindChat(
      world.store,
      path.slice('/invitation/'.length),
      { id: 9002, lang: 'zh-CN' },
      world.clock.now(),
    ),
  )
  const proposal = await proposed(world, round, chen)

  const { url } = await cli<{ url: string }>(world, 'sign-in', '--person', id, '--anew')
  expect((await agree(world, proposal, stolen)).headers.get('location')).toContain('/sign-in')
  expect((await world.store.get(people, id)).telegram).toBeUndefined()
  const own = await opened(world, new URL(url).pathname)
  expect((await agree(world, proposal, own)).status).toBe(303)
  const browser = { device: 'phone', lang: 'en' } as const
  expect(await enterByLink(world.kit, url.split('/').at(-1) ?? '', browser)).toMatchObject({
    code: 'linkUsed',
  })
})
