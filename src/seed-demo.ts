import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { bulletinParts } from './bulletin-parts.ts'
import { buildClock } from './clock.ts'
import { collections, factLogs } from './collections.ts'
import { agenda } from './demo/seed/agenda.ts'
import { batches } from './demo/seed/batches.ts'
import type { Chats } from './demo/seed/cast.ts'
import { chance } from './demo/seed/chance.ts'
import { type Played, seedYear } from './demo/seed/year.ts'
import { ratingParts } from './rating-parts.ts'
import { registerParts } from './register-parts.ts'
import type { Kit } from './shared/kit.ts'
import { openJsonStore } from './shared/store/json/open.ts'
import { type Instant, instant } from './shared/time.ts'

const unitsFile = new URL('../data/units-350203.csv', import.meta.url)

export interface Seeding {
  /** Empty or not there yet. */
  readonly folder: string
  readonly zone: string
  readonly publicUrl: string
  readonly log: Logger
  readonly chats: Chats
}

/** Fills a folder with the sample district in the middle of its year; the same every time. */
export async function seedDemo({ folder, zone, publicUrl, log, chats }: Seeding): Promise<Played> {
  let moment: Instant = instant('2025-11-03T00:00:00Z')
  const now = () => moment
  // Nobody waits for what is written here: it is made anew at every start, so it need not survive a power cut.
  const store = await openJsonStore({ folder, collections, factLogs, now, log, sync: async () => undefined })
  try {
    const luck = chance(350_203)
    const id = (bytes: number) => Buffer.from(luck.bytes(bytes)).toString('hex')
    const { store: batched, together } = batches(store)
    const kit: Kit = {
      store: batched,
      now,
      newId: () => id(6),
      newSecret: () => id(16),
      publicUrl,
      zone,
      files: join(folder, 'files'),
      log,
    }
    const workshop = {
      kit,
      chance: luck,
      agenda: agenda(at => {
        moment = at
      }),
      together: (work: () => Promise<void>) => together('sample', work),
      tick: buildClock(kit).tick,
      ratingParts: ratingParts(kit),
    }
    const parts = { registers: registerParts(kit), bulletins: bulletinParts(kit) }
    return await seedYear(workshop, parts, await readFile(unitsFile), chats)
  } finally {
    await store.close()
  }
}
