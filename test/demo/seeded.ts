import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import { seedDemo } from '../../src/seed-demo.ts'
import { testFolder } from '../helpers/store.ts'

/** The sample district in a folder of its own; `read` gives the records of a collection. */
export async function seeded() {
  const folder = await testFolder()
  const accounts = { lead1: 1001, lead2: 1002, lead3: 1003, subdistrict: 1004, district: 1005, arbiter: 1006 }
  const { cast } = await seedDemo({
    folder,
    zone: 'Asia/Shanghai',
    publicUrl: 'http://127.0.0.1:3000',
    log: pino({ level: 'silent' }),
    chats: { accounts, lang: 'zh-CN' },
  })
  // A collection that was never written to has no file.
  const read = async (name: string): Promise<Record<string, unknown>[]> => {
    const text = await readFile(join(folder, `${name}.json`), 'utf8').catch(() => '{"records":[]}')
    return JSON.parse(text).records
  }
  return { folder, cast, read }
}
