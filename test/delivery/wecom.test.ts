import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { buildClock } from '../../src/clock.ts'
import { runCommand } from '../../src/commands.ts'
import { outbox } from '../../src/delivery/store.ts'
import { wecomChannel } from '../../src/delivery/wecom.ts'
import { fitted, robotKey } from '../../src/delivery/wecom-address.ts'
import { isRefusal } from '../../src/shared/refusal.ts'
import { chatWorld } from '../helpers/chat.ts'
import { signIn } from '../helpers/people.ts'

const key = '693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa'
const subdistrict = '350203001000'

/** A small server that answers as 企业微信 does, with what a test tells it to. */
async function wecom() {
  const got: { key: string | undefined; text: string }[] = []
  let answer: () => Response = () => Response.json({ errcode: 0, errmsg: 'ok' })
  const app = new Hono()
  app.post('/cgi-bin/webhook/send', async c => {
    const body = await c.req.json<{ msgtype: string; text: { content: string } }>()
    expect(body.msgtype).toBe('text')
    got.push({ key: c.req.query('key'), text: body.text.content })
    return answer()
  })
  app.get('/elsewhere', c => c.text('no'))
  const http = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }) as Server
  onTestFinished(() => {
    http.close()
  })
  await new Promise(ready => http.once('listening', ready))
  const root = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  return {
    root,
    got,
    answers(next: () => Response) {
      answer = next
    },
  }
}

test.each([
  [{ errcode: 0, errmsg: 'ok' }, 200, { kind: 'sent', messageId: 0 }],
  [{ errcode: 45009, errmsg: 'api freq out of limit' }, 200, { kind: 'slower', seconds: 60 }],
  [{ errcode: 93000, errmsg: 'invalid webhook url' }, 200, { kind: 'rejected', cause: 'noRobot' }],
  [{ errcode: 40058, errmsg: 'content' }, 200, { kind: 'rejected', cause: '40058 content' }],
  [{ errcode: -1, errmsg: 'system busy' }, 200, { kind: 'notSent', cause: 'busy' }],
  [{}, 502, { kind: 'unknown', cause: '502' }],
  [{}, 429, { kind: 'slower', seconds: 60 }],
])('an answer %j with status %d means %j', async (body, status, outcome) => {
  const { root, answers } = await wecom()
  answers(() => Response.json(body, { status }))
  expect(await wecomChannel(root).send(key, { text: '例会', buttons: [] })).toEqual(outcome)
})

test('a redirect is not followed, and nobody there means that nothing was sent', async () => {
  const { root, answers } = await wecom()
  answers(() => new Response(null, { status: 302, headers: { location: `${root}/elsewhere` } }))
  expect((await wecomChannel(root).send(key, { text: '例会', buttons: [] })).kind).toBe('unknown')
  const nobody = wecomChannel('http://127.0.0.1:10')
  expect(await nobody.send(key, { text: '例会', buttons: [] })).toMatchObject({ kind: 'notSent' })
})

const theirs = 'https://qyapi.weixin.qq.com'
test.each([
  [`${theirs}/cgi-bin/webhook/send?key=${key}`, true],
  [` ${theirs}/cgi-bin/webhook/send?key=${key}\n`, true],
  [`http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`, false],
  [`https://qyapi.weixin.qq.com.evil.cn/cgi-bin/webhook/send?key=${key}`, false],
  [`https://evil@qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`, false],
  [`https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key=${key}`, false],
  [`${theirs}/cgi-bin/webhook/upload?key=${key}`, false],
  [`${theirs}/cgi-bin/webhook/send?key=a/../b`, false],
  [`${theirs}/cgi-bin/webhook/send`, false],
  ['http://169.254.169.254/', false],
  ['不是地址', false],
])('%s is taken: %s', (address, taken) => {
  const found = robotKey(theirs, address)
  expect(isRefusal(found) ? false : found === key).toBe(taken)
})

test('a text over 2,048 bytes ends at a line, and never within a sign', () => {
  const lines = Array.from({ length: 100 }, (_, i) => `第${i}个社区尚未签到`).join('\n')
  const cut = fitted(lines, '……')
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(2048)
  expect(cut).toMatch(/尚未签到\n……$/)
  expect(Buffer.byteLength(fitted('签'.repeat(2000), '……'))).toBeLessThanOrEqual(2048)
  expect(fitted('短', '……')).toBe('短')
})

test('a unit’s robot gets the notice and the figures of its meetings, each once', async () => {
  const { root, got, answers } = await wecom()
  const world = await chatWorld({ now: '2026-10-12T00:00:00Z', wecomRoot: root })
  const { tick } = buildClock(world.kit)
  const staff = await world.join('周科员', 'subdistrict', subdistrict)
  const lin = await world.join('林主任', 'lead', '350203001001')
  const asStaff = await signIn(world, staff.person)
  const bind = (address: string, unit = subdistrict) =>
    world.post('/deliveries/groups/robot', { unit, address }, asStaff)
  const address = `${root}/cgi-bin/webhook/send?key=${key}`
  expect((await bind('https://evil.cn/cgi-bin/webhook/send?key=12345678')).status).toBe(422)
  expect((await bind(address, '350203003000')).status).toBe(403)
  answers(() => Response.json({ errcode: 45009, errmsg: 'api freq out of limit' }))
  expect((await bind(`${address}-b`, '350203001001')).status).toBe(303)
  const boundRow = async (unit: string) =>
    (await world.store.all(outbox)).find(row => row.message.to === `robot:${unit}`)?.state
  await expect.poll(() => boundRow('350203001001')).toMatchObject({ name: 'retry', cause: 'slower' })
  answers(() => Response.json({ errcode: 0, errmsg: 'ok' }))
  got.length = 0
  expect((await bind(address)).status).toBe(303)
  await expect.poll(() => boundRow(subdistrict)).toMatchObject({ name: 'sent' })
  expect(got).toMatchObject([{ key }])
  await runCommand(world.kit, {
    argv: [
      ...['meetings', 'plan', '--level', 'subdistrict', '--unit', subdistrict],
      ...['--rule', 'FREQ=MONTHLY;BYDAY=2TU', '--time', '09:30', '--json'],
    ],
    lang: 'en',
    readFile: async () => new Uint8Array(),
  })
  world.clock.set('2026-10-12T02:00:00Z')
  await tick()
  await expect.poll(() => got.length).toBe(2)
  world.clock.set('2026-10-13T01:01:00Z')
  await tick()
  await lin.user.says('签到')
  await lin.user.waitsFor('已签到')
  world.clock.set('2026-10-13T03:01:00Z')
  await tick()
  await tick()
  await expect.poll(() => got.length).toBe(3)
  expect(got[1]?.text).toMatch(/^【会议提醒】.*\n打开会议页面：http/s)
  expect(got[2]?.text).toContain('应到 1 人，实到 1 人')
  const page = await (await world.get('/deliveries', { ...asStaff, 'accept-language': 'zh-CN' })).text()
  expect(page).toContain('企业微信群')
  expect(page).not.toContain(key)
})
