import { type FormFault, faultAt } from './fault.ts'
import type { FormTree } from './form.ts'
import { faultWords, filled } from './words.ts'

/** Computed values that rest on themselves, directly or through others: they never settle. */
export function circles(tree: FormTree): readonly FormFault[] {
  const computed = [
    ...tree.calculated.map(({ name, expression }) => ({
      name,
      expression,
      place: ['calculatedValues', name],
    })),
    ...tree.questions.flatMap(question =>
      question.type === 'expression'
        ? [{ name: question.name, expression: question.expression, place: [question.place, 'expression'] }]
        : [],
    ),
  ]
  const byName = new Map(computed.map(({ name, expression }) => [name.toLowerCase(), expression.names]))
  const reaches = (from: string, goal: string, seen: ReadonlySet<string>): boolean =>
    (byName.get(from) ?? []).map(baseName).some(next => {
      if (next === goal) return true
      return byName.has(next) && !seen.has(next) && reaches(next, goal, new Set([...seen, next]))
    })
  return computed
    .filter(({ name }) => reaches(name.toLowerCase(), name.toLowerCase(), new Set()))
    .map(({ name, place }) => faultAt(place, filled(faultWords.circle, { name })))
}

/** The question or value that `m.row` or `list[0]` is a part of. */
function baseName(name: string): string {
  return (name.split(/[.[]/, 1)[0] ?? name).toLowerCase()
}
