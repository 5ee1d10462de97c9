import type { Store } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import { channels } from './answer.ts'
import { type Corrections, correctionsOf } from './corrections.ts'
import { agreedOf } from './counting.ts'
import type { Publication } from './publication.ts'
import { type PublishedResults, publishedResults } from './published.ts'
import type { Published } from './published-line.ts'
import type { PublicRound } from './publishing.ts'
import { byAge, type Round } from './round.ts'
import { publications, rounds } from './store.ts'
import type { Told } from './told.ts'

/** All that is public of one of a round's endings. */
export interface PublishedRound extends PublicRound {
  /** The ending that is shown. */
  readonly shown: Publication
  readonly results: PublishedResults
  readonly channels: readonly ChannelShare[]
  /** Whether all answers came online, from people who chose to answer. */
  readonly onlineOnly: boolean
  /** How many answers two people decided to leave out when the figures were public already, and the day of the last decision. */
  readonly excludedLater: { readonly count: number; readonly until: PlainDate } | null
  /** The publication before the one that is shown, and what it told otherwise; null for the first one. */
  readonly corrected: { readonly before: Publication; readonly what: Corrections } | null
  readonly trend: readonly PublicTrendPoint[]
}

/** `share` 0 to 1 of all answers; null for each where one channel brought few. */
interface ChannelShare {
  readonly channel: (typeof channels)[number]
  readonly share: number | null
}

/** A round among those of the same form, with the figures that it published itself: no other ones, which could be subtracted. */
export interface PublicTrendPoint {
  readonly round: Round
  /** Whether it asked about the same units. */
  readonly isAlike: boolean
  readonly total: Published
}

/** One ending of a round with everything that stands beside it. */
export async function publishedRound(
  store: Store,
  found: PublicRound,
  shown: Publication,
): Promise<PublishedRound> {
  const told = toldUntil(found.endings, shown)
  const shares = sharesByChannel(told)
  const results = publishedResults(found.round, told)
  const before = found.endings.findLast(({ ending }) => ending < shown.ending)
  return {
    ...found,
    shown,
    results,
    corrected: before
      ? {
          before,
          what: correctionsOf(publishedResults(found.round, toldUntil(found.endings, before)), results),
        }
      : null,
    channels: shares,
    onlineOnly: shares.length > 0 && shares.every(({ channel }) => channel === 'online'),
    excludedLater: shown === found.endings.at(-1) ? await leftOutSince(store, shown) : null,
    trend: await publicTrend(store, found.round),
  }
}

/** What was left out of a round after its last publication. */
async function leftOutSince(store: Store, { round, excluded }: Publication) {
  const agreed = await agreedOf(store, round)
  const count = agreed.reduce((sum, one) => sum + one.answers.length, -excluded)
  const until = agreed
    .flatMap(({ decided }) => decided?.on ?? [])
    .toSorted()
    .at(-1)
  return count > 0 && until ? { count, until } : null
}

/** What was told at this ending and before. */
function toldUntil(endings: readonly Publication[], { ending }: Publication): readonly Told[] {
  return endings.flatMap(one => (one.told && one.ending <= ending ? [one.told] : []))
}

function sharesByChannel(told: readonly Told[]): readonly ChannelShare[] {
  const all = told.flatMap(one => one.channels)
  const used = channels.filter(name => all.some(({ channel }) => channel === name))
  const total = all.reduce<number>((sum, { count }) => sum + (count ?? Number.NaN), 0)
  return used.map(channel => {
    const own = all.filter(one => one.channel === channel)
    const share = own.reduce((sum, { count }) => sum + (count ?? 0), 0) / total
    return { channel, share: Number.isNaN(share) ? null : share }
  })
}

async function publicTrend(store: Store, round: Round): Promise<readonly PublicTrendPoint[]> {
  const codesOf = ({ units }: Round) =>
    units
      .map(({ code }) => code)
      .sort()
      .join()
  const points: PublicTrendPoint[] = []
  const all = await store.all(publications)
  for (const other of (await store.all(rounds)).toSorted(byAge)) {
    if (other.form.name !== round.form.name) continue
    const endings = all.filter(one => one.round === other.id).toSorted((a, b) => a.ending - b.ending)
    const last = endings.at(-1)
    if (!last) continue
    const { total } = publishedResults(other, toldUntil(endings, last))
    points.push({ round: other, isAlike: codesOf(other) === codesOf(round), total })
  }
  return points
}
