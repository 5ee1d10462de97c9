import { readSheet as readXlsx } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { runCommand } from '../../src/commands.ts'
import { compileForm } from '../../src/forms/definition.ts'
import type { Cell } from '../../src/shared/csv.ts'
import { csvText } from '../../src/shared/csv.ts'
import { plainDate } from '../../src/shared/time.ts'
import { workbook } from '../../src/shared/workbook.ts'
import { readSheet } from '../../src/surveys/sheet.ts'
import { sheetColumns } from '../../src/surveys/sheet-columns.ts'
import { answers } from '../../src/surveys/store.ts'
import { district, lead, subdistrict, type World } from '../helpers/world.ts'
import { cli, command, fully, newAskingWorld, results } from './asking.ts'

const hongshan = '350203001001'
const fields = ['_number', ...Object.keys(fully), 'opinion']

async function importingWorld() {
  const world = await newAskingWorld()
  world.actAs(subdistrict)
  const path = `/surveys/${world.round.id}/import`
  const send = async (rows: readonly (readonly Cell[])[], step = 'import', unit = hongshan) => {
    const file = new File([await workbook([{ title: 'a', rows }])], 'paper.xlsx')
    return sent(await world.post(path, { unit, step, file }))
  }
  return { world, path, send }
}

async function sent(response: Response) {
  return { status: response.status, page: await response.text() }
}

async function stored(world: World & { round: { id: string } }) {
  const found = []
  for await (const answer of world.store.facts(answers, world.round.id)) found.push(answer)
  return found
}

test('the empty table of a round is filled in by value or in words, and each number counts once', async () => {
  const { world, path, send } = await importingWorld()
  const template = await world.get(`${path}/template.xlsx`)
  const [headings = []] = await readXlsx(Buffer.from(await template.arrayBuffer()))
  expect(headings).toHaveLength(8)
  expect(headings.slice(0, 2)).toEqual(['Form number', expect.stringMatching(/^1\. All in all/)])
  expect((await send([headings as string[]], 'check')).page).toContain('no questionnaire in this table')
  const rows = [
    headings as string[],
    [1, 5, 5, 4, 4, 3, 'dontknow', null],
    [2, '非常满意', '满意', '基本满意', '不满意', '非常不满意', '不了解', '多办活动'],
    ['３', 'Very satisfied', ' satisfied ', 3, '2', '1', 'I do not know', null],
  ]
  const checked = await send(rows, 'check')
  expect([checked.status, checked.page]).toEqual([200, expect.stringContaining('3 new, 0 entered before')])
  expect(await stored(world)).toEqual([])
  expect((await send(rows)).status).toBe(201)
  expect((await results(world, world.round.id)).total.levels).toEqual([3, 0, 0, 0, 0])
  const again = await send(rows)
  expect([again.status, again.page]).toEqual([201, expect.stringContaining('0 new, 3 entered before')])
  const all = await stored(world)
  expect(all).toHaveLength(3)
  expect(all[1]).toMatchObject({
    channel: 'paper',
    unit: hongshan,
    choices: { overall: 5, attitude: 4, speed: 3, openness: 2, activities: 1, response: 'dontknow' },
    texts: { opinion: '多办活动' },
  })
})

test('a form that was typed in and comes in a table as well is one answer; with other answers it is a fault', async () => {
  const { world, send } = await importingWorld()
  const about = { _unit: hongshan, _channel: 'paper', _number: '7', _id: '0123456789bc' }
  await world.post(`/surveys/${world.round.id}/entry`, { ...about, ...fully })
  expect((await send([fields, [7, ...Object.values(fully), null]])).page).toContain('1 entered before')
  const other = await send([
    fields,
    [7, 1, ...Object.values(fully).slice(1), null],
    [8, ...Object.values(fully)],
  ])
  expect(other.status).toBe(422)
  expect(other.page).toContain('line 2, “Form number”: Number 7 was entered before with other answers')
  expect(await stored(world)).toHaveLength(1)
})

test('every fault is named by its line and column, and nothing of the file is stored', async () => {
  const { world, send } = await importingWorld()
  const good = Object.values(fully)
  const { status, page } = await send([
    fields,
    [1, ...good],
    [1, ...good],
    ['x', ...good],
    [2, 6, ...good.slice(1)],
    [3, null, ...good.slice(1), '长'.repeat(501)],
  ])
  expect(status).toBe(422)
  const faults = [...page.matchAll(/<li>(line [^<]+)<\/li>/g)].map(([, line]) => line)
  expect(faults).toEqual([
    'line 3, “Form number”: Number 1 stands in line 2 already',
    'line 4, “Form number”: A number is a whole one from 1 to 999999',
    expect.stringMatching(/^line 5, “1\. All in all, .+”: There is no such option \(given: “6”\)$/),
    expect.stringMatching(/^line 6, “7\. .+”: At most 500 characters \(given: “长{40}”\)$/),
  ])
  expect(await stored(world)).toEqual([])
})

