import { pino } from 'pino'
import { collections, factLogs } from '../src/collections.ts'
import { runCommand } from '../src/commands.ts'
import { newId, newSecret } from '../src/shared/ids.ts'
import type { Kit } from '../src/shared/kit.ts'
import { openJsonStore } from '../src/shared/store/json/open.ts'
import { instant } from '../src/shared/time.ts'
import { answers } from '../src/surveys/store.ts'

const subdistricts = 10

export const districtCode = '350299000000'

const code = (n: number) => `350299${String(n).padStart(3, '0')}`

/** The code of a community by its number, from 0. */
export function communityCode(n: number): string {
  return `${code((n % subdistricts) + 1)}${String(Math.floor(n / subdistricts) + 1).padStart(3, '0')}`
}

/** A district as a units file, with so many communities under ten subdistricts. */
export function unitsFile(communities: number): string {
  const names = Array.from({ length: subdistricts }, (_, n) => n + 1)
  return [
    'code,level,name,parent',
    `${districtCode},district,测试区,`,
    ...names.map(n => `${code(n)}000,subdistrict,测试街道${n},350299000000`),
    ...Array.from({ length: communities }, (_, n) => {
      return `${communityCode(n)},community,测试社区${n},${code((n % subdistricts) + 1)}000`
    }),
  ].join('\n')
}

/** A district with a round and a rating cycle, filled in the process; nothing waits for the disk. */
export async function openDistrict(folder: string, communities: number) {
  const now = () => instant('2026-10-05T01:30:00.000Z')
  const log = pino({ level: 'silent' })
  const store = await openJsonStore({ folder, collections, factLogs, now, log, sync: async () => undefined })
  const kit: Kit = {
    store,
    now,
    newId,
    newSecret,
    publicUrl: 'http://localhost',
    zone: 'Asia/Shanghai',
    files: folder,
    log,
  }
  const cli = async (...argv: string[]) => {
    const readFile = async () => Buffer.from(unitsFile(communities))
    const { code, out, err } = await runCommand(kit, { argv: [...argv, '--json'], lang: 'zh-CN', readFile })
    if (code !== 0) throw new Error(err)
    return JSON.parse(out)
  }
  await cli('units', 'import', 'units.csv')
  // Open whenever the bench runs.
  const days = ['--opens', '2000-01-01', '--closes', '2999-12-31', '--basis', 'broad']
  const { round, links } = await cli('survey', 'open', '--form', 'satisfaction', '--units', 'all', ...days)
  await cli('rating', 'open', '--year', '2026')
  const codes: string[] = (await cli('units', 'list'))
    .filter((unit: { level: string }) => unit.level === 'community')
    .map((unit: { code: string }) => unit.code)
  let sent = 0
  return {
    round: String(round.id),
    /** Where residents of the first community answer. */
    link: new URL(links[0].url).pathname,
    close: () => store.close(),
    async answer(many: number): Promise<void> {
      const together = 5_000
      for (let first = 0; first < many; first += together) {
        await Promise.all(
          Array.from({ length: Math.min(together, many - first) }, () => {
            sent += 1
            const level = 1 + (sent % 5)
            return store.append(answers, round.id, {
              id: `bench${String(sent).padStart(12, '0')}`,
              unit: codes[sent % codes.length] ?? '',
              choices: {
                overall: level,
                attitude: level,
                speed: 5,
                openness: 4,
                activities: 3,
                response: level,
              },
              texts: {},
              channel: 'online',
              hour: '2026-10-05T09',
            })
          }),
        )
      }
    },
  }
}
