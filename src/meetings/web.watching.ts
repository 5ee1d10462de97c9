import type { Kit } from '../shared/kit.ts'
import { watcher } from '../shared/web/watching.ts'
import { no } from './refusals.ts'
import { codeSlot } from './room-code.ts'
import { attendances, meetings } from './store.ts'

/** Watches meetings; records that did not change are the same objects, so that looking costs nothing. */
export function watchMeetings({ store, now, log }: Kit) {
  return watcher({
    look: async meeting => {
      const found = await store.find(meetings, meeting)
      const records = await store.list(attendances, 'meeting', meeting)
      return [found, records, codeSlot(now()), found !== undefined && now() >= found.starts]
    },
    lookMs: 200,
    most: { ofPerson: 10, ofOne: 100, ofAll: 400 },
    refused: no.tooManyBoards,
    log,
  })
}
