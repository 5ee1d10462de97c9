import type { Actor } from '../shared/actor.ts'
import type { KeptFiles } from '../shared/files/kept-files.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Writing } from '../shared/store/port.ts'
import { dateOf } from '../shared/time.ts'
import { rolesOver } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import type { Cycle } from './cycle.ts'
import { afterCheck } from './decision.ts'
import { drawSpotCheck } from './drawing.ts'
import { type ComputedFigures, type FiguresOf, figuresNamed } from './figures.ts'
import { type GradeInForce, inForce } from './in-force.ts'
import { lacksObjectTo } from './object-to.ts'
import { openYear } from './opening.ts'
import { parseRubric } from './parse-rubric.ts'
import { type Hand, mayDo, refreshed } from './perform.ts'
import { type Earlier, earlierOf } from './prefill.ts'
import { type Rating, ratingId } from './rating.ts'
import { openRectifications } from './rectifying.ts'
import { no } from './refusals.ts'
import type { Rubric } from './rubric.ts'
import type { Action } from './steps.ts'
import { ratingCycles, ratings, rubrics } from './store.ts'
import { tellDecided, tellNotice } from './telling.ts'
import { tellGrade } from './telling-grade.ts'
import { caughtUp, hasRunOut } from './upkeep.ts'
import { words } from './words.ts'
import type { Workday, Workdays } from './workday.ts'

/** What the root passes in: figures that other rooms compute, the calendar of workdays, and the rubric's file. */
export interface DeskParts {
  readonly figuresOf: FiguresOf
  readonly workdays: () => Promise<Workdays>
  readonly rubricJson: () => Promise<unknown>
}

export interface RatingParts extends DeskParts {
  /** Where the bytes of evidence are. */
  readonly files: KeptFiles
}

/** A rating with everything that its pages and its rules need beside it. */
export interface Opened {
  readonly cycle: Cycle
  readonly rating: Rating
  readonly hand: Hand
  /** The grade that holds today, of this cycle or an earlier one. */
  readonly held: GradeInForce | null
  /** What the association said in the cycle before, to be offered again. */
  readonly earlier: Earlier | undefined
  readonly zone: string
}

export type Desk = ReturnType<typeof ratingDesk>

