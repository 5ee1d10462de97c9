import { z } from 'zod'
import type { CliRoom } from '../shared/cli.ts'
import type { Kit } from '../shared/kit.ts'
import { dateOf } from '../shared/time.ts'
import { speaker } from '../shared/words.ts'
import { readTree } from '../units/store.ts'
import { candidates } from './lagging-desk.ts'
import { plaqueCells } from './plaque-table.ts'
import { plaqueRows } from './read.ts'
import { laggings } from './store.ts'
import { words } from './words.ts'

/** How the list calls each status, whose own names are what `--json` gives. */
const statusWords = { toList: words.toList, helped: words.helped, lifted: words.liftedOnes }

export function standingsCli(cli: CliRoom, { store, now, zone }: Kit): void {
  const t = speaker(cli.lang)
  const today = () => dateOf(now(), zone)

  cli.command({
    name: 'plaque list',
    about: 'list certificates and plaques: handed over, to hand over, to take off, taken off',
    input: z.object({}),
    async run() {
      const tree = await readTree(store)
      const rows = await plaqueRows(store, { today: today(), zone }, () => true)
      const nameOf = (code: string) => tree.find(code)?.name ?? code
      return {
        json: rows.map(({ rating, plaque, status, due, reviews }) => ({
          code: rating.community,
          name: rating.name,
          cycle: rating.cycle,
          grade: plaque?.grade ?? rating.grade,
          certificate: plaque?.number ?? rating.certificate?.number ?? null,
          until: plaque?.until ?? rating.certificate?.until ?? null,
          status,
          handedOver: plaque?.handedOver.on ?? null,
          takenOff: plaque?.takenOff?.on ?? null,
          reason: plaque?.takenOff?.reason ?? due ?? null,
          reviews: {
            passed: reviews.done.filter(({ passed }) => passed).length,
            done: reviews.done.length,
            due: reviews.isDue,
            next: reviews.next ?? null,
          },
        })),
        text: plaqueCells(rows, nameOf, t, zone)
          .map(cells => cells.map(cell => cell ?? '').join('\t'))
          .join('\n'),
      }
    },
  })

  cli.command({
    name: 'lagging list',
    about: 'list lagging communities: to list, being helped, lifted',
    input: z.object({}),
    async run() {
      const waiting = await candidates(store, today())
      const all = await store.all(laggings)
      const json = [
        ...waiting.map(({ cycle, community, name }) => ({
          code: community,
          name,
          cycle,
          status: 'toList' as const,
          nextCheck: null,
          lifted: null,
        })),
        ...all.map(({ cycle, community, name, lifted, checks }) => ({
          code: community,
          name,
          cycle,
          status: lifted ? ('lifted' as const) : ('helped' as const),
          nextCheck: lifted ? null : (checks.find(({ done }) => !done)?.on ?? null),
          lifted: lifted?.on ?? null,
        })),
      ]
      const text = json.map(({ code, name, cycle, status, nextCheck, lifted }) =>
        [code, name, cycle, t(statusWords[status]), nextCheck ?? lifted ?? ''].join('\t'),
      )
      return { json, text: text.join('\n') || t(words.noLagging) }
    },
  })
}
