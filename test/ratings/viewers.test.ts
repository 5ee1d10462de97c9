import { expect, test } from 'vitest'
import type { Actor } from '../../src/shared/actor.ts'
import { district, lead, newWorld, subdistrict } from '../helpers/world.ts'
import { excellent, fieldsOf, theRubric } from './rubric.ts'

// Pieces of these pages are drawn once and used for every reader: no reader may come upon what is another one's.

const own = '/ratings/2026/350203001001'
/** A form that was handed in, and its acceptance begun. */
async function aTable() {
  const world = await newWorld()
  world.actAs(district)
  await world.post('/ratings', { year: '2026' })
  world.actAs(lead)
  for (const section of theRubric().sections)
    await world.post(`${own}/self/${section.id}`, { ...fieldsOf(section.id, excellent) })
  await world.post(`${own}/self/A/items/A3`, { members: '321', 'note-A3': '甲说明', 'base-A3': '99' })
  await world.post(`${own}/submit`, { target: 'firstClass' })
  world.actAs(subdistrict)
  const row = { 'score-A5': '3', 'reason-A5': '缺一类', 'measure-A5': '补齐档案', 'due-A5': '2027-03-01' }
  await world.post(`${own}/review/rows/A5`, row)
  return {
    ...world,
    async read(as: Actor, path: string, lang: 'zh-CN' | 'en' = 'zh-CN') {
      world.actAs(as)
      const answered = await world.get(`${path}?lang=${lang}`)
      return { status: answered.status, text: await answered.text() }
    },
  }
}

test('a page is the same for a reader whoever read before, in both languages', async () => {
  const { read } = await aTable()
  for (const path of ['/ratings/2026', own, `${own}/review`, `${own}/self/A`]) {
    const first = new Map<string, string>()
    for (let turn = 0; turn < 2; turn += 1) {
      for (const [reader, as] of Object.entries({ district, subdistrict, lead })) {
        for (const lang of ['zh-CN', 'en'] as const) {
          const { text } = await read(as, path, lang)
          expect(text).toBe(first.get(`${reader} ${lang}`) ?? text)
          first.set(`${reader} ${lang}`, text)
        }
      }
    }
    expect(new Set(first.values()).size).toBeGreaterThan(2)
  }
})

test('only who may score is given fields, with what was entered at this association alone', async () => {
  const { read } = await aTable()
  const table = await read(subdistrict, `${own}/review`)
  expect(table.text).toMatch(/name="score-A5" value="3"/)
  expect(table.text).toContain('value="补齐档案"')
  for (const reader of [district, lead]) {
    const { status, text } = await read(reader, `${own}/review`)
    expect(status).toBe(403)
    expect(text).not.toContain('name="score-A5"')
  }
  const neighbour = await read(district, '/ratings/2026/350203001002')
  for (const other of ['补齐档案', '缺一类', '甲说明', '321']) expect(neighbour.text).not.toContain(other)
})

test('a page follows what was saved a moment ago', async () => {
  const { read, post } = await aTable()
  const base = /name="base-A5" value="(\d+)"/.exec((await read(subdistrict, `${own}/review`)).text)?.[1] ?? ''
  await post(`${own}/review/rows/A5`, { 'score-A5': '2', 'reason-A5': '缺两类', 'base-A5': base })
  const { text } = await read(subdistrict, `${own}/review`)
  expect(text).toMatch(/name="score-A5" value="2"/)
  expect(text).not.toContain('缺一类')
  expect((await read(lead, own)).text).toContain('缺两类')
})
