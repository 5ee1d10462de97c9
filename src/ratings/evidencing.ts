import type { Actor } from '../shared/actor.ts'
import type { KeptFiles } from '../shared/files/kept-files.ts'
import { keepAll, type Sent } from '../shared/files/sent.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Desk } from './desk.ts'
import { attach, attachingAs, type Evidence, isShown } from './evidence.ts'
import { ratingId } from './rating.ts'
import { no } from './refusals.ts'
import { itemOf } from './rubric.ts'
import { evidence, ratings } from './store.ts'

export type EvidenceDesk = ReturnType<typeof evidenceDesk>

/** Where evidence is added, taken back and read. */
export function evidenceDesk({ store, now, newId }: Kit, desk: Desk, files: KeptFiles) {
  /** Adds files to an item: all of them, or none when one is refused. */
  async function add(actor: Actor, cycle: string, community: string, item: string, sent: readonly Sent[]) {
    const opened = await desk.open(actor, cycle, community)
    if (isRefusal(opened)) return opened
    const { hand } = opened
    const limits = hand.rubric.evidence
    if (!itemOf(hand.rubric, item)) return no.unknownItem({ item })
    const level = attachingAs(opened.rating, hand)
    if (!level) return no.evidenceClosed()
    const kept = await keepAll(files, sent, limits)
    if (isRefusal(kept)) return kept
    const where = { rating: opened.rating.id, community, item }
    const by = { at: now(), by: hand.by.id, byName: hand.by.name, level }
    return store.write(actor.id, async tx => {
      if (attachingAs(await tx.get(ratings, opened.rating.id), hand) !== level) return no.evidenceClosed()
      const added: Evidence[] = []
      for (const each of kept) {
        const file: Evidence = { id: newId(), ...where, ...each, ...by }
        const there = await tx.list(evidence, 'rating', opened.rating.id)
        const taken = attach(file, there, limits)
        if (isRefusal(taken)) return taken
        added.push(taken === file ? await tx.add(evidence, file) : taken)
      }
      return added
    })
  }

  /** Takes a file back. Its record stays, with who took it back. */
  async function takeBack(
    actor: Actor,
    cycle: string,
    community: string,
    id: string,
  ): Promise<Evidence | Refusal> {
    const opened = await desk.open(actor, cycle, community)
    if (isRefusal(opened)) return opened
    const { hand } = opened
    return store.write(actor.id, async tx => {
      const file = await tx.find(evidence, id)
      if (!file || file.rating !== opened.rating.id || !isShown(file)) return no.unknownFileId()
      const level = attachingAs(await tx.get(ratings, opened.rating.id), hand)
      if (!level) return no.evidenceClosed()
      if (file.level !== level) return no.notYourFile()
      const removed = { at: now(), by: hand.by.id, byName: hand.by.name }
      return tx.change(evidence, id, each => ({ ...each, removed }))
    })
  }

  async function read(actor: Actor, cycle: string, community: string, id: string, thumbnail: boolean) {
    const opened = await desk.open(actor, cycle, community)
    if (isRefusal(opened)) return opened
    const file = await store.find(evidence, id)
    if (!file || file.rating !== ratingId(cycle, community) || !isShown(file)) return no.unknownFileId()
    const bytes = await files.read(file.hash, thumbnail && file.kind === 'jpeg' ? 'thumb' : file.kind)
    return bytes ? { file, bytes } : no.unknownFileId()
  }

  async function of(rating: string): Promise<readonly Evidence[]> {
    return (await store.list(evidence, 'rating', rating)).filter(isShown)
  }

  /** How often the same content is shown for other items or other associations, by hash: a question for whoever scores. */
  async function elsewhere(shown: readonly Evidence[]): Promise<ReadonlyMap<string, number>> {
    const counts = shown.map(async ({ hash, item, rating }) => {
      const same = (await store.list(evidence, 'hash', hash)).filter(isShown)
      return [hash, same.filter(each => each.rating !== rating || each.item !== item).length] as const
    })
    return new Map(await Promise.all(counts))
  }

  return { add, takeBack, read, of, elsewhere }
}
