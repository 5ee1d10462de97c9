import type { Text } from '../shared/words.ts'
import { type Target, targets } from './grades.ts'
import type { GateCondition, Rubric, RubricSettings } from './rubric.ts'
import type { settingWords } from './setting-words.ts'

type Value = number | string | readonly (number | string)[]

/** A number of the rubric that is another one in the draft; null where one of the two has none. */
export interface SettingChange {
  readonly setting: keyof typeof settingWords
  readonly from: Value | null
  readonly to: Value | null
}

/** What a gate asks for a grade, in words and as the rule; null where it asks nothing. */
export interface GateChange {
  readonly gate: string
  readonly target: Target
  readonly from: { readonly text: Text; readonly rule: string } | null
  readonly to: { readonly text: Text; readonly rule: string } | null
}

/** The limits, targets and dates that differ, in the order of the file. */
export function settingChanges(old: RubricSettings, draft: RubricSettings): readonly SettingChange[] {
  const [before, after] = [settingsOf(old), settingsOf(draft)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .map(setting => ({ setting, from: before.get(setting) ?? null, to: after.get(setting) ?? null }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
}

/** The gates whose conditions differ, and those that are there on one side only. */
export function gateChanges(old: Pick<Rubric, 'gates'>, draft: Pick<Rubric, 'gates'>): readonly GateChange[] {
  const asked = ({ gates }: Pick<Rubric, 'gates'>, id: string, target: Target) =>
    told(gates.find(gate => gate.id === id)?.conditions[target])
  return [...new Set([...old.gates, ...draft.gates].map(({ id }) => id))].flatMap(gate =>
    targets
      .map(target => ({ gate, target, from: asked(old, gate, target), to: asked(draft, gate, target) }))
      .filter(({ from, to }) => from?.rule !== to?.rule),
  )
}

function told(condition: GateCondition | undefined) {
  return condition ? { text: condition.text, rule: condition.condition.text } : null
}

/** By the path in the file, such as `grades.qualified.totalPercent`. */
function settingsOf(rubric: RubricSettings): ReadonlyMap<SettingChange['setting'], Value> {
  const { total, decimals, grades, shares, year, sample, deadlines } = rubric
  const { notice, appeal, validity, rectification, evidence, nearest } = rubric
  const found = new Map<SettingChange['setting'], Value>()
  const read = (part: object, path: string) => {
    for (const [key, value] of Object.entries(part)) {
      if (value === undefined) continue
      if (typeof value === 'object' && !Array.isArray(value)) read(value, `${path}${key}.`)
      else found.set(`${path}${key}` as SettingChange['setting'], value)
    }
  }
  read({ total, decimals, grades, shares, year, sample, deadlines }, '')
  read({ notice, appeal, validity, rectification, evidence, nearest }, '')
  return found
}
