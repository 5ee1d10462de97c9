import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { bulletins } from '../../src/bulletins/store.ts'
import { outbox } from '../../src/delivery/store.ts'
import { openFollowUp } from '../../src/followups/ledger.ts'
import { followUps } from '../../src/followups/store.ts'
import { instant, plainDate } from '../../src/shared/time.ts'
import { highlights } from '../../src/standings/store.ts'
import { enrol, granted } from '../helpers/people.ts'
import { district, lead, newWorld, subdistrict } from '../helpers/world.ts'
import { readXml } from '../helpers/xml.ts'

const community = '350203001001'

/** Wednesday 18 November 2026 in Shanghai; something was due on Tuesday the 10th, and something on the 11th. */
async function november() {
  const world = await newWorld({ now: '2026-11-01T02:00:00Z' })
  const { person } = await enrol(world, '甲', 'lead', community)
  const at = instant('2026-11-01T02:00:00.000Z')
  const source = { kind: 'meeting' as const, id: 'm', title: '例会' }
  await world.store.write('test', async tx => {
    for (const [id, due] of [
      ['later', '2026-11-11'],
      ['first', '2026-11-10'],
    ] as const) {
      const asked = { id, source, owner: community, what: `补齐台账 ${id}`, due: plainDate(due) }
      granted(await openFollowUp(tx, asked, { by: 's', at, zone: 'Asia/Shanghai', publicUrl: '' }))
    }
  })
  world.clock.set('2026-11-18T02:00:00Z')
  world.actAs(district)
  const period = { from: '2026-11-01', to: '2026-11-18' }
  const issue = (more: Record<string, string> = {}) =>
    world.post('/bulletins', { ...period, no: '1', ...more })
  const text = async (path: string) => (await (await world.get(path)).text()).replace(/nonce="[^"]+"/, '')
  return { world, person, period, issue, text }
}

test('the district looks at the draft and issues it with number and date; from then on it is frozen', async () => {
  const { world, issue, text } = await november()
  const draft = await text('/bulletins/new?from=2026-11-01&to=2026-11-18')
  for (const part of ['draft', 'Issue as no. 1', '补齐台账 first']) expect(draft).toContain(part)
  const done = await issue({ remark: '请各单位\n抓紧办理' })
  expect([done.status, done.headers.get('location')]).toEqual([303, '/bulletins/2026-1'])
  const before = await text('/bulletins/2026-1')
  for (const part of ['No. 1 of 2026', '2026-11-18', '补齐台账 first', '抓紧办理'])
    expect(before).toContain(part)
  // Whatever becomes of the records.
  await world.store.write('test', tx =>
    tx.change(followUps, 'first', each => ({
      ...each,
      state: 'closed' as const,
      closedOn: plainDate('2026-11-18'),
    })),
  )
  expect(await text('/bulletins/2026-1')).toBe(before)
  expect(await text('/bulletins')).toContain('No. 1 (<time>2026-11-01</time> to <time>2026-11-18</time>)')
  expect((await issue()).status).toBe(409)
  expect((await issue({ no: '2' })).status).toBe(303)
  expect(await text('/bulletins/2026-2')).not.toContain('补齐台账 first')
  expect(await world.store.all(bulletins)).toHaveLength(2)
})

test('what is more than five workdays overdue stands in it, and its unit is told so', async () => {
  const { world, person, issue, text } = await november()
  await issue()
  const shown = await text('/bulletins/2026-1')
  expect(shown).toContain('补齐台账 first')
  expect(shown).not.toContain('补齐台账 later')
  const [note] = (await world.store.all(outbox))
    .map(({ message }) => message)
    .filter(({ to, kind }) => to === person.id && kind === 'bulletin.issued')
  expect(note?.text).toContain('Bulletin no. 1 of 2026')
  expect(note?.text).toContain('names 1 overdue follow-up of your unit')
})

test('everybody reads it, only the district issues it, and only for days that are over', async () => {
  const { world, issue, text } = await november()
  for (const [more, status] of [
    [{ to: '2026-11-19' }, 422],
    [{ from: '2026-11-19' }, 422],
    [{ from: '2024-11-01' }, 422],
    [{ from: 'gestern' }, 422],
    [{ remark: 'x'.repeat(2001) }, 422],
  ] as const)
    expect([more, (await issue(more)).status]).toEqual([more, status])
  expect((await world.get('/bulletins/new?from=2026-11-01&to=2026-12-01')).status).toBe(422)
  world.actAs(subdistrict)
  expect((await issue()).status).toBe(403)
  expect((await world.get('/bulletins/new?from=2026-11-01&to=2026-11-18')).status).toBe(403)
  expect(await world.store.all(bulletins)).toEqual([])
  world.actAs(district)
  await issue()
  world.actAs(lead)
  expect(await text('/bulletins/2026-1')).toContain('No. 1 of 2026')
  expect(await text('/bulletins')).not.toContain('Make the draft')
  expect((await world.get('/bulletins/2026-9')).status).toBe(404)
})

test('as a Word file it has the red head, the number, the tables and who signs', async () => {
  const { world, issue } = await november()
  await issue({ remark: '抓紧办理' })
  const file = await world.get('/bulletins/2026-1/docx')
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
  const body = readXml(Buffer.from(parts['word/document.xml'] ?? []).toString())
  for (const part of ['No. 1 of 2026', '补齐台账 first', '2026-11-10', '抓紧办理'])
    expect(body.text()).toContain(part)
  expect(body.all('w:tbl').length).toBe(3)
  expect(body.all('w:color').some(color => color.attributes['w:val'] === 'C00000')).toBe(true)
})

test('good examples that were entered in the period stand in it', async () => {
  const { world, issue, text } = await november()
  const byWhom = { at: instant('2026-11-05T02:00:00.000Z'), by: 's', byName: '周科员' }
  const example = { year: '2026', subdistrict: '350203001000', unit: community, text: '小组活动进楼栋' }
  await world.store.write('test', async tx => {
    await tx.add(highlights, { id: 'h1', ...example, theme: '邻里互助', entered: byWhom })
    await tx.add(highlights, { id: 'h2', ...example, theme: '已撤回', entered: byWhom, withdrawn: byWhom })
    const before = { ...byWhom, at: instant('2026-10-05T02:00:00.000Z') }
    await tx.add(highlights, { id: 'h3', ...example, theme: '上月亮点', entered: before })
  })
  await issue()
  const shown = await text('/bulletins/2026-1')
  expect(shown).toContain('邻里互助')
  expect(shown).not.toContain('已撤回')
  expect(shown).not.toContain('上月亮点')
})
