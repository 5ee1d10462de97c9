import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench } from './bench.ts'
import { tellPage } from './pages.ts'
import { withServers } from './servers.ts'
import { communityCode, openDistrict } from './staff-world.ts'
import { answer } from './surveys.ts'

const many = 10_000

const districts = [
  {
    communities: 99,
    pages: (round: string) => ({
      'home page': '/',
      summary: '/summary',
      'rating list': '/ratings/2026',
      'survey round': `/surveys/${round}`,
      'survey round with all its units': `/surveys/${round}?units=all`,
    }),
  },
  {
    communities: 1_000,
    pages: (round: string) => ({
      summary: '/summary',
      'survey round': `/surveys/${round}`,
      'survey round of a subdistrict': `/surveys/${round}?of=${communityCode(0).slice(0, 9)}000`,
      'how many have answered': `/surveys/${round}/progress`,
      'results as CSV': `/surveys/${round}/results.csv`,
    }),
  },
]

/** What the district's office reads while residents answer: a district of the usual size and a very large one, on the built server. */
export const staffBench: Bench = {
  name: 'staff',
  async run(tell) {
    for (const { communities, pages } of districts) {
      const folder = await mkdtemp(join(tmpdir(), 'slc-bench-'))
      try {
        const district = await openDistrict(folder, communities)
        await district.answer(many)
        await district.close()
        await withServers(async servers => {
          const { url, headers } = await servers.office(folder)
          const write = () => send(url + district.link)
          for (const [page, path] of Object.entries(pages(district.round))) {
            const name = `${page} of ${communities} communities`
            await tellPage(servers, { name, url: url + path, headers, write }, tell)
          }
        })
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    }
  },
}

/** One resident's answer, kept. */
async function send(url: string): Promise<void> {
  const { status } = await fetch(url, { method: 'POST', body: new URLSearchParams(answer()) })
  if (status !== 201) throw new Error(`an answer gave ${status}`)
}
