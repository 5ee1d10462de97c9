import { type Field, type FieldName, fields, type Section } from './fields.ts'
import type { Sheet } from './sheet.ts'

/** What hardly changes from year to year is offered again; sums and counts are of their year alone. */
const offeredSections: readonly Section[] = ['cadre', 'leadership', 'council', 'groups']

/** Last year's entries for sections of which this year says nothing yet; they count only once they are saved. */
export function offeredFor(sheet: Sheet, before: Sheet | undefined): Partial<Record<FieldName, string>> {
  if (!before) return {}
  const empty = (section: Section) =>
    fields.every(field => field.section !== section || sheet.values[field.name] === undefined)
  const offered = fields.filter(({ section }) => offeredSections.includes(section) && empty(section))
  return Object.fromEntries(
    offered.flatMap((field): [string, string][] => {
      const typed = typedValue(before, field)
      return typed === undefined ? [] : [[field.name, typed]]
    }),
  )
}

/** A kept value as the page's controls hold it. */
export function typedValue({ values }: Sheet, { name }: Pick<Field, 'name'>): string | undefined {
  const value = values[name]
  if (value === undefined) return undefined
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}
