import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldsIn } from '../../src/surveys/web.posted.ts'

/** As the Web's own parser reads it; a sign that stands for broken UTF-8 spoils the whole. */
function asTheWeb(text: string) {
  const pairs = [...new URLSearchParams(text)]
  if (pairs.some(([name, value]) => (name + value).includes('\uFFFD'))) return undefined
  const names = [...new Set(pairs.map(([name]) => name))]
  const all = (name: string) => pairs.filter(pair => pair[0] === name).map(pair => pair[1])
  return Object.fromEntries(names.map(name => [name, all(name).length > 1 ? all(name) : all(name)[0]]))
}

const part = fc.oneof(
  fc.constantFrom('a', 'b', 'speed', '', '__proto__', 'constructor', '?', '满意', '\uFFFD', '\uFEFF'),
  fc.constantFrom(
    '%E6%BB%A1',
    '%FF',
    '%',
    '%4',
    '%zz',
    '%EF%BF%BD',
    '%EF%BB%BF',
    '%00',
    '+',
    '%2B',
    '%26',
    '%3D',
  ),
  fc.string(),
)
const piece = fc.array(part, { maxLength: 3 }).map(parts => parts.join(''))
const pair = fc.oneof(
  fc.tuple(piece, piece).map(([name, value]) => `${name}=${value}`),
  piece,
)

test('a form’s text is read as the Web’s own parser reads it, whatever is in it', () => {
  fc.assert(
    fc.property(fc.array(pair), pairs => {
      const text = pairs.join('&')
      expect(fieldsIn(text)).toEqual(asTheWeb(text))
    }),
    { numRuns: 3_000 },
  )
})

test.each([
  ['_id=abc&overall=5&opinion=', { _id: 'abc', overall: '5', opinion: '' }],
  ['opinion=%E6%8E%92+%E9%98%9F', { opinion: '排 队' }],
  ['ways=web&ways=paper&ways=phone', { ways: ['web', 'paper', 'phone'] }],
  ['opinion=%FF', undefined],
])('%s', (text, fields) => {
  expect(fieldsIn(text)).toEqual(fields)
})

test('a body full of one field is read in no time', () => {
  for (const body of ['overall=&'.repeat(7_000), 'a=b&'.repeat(16_000)]) {
    const { user } = process.cpuUsage()
    const name = body.slice(0, body.indexOf('='))
    const values = fieldsIn(body)?.[name]
    expect(values).toHaveLength(body.split('&').length - 1)
    // Twenty thousand fields took half a minute while each copied those before it.
    expect(process.cpuUsage().user - user).toBeLessThan(2_000_000)
  }
})
