import type { PlainDate } from '../shared/time.ts'
import { isOpenOn, type Level, type Unit } from './unit.ts'

/** All units of a store, looked at from the top. Built once a request from the records. */
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
  for (const unit of all) children.set(unit.parent, [...(children.get(unit.parent) ?? []), unit])
  const childrenOf = (code: string): readonly Unit[] => children.get(code) ?? []
  const pathOf = (code: string): readonly Unit[] => {
    const unit = byCode.get(code)
    if (!unit) return []
    return unit.parent === null ? [unit] : [unit, ...pathOf(unit.parent)]
  }
  const within = (code: string): readonly Unit[] => {
    const unit = byCode.get(code)
    return unit ? [unit, ...childrenOf(code).flatMap(child => within(child.id))] : []
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