test.each<[string, readonly (readonly Cell[])[], string]>([
  ['without a question', [fields.slice(0, -2)], 'lacks the columns 6. '],
  ['with a question twice', [[...fields, 'overall']], 'overall more than once'],
])('a table %s is refused', async (_, rows, said) => {
  const { send } = await importingWorld()
  const { status, page } = await send(rows)
  expect([status, page]).toEqual([422, expect.stringContaining(said)])
})

test('a round with codes, an end, a foreign unit and a lead are refused', async () => {
  const { world, path, send } = await importingWorld()
  const rows = [fields, [1, ...Object.values(fully)]]
  expect((await send(rows, 'import', '350203003001')).status).toBe(403)
  world.actAs(lead)
  expect((await send(rows)).status).toBe(403)
  expect((await world.get(path)).status).toBe(403)
  world.actAs(district)
  const dates = ['--opens', '2026-10-05', '--closes', '2026-10-20', '--basis', 'broad']
  const opening = ['--form', 'satisfaction', '--units', hongshan, ...dates, '--coded']
  const coded = await cli<{ round: { id: string } }>(world, 'survey', 'open', ...opening)
  expect((await world.get(`/surveys/${coded.round.id}/import`)).status).toBe(409)
  await cli(world, 'survey', 'close', world.round.id)
  expect((await send(rows)).status).toBe(410)
})

test('the command line imports a CSV as Excel writes it in China, and checks it without changing anything', async () => {
  const { world } = await importingWorld()
  const csv = csvText([fields, [1, ...Object.values(fully), '很好'], [2, ...Object.values(fully), '']])
  const call = (text: string, ...more: string[]) =>
    runCommand(world.kit, {
      argv: ['survey', 'import', 'a.csv', '--round', world.round.id, '--unit', hongshan, '--json', ...more],
      lang: 'en',
      readFile: async () => new TextEncoder().encode(text),
    })
  const told = { round: world.round.id, unit: hongshan, added: 2, unchanged: 0 }
  expect(JSON.parse((await call(csv, '--dry-run')).out)).toEqual({ ...told, dryRun: true })
  expect(await stored(world)).toEqual([])
  expect(JSON.parse((await call(csv)).out)).toEqual({ ...told, dryRun: false })
  expect(JSON.parse((await call(csv)).out)).toEqual({ ...told, added: 0, unchanged: 2, dryRun: false })
  const faulty = await call(csv.replace('\r\n1,5', '\r\n1,9'))
  expect([faulty.code, faulty.err]).toEqual([1, expect.stringMatching(/line 2, “1\..*given: “9”/)])
  const unknown = await command(world, 'survey', 'import', 'a.csv', '--round', world.round.id, '--unit', 'x')
  expect(unknown.code).toBe(1)
})

test('every kind of question has its columns', () => {
  const text = (title: string) => ({ default: `${title} (en)`, 'zh-cn': title })
  const compiled = compileForm(
    {
      elements: [
        { type: 'html', name: 'intro', html: 'x' },
        { type: 'boolean', name: 'came', title: text('来过'), isRequired: true },
        { type: 'checkbox', name: 'for', title: text('办什么'), choices: [1, 2, 3], showOtherItem: true },
        { type: 'matrix', name: 'grid', title: text('各项'), columns: ['a', 'b'], rows: ['x', 'y'] },
        {
          type: 'ranking',
          name: 'order',
          title: text('排序'),
          choices: ['p', 'q'],
          visibleIf: '{came} = true',
        },
        { type: 'text', name: 'age', inputType: 'number', title: text('人数'), max: 9 },
      ],
    },
    'kinds',
  )
  if (!('form' in compiled)) throw new Error('refused')
  const columns = sheetColumns(compiled.form)
  expect(columns.map(({ field, heading }) => [field, heading['zh-CN']])).toEqual([
    ['_number', '问卷编号'],
    ['came', '1. 来过'],
    ['for', '2. 办什么'],
    ['for-Comment', '2. 其他（请写明）'],
    ['grid[x]', '3. 各项：x'],
    ['grid[y]', '3. 各项：y'],
    ['order[p]', '4. 排序：p'],
    ['order[q]', '4. 排序：q'],
    ['age', '5. 人数'],
  ])
  const cells = {
    _number: '1',
    came: '是',
    for: '1；3',
    'grid[x]': 'A',
    'order[q]': '1',
    'order[p]': '2',
    age: '７',
  }
  const read = (changed: Record<string, string>) =>
    readSheet([{ line: 2, cells: { ...cells, ...changed } }], columns, compiled.form, plainDate('2026-10-05'))
  expect(read({})).toEqual({
    faults: [],
    forms: [
      {
        line: 2,
        number: 1,
        posted: {
          came: 'true',
          for: ['1', '3'],
          'grid[x]': 'a',
          'order[p]': '2',
          'order[q]': '1',
          age: '７',
        },
      },
    ],
  })
  const faulty = read({ 'grid[y]': 'c', 'order[p]': '1', age: '10', for: '1、4' }).faults
  expect(faulty.map(({ column }) => column['zh-CN'])).toEqual(
    expect.arrayContaining(['3. 各项：y', '2. 办什么', '4. 排序：p']),
  )
})
