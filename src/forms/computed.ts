import type { Surroundings, Values } from './expression.ts'
import { isEmpty } from './expression-values.ts'
import type { ExpressionQuestion, FormTree } from './form.ts'

interface Computed {
  readonly name: string
  readonly compute: (values: Values, around: Surroundings) => unknown
}

/**
 * Compiles a form's calculated values and expression questions to one step that puts them beside the answers. Values
 * that rest on each other settle in at most as many rounds as there are of them; circles stop there.
 */
export function computedOf(tree: FormTree): ((answers: Values, around: Surroundings) => Values) | undefined {
  const computed: readonly Computed[] = [
    ...tree.calculated.map(({ name, expression }) => ({ name, compute: expression.run })),
    ...tree.questions.flatMap(question =>
      question.type === 'expression' ? [computedQuestion(question)] : [],
    ),
  ]
  if (computed.length === 0) return undefined
  return (answers, around) => {
    const values: Record<string, unknown> = { ...answers }
    for (const { name } of computed) delete values[name]
    for (let round = 0; round <= computed.length; round++) {
      let changed = false
      for (const { name, compute } of computed) {
        const value = compute(values, around)
        if (Object.is(values[name], value)) continue
        changed = true
        values[name] = value
      }
      if (!changed) break
    }
    return values
  }
}

/** Worked out on read-only pages too; survey-core leaves it out there, depending on the order of its events. */
function computedQuestion({ name, expression, precision }: ExpressionQuestion): Computed {
  return {
    name,
    compute: (values, around) => {
      const value = expression.run(values, around)
      if (value === Number.POSITIVE_INFINITY || isEmpty(value)) return undefined
      return precision >= 0 && typeof value === 'number' ? Number.parseFloat(value.toFixed(precision)) : value
    },
  }
}
