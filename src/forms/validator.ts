import { type Check, checkOf, isBlank } from './checks.ts'
import { computedOf } from './computed.ts'
import type { Surroundings, Values } from './expression.ts'
import { isPlainObject } from './expression-values.ts'
import { type Container, type FormTree, isMet, type Question } from './form.ts'
import type { AnswerError, Data, Verdict } from './verdict.ts'
import { answerError, type ShapeCheck, shapeCheckOf } from './well-formed.ts'

/** What one form needs to check answers, made once. */
interface Plan {
  readonly tree: FormTree
  readonly shapes: ReadonlyMap<string, ShapeCheck>
  readonly checks: ReadonlyMap<Question, Check>
  readonly compute: ReturnType<typeof computedOf>
  readonly computed: readonly { readonly name: string; readonly stored: boolean }[]
  readonly computedNames: ReadonlySet<string>
  readonly commented: ReadonlyMap<string, Question>
}

/**
 * Compiles a form's validator. Its verdict, error types and data equal those of survey-core 3.1.1 (`validate`,
 * `doComplete`) on well-formed answers; ill-formed ones, which survey-core lets through, are refused.
 */
export function compileValidator(tree: FormTree): (answers: unknown, around: Surroundings) => Verdict {
  const plan = planOf(tree)
  return (answers, around) => {
    if (!isPlainObject(answers)) return { valid: false, errors: [answerError('', 'notanobject')], data: {} }
    const illFormed = shapeErrors(plan, answers)
    if (illFormed.length > 0) return { valid: false, errors: illFormed, data: answers }
    const values = plan.compute ? plan.compute(answers, around) : answers
    const walk = new Walk(plan, values, around)
    for (const page of tree.pages) walk.container(page, true, true)
    return {
      valid: walk.errors.length === 0,
      errors: walk.errors,
      data: dataOf(plan, answers, values, walk.hidden),
    }
  }
}

function planOf(tree: FormTree): Plan {
  const answered = tree.questions
  return {
    tree,
    shapes: new Map(answered.map(question => [question.name, shapeCheckOf(question)])),
    checks: new Map(answered.map(question => [question, checkOf(question)])),
    compute: computedOf(tree),
    computed: [
      ...tree.calculated,
      ...answered
        .filter(question => question.type === 'expression')
        .map(({ name }) => ({ name, stored: true })),
    ],
    computedNames: new Set(tree.calculated.map(({ name }) => name)),
    commented: new Map(
      answered.filter(takesComment).map(question => [`${question.name}-Comment`, question] as const),
    ),
  }
}

export function takesComment(question: Question): boolean {
  return question.comment !== undefined || asksOther(question)
}

export function asksOther(question: Question): boolean {
  return 'specials' in question && question.specials.includes('other')
}

function shapeErrors(plan: Plan, answers: Values): readonly AnswerError[] {
  const errors: AnswerError[] = []
  for (const key in answers) {
    const shape = plan.shapes.get(key)
    const error = shape ? shape(answers[key]) : strayError(plan, key, answers[key])
    if (error) errors.push(error)
  }
  return errors
}

function strayError(plan: Plan, key: string, value: unknown): AnswerError | undefined {
  const commented = plan.commented.get(key)
  if (commented) {
    const max = plan.tree.maxCommentLength
    if (value === null || value === undefined) return undefined
    if (typeof value !== 'string') return answerError(commented.name, 'nottext')
    return value.length > max ? answerError(commented.name, 'toolong', { max }) : undefined
  }
  if (plan.computedNames.has(key)) return undefined
  const name = key.endsWith('-Comment') ? key.slice(0, -'-Comment'.length) : undefined
  return name !== undefined && plan.shapes.has(name)
    ? answerError(name, 'unknowncomment', { name })
    : answerError(key, 'unknownquestion', { name: key })
}

/** One pass over pages, panels and questions: what is visible, what is wrong with it, what is hidden. */
class Walk {
  readonly plan: Plan
  readonly values: Values
  readonly around: Surroundings
  readonly errors: AnswerError[] = []
  readonly hidden: Question[] = []

  constructor(plan: Plan, values: Values, around: Surroundings) {
    this.plan = plan
    this.values = values
    this.around = around
  }

  /** Returns how many visible questions are inside, and whether one of them is answered. */
  container(
    container: Container,
    isShown: boolean,
    isEnabled: boolean,
  ): { count: number; answered: boolean } {
    const shown = isShown && isMet(container.visible, this.values, this.around)
    const enabled = isEnabled && isMet(container.enabled, this.values, this.around)
    const inside = { count: 0, answered: false }
    for (const element of container.elements) {
      if (element.kind === 'panel') {
        const { count, answered } = this.container(element, shown, enabled)
        inside.count += count
        inside.answered ||= answered
      } else if (this.question(element, shown, enabled)) {
        inside.count += 1
        inside.answered ||= !isBlank(this.values[element.name])
      }
    }
    const lacksOne =
      shown &&
      enabled &&
      inside.count > 0 &&
      !inside.answered &&
      isMet(container.required, this.values, this.around)
    if (lacksOne)
      this.errors.push(answerError(container.name, 'requireoneanswer', {}, container.requiredErrorText))
    return inside
  }

  /** Returns whether the question is visible. */
  question(question: Question, isShown: boolean, isEnabled: boolean): boolean {
    if (!isShown || !isMet(question.visible, this.values, this.around)) {
      this.hidden.push(question)
      return false
    }
    if (question.type === 'expression' || (isEnabled && isMet(question.enabled, this.values, this.around))) {
      const errors = this.plan.checks.get(question)?.(this.values, this.around)
      if (errors && errors.length > 0) this.errors.push(...errors)
    }
    return true
  }
}

/** What is stored: without answers of hidden questions and comments of an "other" that is not chosen. */
function dataOf(plan: Plan, answers: Values, values: Values, hidden: readonly Question[]): Data {
  const data: Record<string, unknown> = { ...answers }
  for (const { name, stored } of plan.computed) {
    if (stored && values[name] !== undefined) data[name] = values[name]
    else delete data[name]
  }
  for (const [key, question] of plan.commented) {
    if (!(key in data) || !asksOther(question)) continue
    const value = data[question.name]
    const isOther = value === 'other' || (Array.isArray(value) && value.includes('other'))
    if (!isOther && !isNothing(data[key])) delete data[key]
  }
  for (const question of hidden) {
    if (!question.clearHidden) continue
    if (!isNothing(data[question.name])) delete data[question.name]
    const comment = `${question.name}-Comment`
    if (!isNothing(data[comment])) delete data[comment]
  }
  return data
}

/** survey-core leaves an answer that is already nothing as it was sent. */
function isNothing(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
