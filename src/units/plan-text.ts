import { punctuation } from '../shared/punctuation.ts'
import type { Say } from '../shared/words.ts'
import type { ImportPlan } from './import.ts'
import { words } from './words.ts'

/** Every fault as a sentence with its line. */
export function faultLines(plan: ImportPlan, t: Say): string[] {
  return plan.faults.map(fault => t(words.faultAt, { line: fault.line, text: t(fault.text, fault.values) }))
}

/** What a plan without faults does, in one or two sentences. */
export function planText(plan: ImportPlan, t: Say): string {
  const { added, updated, unchanged, kept } = plan
  const planned = t(words.planned, {
    added: added.length,
    updated: updated.length,
    unchanged: unchanged.length,
  })
  if (kept.length === 0) return planned
  const names = kept.map(unit => unit.name).join(t(punctuation.list))
  return `${planned}\n${t(words.kept, { count: kept.length, names })}`
}
