import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { type Appeal, appealUntil, decideAppeal, fileAppeal } from './appeal.ts'
import { reopen } from './award.ts'
import type { Desk, Opened, RatingParts } from './desk.ts'
import type { Rating } from './rating.ts'
import { no } from './refusals.ts'
import { appeals, ratings } from './store.ts'
import { tellSettled } from './telling-grade.ts'
import type { Workday } from './workday.ts'

export type AppealDesk = ReturnType<typeof appealDesk>

/** Where appeals are filed and decided. */
export function appealDesk(
  { store, now, zone, publicUrl }: Kit,
  desk: Desk,
  workdays: RatingParts['workdays'],
) {
  /** The last day on which an appeal can be filed; undefined while nothing is decided. */
  async function until({ rating, hand }: Opened): Promise<Workday | undefined> {
    return appealUntil(rating, await workdays(), { rubric: hand.rubric, zone })
  }

  async function file(actor: Actor, cycle: string, community: string, reason: string) {
    const opened = await desk.open(actor, cycle, community)
    if (isRefusal(opened)) return opened
    const { hand } = opened
    const last = (await until(opened))?.date ?? hand.today
    const due = (await workdays())(hand.today, hand.rubric.appeal.decidedWithin).date
    return store.write(actor.id, async tx => {
      const rating = await tx.get(ratings, opened.rating.id)
      const appeal = fileAppeal(
        rating,
        await tx.find(appeals, rating.id),
        reason,
        { until: last, due },
        { ...hand, now: now() },
      )
      return isRefusal(appeal) ? appeal : tx.add(appeals, appeal)
    })
  }

  /** Decides; an appeal that is upheld opens the grade again, in the same command. */
  async function settle(
    actor: Actor,
    cycle: string,
    community: string,
    decision: { readonly upheld: boolean; readonly reason: string },
  ): Promise<Appeal | Refusal> {
    const opened = await desk.open(actor, cycle, community)
    if (isRefusal(opened)) return opened
    const { hand } = opened
    return store.write(actor.id, async tx => {
      const rating = await tx.get(ratings, opened.rating.id)
      const appeal = await tx.find(appeals, rating.id)
      if (!appeal) return no.noAppeal()
      const decided = decideAppeal(rating, appeal, decision, hand)
      if (isRefusal(decided)) return decided
      const reopened: Rating | Refusal = decision.upheld ? reopen(rating, decision.reason, hand) : rating
      if (isRefusal(reopened)) return reopened
      if (reopened !== rating) await tx.change(ratings, rating.id, () => reopened)
      const settled = await tx.change(appeals, appeal.id, () => decided)
      await tellSettled(tx, rating, settled, { now: hand.now, cycle: opened.cycle, publicUrl })
      return settled
    })
  }

  return { file, settle, until, of: (rating: Rating) => store.find(appeals, rating.id) }
}
