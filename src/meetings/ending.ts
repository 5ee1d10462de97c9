import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import type { Refusal } from '../shared/refusal.ts'
import { dateOf } from '../shared/time.ts'
import { readTree } from '../units/store.ts'
import { mayConvene } from './expected.ts'
import { isComing } from './meeting.ts'
import { no } from './refusals.ts'
import type { Series } from './series.ts'
import { allSeries, meetings } from './store.ts'

/** Ends a series from today on; its meetings that are still to come are taken away, what was is kept. */
export async function endSeries(
  { store, now, zone }: Pick<Kit, 'store' | 'now' | 'zone'>,
  id: string,
  actor: Actor,
): Promise<Series | Refusal> {
  return store.write(actor.id, async tx => {
    const series = await tx.find(allSeries, id)
    if (!series) return no.noMeeting()
    if (!mayConvene(actor, await readTree(tx), series)) return no.notYours()
    if (series.ended) return series
    for (const meeting of await tx.list(meetings, 'series', id)) {
      if (isComing(meeting) && meeting.starts > now()) await tx.remove(meetings, meeting.id)
    }
    return tx.change(allSeries, id, was => ({ ...was, ended: dateOf(now(), zone) }))
  })
}
