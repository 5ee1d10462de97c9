import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { asFile } from '../../../src/shared/web/file.ts'

async function sentAs(stem: string): Promise<string> {
  const web = new Hono().get('/', c => asFile(c, stem, 'csv').body('a,b\r\n'))
  const { headers } = await web.request('/')
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  return headers.get('content-disposition') ?? ''
}

test.each([
  ['summary', `attachment; filename="summary.csv"; filename*=UTF-8''summary.csv`],
  ['会员小组', `attachment; filename="____.csv"; filename*=UTF-8''%E4%BC%9A%E5%91%98%E5%B0%8F%E7%BB%84.csv`],
  ["it's (1)*", `attachment; filename="it's (1).csv"; filename*=UTF-8''it%27s%20%281%29.csv`],
  [
    '../../etc/passwd',
    `attachment; filename=".. .. etc passwd.csv"; filename*=UTF-8''..%20..%20etc%20passwd.csv`,
  ],
  [
    'a"; filename="b',
    `attachment; filename="a ; filename= b.csv"; filename*=UTF-8''a%20%3B%20filename%3D%20b.csv`,
  ],
  [
    'a\r\nSet-Cookie: x=1',
    `attachment; filename="a Set-Cookie  x=1.csv"; filename*=UTF-8''a%20Set-Cookie%20%20x%3D1.csv`,
  ],
  ['gpj.\u202eexe', `attachment; filename="gpj. exe.csv"; filename*=UTF-8''gpj.%20exe.csv`],
  ['100%41', `attachment; filename="100_41.csv"; filename*=UTF-8''100%2541.csv`],
  ['\ud800', `attachment; filename="file.csv"; filename*=UTF-8''file.csv`],
  [' ', `attachment; filename="file.csv"; filename*=UTF-8''file.csv`],
])('a file called %j goes out under a name that says so and nothing else', async (stem, expected) => {
  expect(await sentAs(stem)).toBe(expected)
})
