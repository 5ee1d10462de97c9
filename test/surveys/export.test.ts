import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { district, lead, subdistrict } from '../helpers/world.ts'
import { answer, fully, newAskingWorld, openRound } from './asking.ts'

async function answered() {
  const world = await newAskingWorld()
  const [here = '', there = ''] = world.round.paths
  await answer(world, here, { ...fully, opinion: '写过的话' })
  await answer(world, there, { ...fully, overall: '1' })
  return { world, id: world.round.id }
}

test('answers go out as JSON Lines and as CSV, without ids, hours and free texts', async () => {
  const { world, id } = await answered()
  world.actAs(district)
  const json = await world.get(`/surveys/${id}/answers.jsonl`)
  expect(json.headers.get('content-type')).toContain('application/x-ndjson')
  const lines = (await json.text())
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(lines.map(({ unit, choices }) => [unit, choices.overall])).toEqual([
    ['350203001001', 5],
    ['350203001004', 1],
  ])
  expect(Object.keys(lines[0])).toEqual(['unit', 'channel', 'choices', 'flags', 'excluded', 'corrected'])
  const csv = await (await world.get(`/surveys/${id}/answers.csv`)).text()
  expect(csv.split('\r\n')[0]).toBe(
    'unit,channel,overall,attitude,speed,openness,activities,response,other,flags,excluded,corrected',
  )
  expect(csv.split('\r\n')).toHaveLength(4)
  expect(csv).toContain('350203001001,online,5,5,4,4,3,dontknow,')
  for (const text of [csv, JSON.stringify(lines)]) expect(text).not.toMatch(/写过的话|2026-10-05T/)
})

test('answers go out as XLSX with what the CSV says', async () => {
  const { world, id } = await answered()
  world.actAs(district)
  const response = await world.get(`/surveys/${id}/answers.xlsx`)
  expect(response.headers.get('content-type')).toContain('spreadsheetml')
  expect(response.headers.get('content-disposition')).toContain('"satisfaction-2026-10-05-answers.xlsx"')
  const sheet = await readSheet(Buffer.from(await response.arrayBuffer()))
  const csv = await (await world.get(`/surveys/${id}/answers.csv`)).text()
  const lines = csv.trimEnd().split('\r\n')
  expect(sheet.map(row => row.map(cell => cell ?? '').join(','))).toEqual(lines)
  expect(sheet).toHaveLength(3)
})

test('results go out as XLSX, a sheet for each theme', async () => {
  const { world, id } = await answered()
  world.actAs(district)
  const response = await world.get(`/surveys/${id}/results.xlsx`)
  expect(response.headers.get('content-disposition')).toContain(
    'attachment; filename="satisfaction-2026-10-05.xlsx"',
  )
  const file = Buffer.from(await response.arrayBuffer())
  const overall = await readSheet(file, 1)
  expect(overall).toHaveLength(4)
  expect(overall.at(-1)?.slice(3, 10)).toEqual([2, 0, 1, 0, 0, 0, 1])
  expect((await readSheet(file, 3)).at(-1)?.slice(3, 10)).toEqual([2, 0, 0, 2, 0, 0, 0])
})

test('a subdistrict is given its own communities’ answers, a lead and a stranger none', async () => {
  const { world, id } = await answered()
  world.actAs({ ...subdistrict, duties: [{ role: 'subdistrict', unit: '350203002000' }] })
  expect((await world.get(`/surveys/${id}/answers.jsonl`)).status).toBe(403)
  world.actAs(subdistrict)
  const lines = (await (await world.get(`/surveys/${id}/answers.jsonl`)).text()).trimEnd().split('\n')
  expect(lines).toHaveLength(2)
  world.actAs(lead)
  for (const file of ['answers.jsonl', 'answers.csv', 'answers.xlsx'])
    expect((await world.get(`/surveys/${id}/${file}`)).status).toBe(403)
  world.actAs(undefined)
  expect((await world.get(`/surveys/${id}/answers.jsonl`)).status).toBe(303)
})

test('who is staff in one subdistrict and lead in another gets no single answers about the own association', async () => {
  const { world, id } = await answered()
  const at = (unit: string) => ({ role: 'subdistrict' as const, unit })
  const files = ['answers.jsonl', 'answers.csv', 'answers.xlsx', 'entry', 'import', 'import/template.xlsx']
  world.actAs({ ...lead, duties: [...lead.duties, at('350203002000')] })
  for (const file of files) expect((await world.get(`/surveys/${id}/${file}`)).status).toBe(403)
  const shown = await world.get(`/surveys/${id}`)
  expect(shown.status).toBe(200)
  expect(await shown.text()).not.toMatch(/\/(answers\.\w+|entry|import)"/)
  // Staff over one community of the round and lead of another: of the answers only those about the first.
  world.actAs({ ...lead, duties: [...lead.duties, at('350203001004')] })
  const lines = (await (await world.get(`/surveys/${id}/answers.jsonl`)).text()).trimEnd().split('\n')
  expect(lines.map(line => JSON.parse(line).unit)).toEqual(['350203001004'])
})

test('rounds of the same form are shown one after another, over the units that both asked about', async () => {
  const { world, id } = await answered()
  world.actAs(district)
  expect(await (await world.get(`/surveys/${id}`)).text()).not.toContain('Round after round')
  const next = await openRound(world, { units: '350203001001', opens: '2026-10-05', closes: '2026-10-30' })
  await answer(world, next.path, { ...fully, overall: '2' })
  const page = await (await world.get(`/surveys/${next.id}`)).text()
  const trend = page.slice(page.indexOf('Round after round'))
  const rows = [...trend.matchAll(/<td data-label="(?:Units|Valid|Broad)">([^<]*)</g)].map(found => found[1])
  expect(rows.slice(0, 6)).toEqual(['1', '1', '100%', '1', '1', '0%'])
})
