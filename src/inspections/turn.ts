import type { PlainDate } from '../shared/time.ts'
import type { Unit } from '../units/unit.ts'
import type { Inspection } from './inspection.ts'

/** A unit with what is known of its inspections. */
export interface Turn {
  readonly unit: Unit
  /** The latest concluded one. */
  readonly last: Inspection | undefined
  readonly times: number
  /** Begun and not concluded. */
  readonly underWay: readonly Inspection[]
}

/** Whose turn it is: those never inspected first, then those whose last inspection is longest ago; equals by code. */
export function turns(units: readonly Unit[], all: readonly Inspection[]): readonly Turn[] {
  const byUnit = new Map<string, Inspection[]>()
  for (const inspection of all) {
    const known = byUnit.get(inspection.unit)
    if (known) known.push(inspection)
    else byUnit.set(inspection.unit, [inspection])
  }
  return units
    .map(unit => {
      const own = byUnit.get(unit.id) ?? []
      const concluded = own.filter(each => each.concluded).sort((a, b) => (a.on < b.on ? 1 : -1))
      const underWay = own.filter(each => !each.concluded)
      return { unit, last: concluded[0], times: concluded.length, underWay }
    })
    .sort((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.unit.id, b.unit.id))
}

function dayOf({ last }: Turn): PlainDate | '' {
  return last?.on ?? ''
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
