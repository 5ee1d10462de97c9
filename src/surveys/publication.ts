import type { Store } from '../shared/store/port.ts'
import { channels } from './answer.ts'
import { countedOf } from './counting.ts'
import { type PublishedResults, publishedResults } from './published.ts'
import type { Round } from './round.ts'
import { answersByChannel, type Counts } from './tally.ts'

/** What is published of a closed round. */
export interface Publication {
  readonly results: PublishedResults
  readonly channels: readonly ChannelShare[]
  /** Whether all answers came online, from people who chose to answer. */
  readonly onlineOnly: boolean
  /** How many answers two people decided to leave out. */
  readonly excluded: number
}

/** `share` 0 to 1 of all answers; null for each where one channel brought few. */
interface ChannelShare {
  readonly channel: (typeof channels)[number]
  readonly share: number | null
}

export async function publicationOf(store: Store, round: Round): Promise<Publication> {
  const counted = await countedOf(store, round.id)
  const shares = sharesByChannel(round, counted.counted)
  return {
    results: publishedResults(round, round.units, counted, round.form.overall),
    channels: shares,
    onlineOnly: shares.length > 0 && shares.every(({ channel }) => channel === 'online'),
    excluded: counted.excluded,
  }
}

function sharesByChannel({ units, standard }: Round, counts: Counts): readonly ChannelShare[] {
  const used = channels
    .map(channel => ({
      channel,
      count: units.reduce((sum, { code }) => sum + answersByChannel(counts, code, channel), 0),
    }))
    .filter(({ count }) => count > 0)
  const total = used.reduce((sum, { count }) => sum + count, 0)
  const isTold = used.every(({ count }) => count >= standard.smallCell)
  return used.map(({ channel, count }) => ({ channel, share: isTold ? count / total : null }))
}
