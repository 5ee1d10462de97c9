import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { collections, factLogs } from '../../src/collections.ts'
import { newId, newSecret } from '../../src/shared/ids.ts'
import { instant } from '../../src/shared/time.ts'
import { importUnits } from '../../src/units/register.ts'
import { buildWeb } from '../../src/web.tsx'
import { openTestStore, testFolder } from '../helpers/store.ts'
import { sampleUnits } from '../helpers/world.ts'
import { fully } from './asking.ts'
import { newRound } from './opening.ts'

const address = '203.0.113.77'
const agent = 'VeryRareBrowser/7.7'
const cookie = 'seen=tellmeapart'

test('of a resident’s request nothing is kept or logged: no address, program, cookie or exact time', async () => {
  const folder = await testFolder()
  const logged: string[] = []
  const now = () => instant('2026-10-05T01:43:21.987Z')
  const store = await openTestStore({
    collections,
    factLogs,
    folder,
    now: () => instant('2026-10-04T00:00:00Z'),
  })
  await importUnits(store, 'test', sampleUnits())
  const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) })
  const zone = 'Asia/Shanghai'
  const web = buildWeb(
    { store, now, newId, newSecret, publicUrl: 'http://localhost:3000', zone, files: folder, log },
    { rateLimits: true, trustProxy: true },
  )
  const round = await newRound(store)

  const headers = { 'user-agent': agent, 'x-forwarded-for': address, cookie }
  const send = (fields: Record<string, string>) =>
    web.request(`/s/${round.units[0]?.link}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })
  const asked = await web.request(`/s/${round.units[0]?.link}`, { headers })
  expect(asked.headers.get('set-cookie')).toBeNull()
  const taken = await send({ _id: '0123456789bc', ...fully })
  expect(taken.headers.get('set-cookie')).toBeNull()
  const others = [
    await send({ _id: '0123456789bc', ...fully }),
    await send({ _id: '0123456789bc', ...fully, overall: '1' }),
    await send({ _id: '0123456789bd', ...fully, overall: '9' }),
    await send({ overall: '9' }),
  ]
  expect([taken, ...others].map(({ status }) => status)).toEqual([201, 200, 409, 422, 400])
  await store.close()

  const kept = `${await everythingIn(folder)}${logged.join('')}`
  expect(kept).toContain('0123456789bc')
  expect(kept).toContain('2026-10-05T09')
  for (const trace of [address, agent, 'VeryRare', 'tellmeapart', '01:43', '09:43', '43:21', '.987'])
    expect(kept).not.toContain(trace)
  expect(kept).not.toContain(String(Date.parse(now())))
})

/** Every byte of every file below a folder, as text. */
async function everythingIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return (await Promise.all(files.map(file => readFile(file, 'latin1')))).join('\n')
}
