import { z } from 'zod'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { plainDateSchema } from '../shared/time.ts'
import type { Text } from '../shared/words.ts'
import { no } from './refusals.ts'
import type { UnitTree } from './tree.ts'
import { isOpenOn, type Unit, unitCodeSchema } from './unit.ts'
import { words } from './words.ts'

export const eventKinds = ['opened', 'closed', 'merged', 'split'] as const
export type EventKind = (typeof eventKinds)[number]

/** A dated change of the district's map: `from` end on `date`, `to` begin on it. */
export const unitEventSchema = z
  .object({
    id: z.string(),
    kind: z.enum(eventKinds),
    date: plainDateSchema,
    from: z.array(unitCodeSchema).readonly(),
    to: z.array(unitCodeSchema).readonly(),
  })
  .readonly()
export type UnitEvent = z.infer<typeof unitEventSchema>

export function eventName(kind: EventKind): Text {
  switch (kind) {
    case 'opened':
      return words.eventOpened
    case 'closed':
      return words.eventClosed
    case 'merged':
      return words.eventMerged
    case 'split':
      return words.eventSplit
  }
}

/** The units as they are after an event: ended ones with their last day, begun ones with their first. */
export function applyEvent(tree: UnitTree, event: UnitEvent): readonly Unit[] | Refusal {
  const needed = needs(event.kind)
  if (!fits(event.from.length, needed.from) || !fits(event.to.length, needed.to)) {
    return no.eventNeedsUnits({ kind: eventName(event.kind), ...needed })
  }
  const ended: Unit[] = []
  for (const code of event.from) {
    const unit = endable(tree, code, event)
    if (isRefusal(unit)) return unit
    if (event.to.includes(code)) continue
    ended.push({ ...unit, closed: event.date })
  }
  const begun: Unit[] = []
  for (const code of event.to) {
    const unit = tree.find(code)
    if (!unit) return no.unknownUnit({ code })
    // A community that takes in another, or gives up a part, goes on under its own code and date.
    if (event.from.includes(code)) continue
    begun.push({ ...unit, opened: event.date })
  }
  const levels = new Set([...event.from, ...event.to].map(code => tree.find(code)?.level))
  if (levels.size > 1) return no.levelsDiffer()
  return [...ended, ...begun]
}

type Needed = '0' | '1' | '≥ 1' | '≥ 2'

function needs(kind: EventKind): { readonly from: Needed; readonly to: Needed } {
  switch (kind) {
    case 'opened':
      return { from: '0', to: '≥ 1' }
    case 'closed':
      return { from: '≥ 1', to: '0' }
    case 'merged':
      return { from: '≥ 2', to: '1' }
    case 'split':
      return { from: '1', to: '≥ 2' }
  }
}

function fits(count: number, needed: Needed): boolean {
  return needed.startsWith('≥') ? count >= Number(needed.slice(2)) : count === Number(needed)
}

function endable(tree: UnitTree, code: string, event: UnitEvent): Unit | Refusal {
  const unit = tree.find(code)
  if (!unit) return no.unknownUnit({ code })
  if (unit.closed) return no.alreadyClosed({ name: unit.name, date: unit.closed })
  const open = tree
    .childrenOf(code)
    .filter(child => isOpenOn(child, event.date) && !event.from.includes(child.id))
  if (open.length > 0 && !event.to.includes(code)) {
    return no.hasOpenUnits({ name: unit.name, count: open.length })
  }
  return unit
}
