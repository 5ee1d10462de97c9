import type { z } from 'zod'
import { computedOf } from './computed.ts'
import { type PageShape, type SurveyShape, surveySchema } from './definition-shapes.ts'
import { type FormFault, faultAt, type Path } from './fault.ts'
import type { Form, FormTree, Question } from './form.ts'
import { readTree } from './reading.ts'
import { personFaults } from './scope.ts'
import { compileValidator } from './validator.ts'
import { faultWords, filled } from './words.ts'

export type CompiledForm = { readonly form: Form } | { readonly faults: readonly FormFault[] }

const deepest = 40

/**
 * Compiles a SurveyJS definition (the subset of docs/forms.md) once, for any number of answers. `name` is used where the
 * definition has none of its own. All faults are listed together.
 */
export function compileForm(json: unknown, name = 'form'): CompiledForm {
  if (isDeeperThan(json, deepest)) return { faults: [faultAt([], faultWords.deep)] }
  const persons = personFaults(json)
  const parsed = surveySchema.safeParse(json)
  if (!parsed.success)
    return { faults: [...persons, ...parsed.error.issues.flatMap(issue => faultsOf(issue))] }
  const read = readTree(withPages(parsed.data), name)
  const faults = [...persons, ...read.faults]
  return faults.length > 0 ? { faults } : { form: formOf(read.tree) }
}

function formOf(tree: FormTree): Form {
  const byName = new Map<string, Question>(tree.questions.map(question => [question.name, question]))
  return {
    ...tree,
    question: name => byName.get(name),
    values: computedOf(tree) ?? (answers => answers),
    validate: compileValidator(tree),
  }
}

/** Elements at the root are one page. */
function withPages(survey: SurveyShape): SurveyShape & { readonly pages: readonly PageShape[] } {
  const root = survey.elements ?? survey.questions
  return { ...survey, pages: survey.pages ?? [{ elements: root ?? [] }] }
}

function isDeeperThan(json: unknown, depth: number): boolean {
  if (typeof json !== 'object' || json === null) return false
  return depth === 0 || Object.values(json).some(inner => isDeeperThan(inner, depth - 1))
}

/** zod's issues as faults; of a union that did not match, the issues of the closest alternative. */
function faultsOf(issue: z.core.$ZodIssue, above: Path = []): readonly FormFault[] {
  const path = [...above, ...issue.path]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => faultAt([...path, key], filled(faultWords.unknownKey, { key })))
    case 'invalid_union': {
      if (issue.discriminator) return [faultAt(path, faultWords.unknownType)]
      const closest = issue.errors.toSorted((a, b) => depthOf(b) - depthOf(a))[0] ?? []
      if (depthOf(closest) > 0 || closest.some(inner => inner.code === 'unrecognized_keys'))
        return closest.flatMap(inner => faultsOf(inner, path))
      return [faultAt(path, filled(faultWords.badValue, { detail: issue.message }))]
    }
    case 'custom':
      if (issue.params?.own === 'regex') return [faultAt(path, faultWords.regex)]
      return [faultAt(path, filled(faultWords.badValue, { detail: issue.message }))]
    default:
      return [faultAt(path, filled(faultWords.badValue, { detail: issue.message }))]
  }
}

function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map(issue => issue.path.length))
}
