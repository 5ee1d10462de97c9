import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bench, median } from './bench.ts'
import { openDistrict } from './staff-world.ts'

const few = 10_000
const many = 200_000

/** What the district's office reads, in the process: without the network, one page after another. */
export const staffBench: Bench = {
  name: 'staff',
  async run(tell) {
    for (const communities of [99, 1_000]) {
      const folder = await mkdtemp(join(tmpdir(), 'slc-bench-'))
      const district = await openDistrict(folder, communities)
      const readMs = async (path: string) => {
        await district.read(path, 3)
        return median(await district.read(path, 15))
      }
      const of = `of ${communities} communities`
      await district.answer(few)
      tell({ name: `home page ${of}`, value: await readMs('/'), floor: 3, unit: 'ms' })
      tell({ name: `summary ${of}`, value: await readMs('/summary'), floor: 100, unit: 'ms' })
      tell({ name: `ratings ${of}`, value: await readMs('/ratings/2026'), floor: 100, unit: 'ms' })
      const results = `/surveys/${district.round}/results.csv`
      const fewMs = await readMs(results)
      tell({ name: `results ${of}, ${few} answers`, value: fewMs, floor: 10, unit: 'ms' })
      if (communities === 1_000) {
        await district.answer(many - few)
        const name = `results ${of}, ${many} answers, beside those with ${few}`
        tell({ name, value: await readMs(results), floor: fewMs * 1.3 + 0.5, unit: 'ms' })
      }
      await district.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}
