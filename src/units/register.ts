import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Author, Store, Writing } from '../shared/store/port.ts'
import { applyEvent, type UnitEvent } from './events.ts'
import { type ImportPlan, planImport, unitColumns } from './import.ts'
import { readTable } from './spreadsheet.ts'
import { marks, readTree, unitEvents, units } from './store.ts'

/** Checks a units file against what is stored; changes nothing. */
export async function planUnits(store: Store, bytes: Uint8Array): Promise<ImportPlan | Refusal> {
  const rows = await readTable(bytes, unitColumns)
  return isRefusal(rows) ? rows : planImport(rows, await readTree(store))
}

/** Imports a units file whole, or, when anything in it is wrong, not at all. The plan says which. */
export async function importUnits(
  store: Store,
  by: Author,
  bytes: Uint8Array,
  { sample = false } = {},
): Promise<ImportPlan | Refusal> {
  const rows = await readTable(bytes, unitColumns)
  if (isRefusal(rows)) return rows
  return store.write(by, async tx => {
    const plan = planImport(rows, await readTree(tx))
    if (plan.faults.length > 0) return plan
    for (const unit of plan.added) await tx.add(units, unit)
    for (const unit of plan.updated) await tx.change(units, unit.id, () => unit)
    if (sample) await markSample(tx)
    return plan
  })
}

async function markSample(tx: Writing): Promise<void> {
  if (!(await tx.find(marks, 'sample'))) await tx.add(marks, { id: 'sample' })
}

/** Records a merger, a split, an opening or a closing, and sets the dates of the units it is about. */
export async function recordEvent(store: Store, by: Author, event: UnitEvent): Promise<UnitEvent | Refusal> {
  return store.write(by, async tx => {
    const changed = applyEvent(await readTree(tx), event)
    if (isRefusal(changed)) return changed
    for (const unit of changed) await tx.change(units, unit.id, () => unit)
    return tx.add(unitEvents, event)
  })
}
