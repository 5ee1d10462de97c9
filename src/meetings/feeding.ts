import { people } from '../people/store.ts'
import type { Actor } from '../shared/actor.ts'
import { hashOf } from '../shared/ids.ts'
import type { Kit } from '../shared/kit.ts'
import type { Refusal } from '../shared/refusal.ts'
import type { Reading } from '../shared/store/port.ts'
import { plusHours } from '../shared/time.ts'
import { actsFor } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { concerns } from './expected.ts'
import { calendarText, type Feed } from './feed.ts'
import type { Meeting } from './meeting.ts'
import { no } from './refusals.ts'
import { allSeries, feeds, meetings } from './store.ts'

/** How far back a calendar goes. */
const pastDays = 400

/** Makes a calendar address for a unit of the actor's; returns its secret, which is shown once. */
export async function makeFeed(
  { store, now, newSecret }: Pick<Kit, 'store' | 'now' | 'newSecret'>,
  unit: string,
  actor: Actor,
): Promise<{ readonly secret: string } | Refusal> {
  const secret = newSecret()
  return store.write(actor.id, async tx => {
    const tree = await readTree(tx)
    if (!tree.find(unit) || !actsFor(actor, tree, unit)) return no.feedNotYours()
    await tx.add(feeds, { id: hashOf(secret), person: actor.id, unit, since: now() })
    return { secret }
  })
}

/** Ends one of the actor's own addresses; whoever still has it finds nothing from then on. */
export async function revokeFeed(store: Kit['store'], id: string, actor: Actor): Promise<Feed | Refusal> {
  return store.write(actor.id, async tx => {
    const feed = await tx.find(feeds, id)
    if (!feed || feed.person !== actor.id) return no.noFeed()
    await tx.remove(feeds, id)
    return feed
  })
}

/**
 * The calendar behind a secret: the unit's own meetings and those above to which its people are called. Refused when the
 * address was revoked, or when its person no longer acts for the unit.
 */
export async function readFeed(
  { store, now, publicUrl }: Pick<Kit, 'store' | 'now' | 'publicUrl'>,
  secret: string,
): Promise<string | Refusal> {
  const feed = await store.find(feeds, hashOf(secret))
  const person = feed && (await store.find(people, feed.person))
  const tree = await readTree(store)
  const unit = feed && tree.find(feed.unit)
  if (!unit || !person || !actsFor(person, tree, unit.id)) return no.noFeed()
  const oldest = plusHours(now(), -pastDays * 24)
  const own = await store.list(meetings, 'unit', unit.id)
  const above = unit.parent ? await store.list(meetings, 'unit', unit.parent) : []
  const called = above.filter(meeting => concerns(person, tree, meeting))
  const shown = [...own, ...called]
    .filter(meeting => meeting.ends >= oldest)
    .sort((a, b) => (a.starts < b.starts ? -1 : 1))
  const entries = await Promise.all(
    shown.map(async meeting => ({ meeting, changed: await changedAt(store, meeting) })),
  )
  return calendarText(entries, { name: unit.name, publicUrl })
}

async function changedAt(from: Reading, { changes, series, starts }: Meeting) {
  const planned = (await from.find(allSeries, series))?.planned.at
  return changes.at(-1)?.at ?? planned ?? starts
}
