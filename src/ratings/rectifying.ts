import type { FollowUp } from '../followups/follow-up.ts'
import { openFollowUp } from '../followups/ledger.ts'
import { followUps } from '../followups/store.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Reading, Writing } from '../shared/store/port.ts'
import type { Hand } from './perform.ts'
import type { Rating } from './rating.ts'
import { itemOf } from './rubric.ts'
import type { Action } from './steps.ts'
import { words } from './words.ts'

/** With these decisions what a level wrote down for rectification goes into the ledger. */
function decidedOn(rating: Rating, action: Action | undefined) {
  if (action === 'accept' || action === 'return') return rating.subdistrictReview?.rectifications
  return action === 'verify' || action === 'sendBack' ? rating.districtReview?.rectifications : undefined
}

/**
 * Puts the rectifications of the level that has just decided into the ledger: the association's to do, closed when the
 * level above confirms. An item that is open in the ledger already is not opened twice. Whoever decides tells of all of them at once.
 */
export async function openRectifications(
  tx: Writing,
  rating: Rating,
  hand: Hand,
  { zone, newId, publicUrl }: Pick<Kit, 'zone' | 'newId' | 'publicUrl'>,
): Promise<readonly FollowUp[] | Refusal> {
  const all: FollowUp[] = []
  const rectifications = decidedOn(rating, rating.history.at(-1)?.action) ?? {}
  const open = (await rectificationsOf(tx, rating)).filter(({ state }) => state !== 'closed')
  for (const [id, { measure, due }] of Object.entries(rectifications)) {
    const source = { kind: 'rating' as const, id: sourceId(rating, id), title: titleOf(rating, id) }
    if (open.some(each => each.source.id === source.id)) continue
    const title = itemOf(hand.rubric, id)?.title['zh-CN'] ?? ''
    const asked = { id: newId(), source, owner: rating.community, what: `${id} ${title}：${measure}`, due }
    const told = { by: hand.by.id, at: hand.now, zone, publicUrl, toldApart: true }
    const opened = await openFollowUp(tx, asked, told)
    if (isRefusal(opened)) return opened
    all.push(opened)
  }
  return all
}

/** What the ledger holds of a rating's rectifications. */
export async function rectificationsOf(from: Reading, rating: Rating): Promise<readonly FollowUp[]> {
  const own = await from.list(followUps, 'owner', rating.community)
  return own.filter(({ source }) => source.kind === 'rating' && source.id.startsWith(`${rating.id}:`))
}

/** The item that a follow-up of a rating is about. */
export function itemConcerned({ source }: FollowUp): string {
  return source.id.slice(source.id.lastIndexOf(':') + 1)
}

function sourceId(rating: Rating, item: string): string {
  return `${rating.id}:${item}`
}

function titleOf(rating: Rating, item: string): string {
  return `${words.cycleTitle['zh-CN'].replace('{year}', rating.cycle)} ${item}`
}