/** Where ratings are read and changed; the web, the chat and the command line all come here. */
export function ratingDesk(kit: Kit, parts: DeskParts) {
  const { store } = kit
  const read = new Map<string, Rubric>()
  const today = () => dateOf(kit.now(), kit.zone)

  /** The rubric of a cycle, compiled once. */
  async function rubricOf(cycle: Cycle): Promise<Rubric> {
    const known = read.get(cycle.rubric)
    if (known) return known
    const parsed = parseRubric((await store.get(rubrics, cycle.rubric)).json)
    if ('faults' in parsed) throw new Error(`The rubric ${cycle.rubric} can no longer be read`)
    read.set(cycle.rubric, parsed.rubric)
    return parsed.rubric
  }

  function handOf(actor: Actor, tree: UnitTree, community: string, rubric: Rubric): Hand {
    return {
      by: actor,
      roles: rolesOver(actor, tree, community),
      now: kit.now(),
      today: today(),
      rubric,
    }
  }

  async function figuresFor(tree: UnitTree, community: string, cycle: Cycle): Promise<ComputedFigures> {
    const rubric = await rubricOf(cycle)
    const { overdueDays } = rubric.rectification
    const asOf = today()
    const residents = tree.find(community)?.population
    const known = residents === undefined ? {} : { residents: { value: residents, asOf, link: '/units' } }
    const { starts, ends } = cycle
    const told = await parts.figuresOf({ community, starts, ends, asOf, overdueDays })
    return figuresNamed({ ...known, ...told }, rubric.figures)
  }

  /** One rating as the actor may see it, its figures up to date. */
  async function open(actor: Actor, cycleId: string, community: string): Promise<Opened | Refusal> {
    const cycle = await store.find(ratingCycles, cycleId)
    if (!cycle) return no.unknownCycle({ cycle: cycleId })
    const rating = await store.find(ratings, ratingId(cycleId, community))
    if (!rating) return no.unknownRating({ cycle: cycleId })
    const tree = await readTree(store)
    const hand = handOf(actor, tree, community, await rubricOf(cycle))
    if (hand.roles.length === 0) return no.outOfScope()
    const own = await store.list(ratings, 'community', community)
    const past = own.filter(each => each.cycle <= cycleId)
    const held = inForce(past.toReversed(), hand.today).get(community) ?? null
    const fresh = refreshed(rating, await figuresFor(tree, community, cycle))
    return { cycle, hand, rating: fresh, held, earlier: earlierOf(rating, own), zone: kit.zone }
  }

  /** Runs a rule on a rating within one command; what follows from it happens in the same one. */
  async function change(
    actor: Actor,
    cycleId: string,
    community: string,
    rule: (rating: Rating, hand: Hand) => Rating | Refusal,
  ): Promise<Rating | Refusal> {
    const opened = await open(actor, cycleId, community)
    if (isRefusal(opened)) return opened
    const { hand } = opened
    const { figures } = opened.rating
    const after = await parts.workdays()
    return store.write(actor.id, async tx => {
      const changed = await tx.change(ratings, opened.rating.id, rating =>
        rule(refreshed(rating, figures), hand),
      )
      return isRefusal(changed) ? changed : consequences(tx, changed, hand, opened.cycle, after)
    })
  }

  async function consequences(
    tx: Writing,
    changed: Rating,
    hand: Hand,
    cycle: Cycle,
    after: Workdays,
  ): Promise<Rating | Refusal> {
    const asked = await openRectifications(tx, changed, hand, kit)
    if (isRefusal(asked)) return asked
    await tellDecided(tx, changed, asked, { ...hand, publicUrl: kit.publicUrl })
    await tellResult(tx, changed, hand, cycle, after)
    if (changed.history.at(-1)?.action !== 'verify') return changed
    const others = await tx.list(ratings, 'cycle', changed.cycle)
    const { verified, recalled } = afterCheck(changed, others, hand, words.inflatedReason['zh-CN'])
    for (const rating of recalled) await tx.change(ratings, rating.id, () => rating)
    return verified === changed ? changed : tx.change(ratings, changed.id, () => verified)
  }

  /** Tells the association what is proposed in public, and what became final. */
  async function tellResult(tx: Writing, changed: Rating, hand: Hand, cycle: Cycle, after: Workdays) {
    await tellNotice(tx, changed, { ...hand, cycle, publicUrl: kit.publicUrl })
    await tellGrade(tx, changed, { ...hand, cycle, after, zone: kit.zone, publicUrl: kit.publicUrl })
  }

  /** Does the same to every rating of the cycle for which the actor may do it now; how many that were, or why none. */
  async function changeAll(
    actor: Actor,
    cycleId: string,
    action: Action,
    rule: (rating: Rating, hand: Hand) => Rating | Refusal,
  ): Promise<number | Refusal> {
    const cycle = await store.find(ratingCycles, cycleId)
    if (!cycle) return no.unknownCycle({ cycle: cycleId })
    const rubric = await rubricOf(cycle)
    const tree = await readTree(store)
    const after = await parts.workdays()
    return store.write(actor.id, async tx => {
      let count = 0
      let refused: Refusal | undefined
      for (const rating of await tx.list(ratings, 'cycle', cycleId)) {
        const hand = handOf(actor, tree, rating.community, rubric)
        if (!mayDo(rating, hand).includes(action)) continue
        const changed = rule(rating, hand)
        if (isRefusal(changed)) {
          refused = changed
          continue
        }
        await tx.change(ratings, rating.id, () => changed)
        await tellResult(tx, changed, hand, cycle, after)
        count += 1
      }
      return count === 0 && refused ? refused : count
    })
  }

  /**
   * The last day of a notice that begins today, by the rubric's number of workdays, or why none may begin; read before a
   * command begins.
   */
  async function noticeEnd(cycleId: string): Promise<(hand: Hand) => Workday | Refusal> {
    const after = await parts.workdays()
    const cycle = await store.find(ratingCycles, cycleId)
    if (cycle && lacksObjectTo(cycle)) return () => no.objectToMissing()
    return ({ rubric }) => after(today(), rubric.notice.workdays)
  }

  /**
   * What the clock does with a rating, for the district: lets a grade that has run out expire, or brings the figures of
   * one that is still moving up to today. Nothing is written when nothing is news.
   */
  async function keepUp(
    cycleId: string,
    community: string,
    expire: (rating: Rating, hand: Hand) => Rating | Refusal,
  ): Promise<Rating | Refusal> {
    const cycle = await store.get(ratingCycles, cycleId)
    const id = ratingId(cycleId, community)
    const rating = await store.get(ratings, id)
    const by = { id: 'clock', name: words.clock['zh-CN'] }
    const hand: Hand = {
      by,
      roles: ['district'],
      now: kit.now(),
      today: today(),
      rubric: await rubricOf(cycle),
    }
    if (hasRunOut(rating, hand.today))
      return store.write(by.id, tx => tx.change(ratings, id, each => expire(each, hand)))
    const figures = await figuresFor(await readTree(store), community, cycle)
    if (caughtUp(rating, figures, hand) === rating) return rating
    return store.write(by.id, tx => tx.change(ratings, id, each => caughtUp(each, figures, hand)))
  }

  return {
    ...{ open, change, changeAll, keepUp, rubricOf, today, noticeEnd, zone: kit.zone },
    /** Opens the cycle of a year; see `openYear`. */
    openYear: (by: { readonly id: string }, year: number) =>
      openYear({ ...kit, today }, parts.rubricJson, by, year),
    /** Draws the spot check; see `drawSpotCheck`. */
    draw: (actor: Actor, cycleId: string, seed: string) =>
      drawSpotCheck({ ...kit, today, rubricOf }, actor, cycleId, seed),
  }
}
