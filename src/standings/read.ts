import { type GradeInForce, inForce } from '../ratings/in-force.ts'
import type { Rating } from '../ratings/rating.ts'
import { ratings } from '../ratings/store.ts'
import { type YearlyReviews, yearlyReviews } from '../ratings/yearly.ts'
import type { Reading } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import { isToHandOver, type OffReason, type Plaque, whyOff } from './plaque.ts'
import { plaques } from './store.ts'

export interface PlaqueRow {
  readonly rating: Rating
  /** The one that hangs or hung; none while it is to be handed over. */
  readonly plaque: Plaque | undefined
  readonly status: 'toHandOver' | 'toTakeOff' | 'hanging' | 'off'
  /** Why it has to come off. */
  readonly due: OffReason | undefined
  readonly reviews: YearlyReviews
}

/** The day, and the zone in which moments fall on days. */
interface Days {
  readonly today: PlainDate
  readonly zone: string
}

/** Every certificate with its plaque, of all cycles: what is to be handed over first, what hung long ago last. */
export async function plaqueRows(
  from: Reading,
  { today, zone }: Days,
  sees: (community: string) => boolean,
): Promise<readonly PlaqueRow[]> {
  const seen = (await from.all(ratings)).filter(rating => sees(rating.community))
  const held = inForce(newestFirst(seen), today)
  const hung = new Map<string, Plaque[]>()
  for (const plaque of await from.all(plaques))
    hung.set(plaque.rating, [...(hung.get(plaque.rating) ?? []), plaque])
  const rows = seen.flatMap(rating =>
    rowsOf(rating, held.get(rating.community) ?? null, hung.get(rating.id) ?? [], { today, zone }),
  )
  const order: readonly PlaqueRow['status'][] = ['toHandOver', 'toTakeOff', 'hanging', 'off']
  return rows.sort(
    (a, b) =>
      order.indexOf(a.status) - order.indexOf(b.status) || (a.rating.community < b.rating.community ? -1 : 1),
  )
}

function rowsOf(
  rating: Rating,
  held: GradeInForce | null,
  own: readonly Plaque[],
  { today, zone }: Days,
): readonly PlaqueRow[] {
  const reviews = yearlyReviews(rating, today, zone, held !== null && held.cycle !== rating.cycle)
  const rows = own.map((plaque): PlaqueRow => {
    const due = plaque.takenOff ? undefined : whyOff(plaque, rating, held, today)
    return { rating, plaque, due, reviews, status: plaque.takenOff ? 'off' : due ? 'toTakeOff' : 'hanging' }
  })
  const missing: PlaqueRow = { rating, plaque: undefined, due: undefined, reviews, status: 'toHandOver' }
  return isToHandOver(rating, held, own) ? [...rows, missing] : rows
}

export function newestFirst(all: readonly Rating[]): readonly Rating[] {
  return all.toSorted((a, b) => (a.cycle < b.cycle ? 1 : a.cycle > b.cycle ? -1 : 0))
}
