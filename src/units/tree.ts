import type { PlainDate } from '../shared/time.ts'
import { isOpenOn, type Level, type Unit } from './unit.ts'

/** All units of a store, looked at from the top. Built once for the same records. */
export interface UnitTree {
  readonly all: readonly Unit[]
  find(code: string): Unit | undefined
  childrenOf(code: string): readonly Unit[]
  /** The unit itself, its parent, and so on up to the district. */
  pathOf(code: string): readonly Unit[]
  /** The unit and everything below it, parents before children. */
  within(code: string): readonly Unit[]
  /** The nearest unit of a level on the way up, itself included. */
  above(code: string, level: Level): Unit | undefined
  ofLevel(level: Level): readonly Unit[]
  /** The one district; undefined before units are imported. */
  readonly district: Unit | undefined
}

export function unitTree(all: readonly Unit[]): UnitTree {
  const byCode = new Map(all.map(unit => [unit.id, unit]))
  const children = new Map<string | null, Unit[]>()
  for (const unit of all) {
    const known = children.get(unit.parent)
    if (known) known.push(unit)
    else children.set(unit.parent, [unit])
  }
  const below = new Map<string, readonly Unit[]>()
  const childrenOf = (code: string): readonly Unit[] => children.get(code) ?? []
  const pathOf = (code: string): readonly Unit[] => {
    const unit = byCode.get(code)
    if (!unit) return []
    return unit.parent === null ? [unit] : [unit, ...pathOf(unit.parent)]
  }
  // Pages ask for the same few again and again while nothing changes.
  const within = (code: string): readonly Unit[] => {
    const known = below.get(code)
    if (known) return known
    const unit = byCode.get(code)
    if (!unit) return []
    const found = [unit, ...childrenOf(code).flatMap(child => within(child.id))]
    below.set(code, found)
    return found
  }
  return {
    all,
    find: code => byCode.get(code),
    childrenOf,
    pathOf,
    within,
    above: (code, level) => pathOf(code).find(unit => unit.level === level),
    ofLevel: level => all.filter(unit => unit.level === level),
    district: all.find(unit => unit.level === 'district'),
  }
}

/** The communities that exist on a day: the denominator that a cycle or a round freezes. */
export function communitiesOn(tree: UnitTree, date: PlainDate): readonly Unit[] {
  return tree.ofLevel('community').filter(unit => isOpenOn(unit, date))
}
