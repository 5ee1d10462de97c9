import type { Reading } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import type { Inspection } from './inspection.ts'
import { sum } from './sheet.ts'
import { inspections } from './store.ts'

export interface InspectionFigures {
  readonly inspected: number
  /** Mean of the concluded inspections' points, 0 to 100; `undefined` when there was none. */
  readonly mean: number | undefined
}

/** Of the concluded inspections of meetings from one day to another, both included. */
export function inspectionFigures(
  all: readonly Inspection[],
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): InspectionFigures {
  const means = all.flatMap(({ on, concluded }) =>
    concluded && from <= on && on <= to ? [concluded.mean] : [],
  )
  const mean = means.length === 0 ? undefined : Math.round((sum(means) / means.length) * 100) / 100
  return { inspected: means.length, mean }
}

/** The figures of a unit's own meetings. */
export async function readInspectionFigures(
  from: Reading,
  unit: string,
  period: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<InspectionFigures> {
  return inspectionFigures(await from.list(inspections, 'unit', unit), period)
}
