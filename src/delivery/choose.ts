import type { Instant } from '../shared/time.ts'
import { isHeld } from './quiet.ts'
import { type Delivery, dueAt } from './states.ts'

/** What the dispatcher does next: rows to send, in order, and rows whose time is over. */
export interface Choice {
  readonly send: readonly Delivery[]
  readonly expire: readonly Delivery[]
}

/**
 * Chooses among the waiting rows: replies first, then the longest due, at most `room` of them and one a person;
 * within quiet hours, which end at `quiet`, only what cannot wait.
 * One pass, so that ten thousand waiting rows cost a few milliseconds.
 */
export function choose(
  rows: readonly Delivery[],
  now: Instant,
  room: number,
  busy: ReadonlySet<string>,
  quiet?: Instant,
): Choice {
  const expire: Delivery[] = []
  const best: Delivery[] = []
  for (const row of rows) {
    const due = dueAt(row)
    if (due === undefined) continue
    if (row.message.notAfter !== null && row.message.notAfter < now) expire.push(row)
    else if (due <= now && !busy.has(row.message.to) && !isHeld(row, quiet)) insert(best, row, room)
  }
  return { send: best, expire }
}

/** Keeps `best` in order and no longer than `room`, with the first row of each person only. */
function insert(best: Delivery[], row: Delivery, room: number): void {
  const last = best.at(-1)
  if (best.length >= room && (!last || !goesBefore(row, last))) return
  const same = best.findIndex(each => each.message.to === row.message.to)
  const earlier = same < 0 ? undefined : best[same]
  if (earlier && !goesBefore(row, earlier)) return
  if (earlier) best.splice(same, 1)
  const place = best.findIndex(each => goesBefore(row, each))
  best.splice(place < 0 ? best.length : place, 0, row)
  if (best.length > room) best.pop()
}

function goesBefore(a: Delivery, b: Delivery): boolean {
  if (a.message.priority !== b.message.priority) return a.message.priority === 'reply'
  if (a.queuedAt !== b.queuedAt) return a.queuedAt < b.queuedAt
  return a.id < b.id
}
