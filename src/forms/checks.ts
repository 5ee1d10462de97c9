import type { Surroundings, Values } from './expression.ts'
import { isEmpty, isNumeric, numberOf } from './expression-values.ts'
import { isMet, type MatrixQuestion, type Question, type TextQuestion, type Validator } from './form.ts'
import type { AnswerError } from './verdict.ts'
import { answerError } from './well-formed.ts'
import { checkWords } from './words.ts'

/** The errors that survey-core reports for a question that is visible and enabled. */
export type Check = (values: Values, around: Surroundings) => readonly AnswerError[]

const none: readonly AnswerError[] = []

/** Text of nothing but spaces counts as no answer. */
export function isBlank(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() === '' : isEmpty(value)
}

/**
 * Compiles a question's own checks and its validators. As in survey-core the validators are run only when the
 * question's own checks found nothing.
 */
export function checkOf(question: Question): Check {
  const own = ownCheckOf(question)
  const validators = question.validators.map(validator => validatorOf(question.name, validator))
  const { name, required } = question
  return (values, around) => {
    const value = values[name]
    const missing =
      question.type !== 'expression' && isBlank(value) && isMet(required, values, around)
        ? [answerError(name, 'required', {}, question.requiredErrorText)]
        : none
    const found = own ? [...missing, ...own(value, values)] : missing
    if (found.length > 0 || validators.length === 0) return found
    return validators.flatMap(validator => validator(value, values, around) ?? none)
  }
}

type OwnCheck = (value: unknown, values: Values) => readonly AnswerError[]

function ownCheckOf(question: Question): OwnCheck | undefined {
  const { name } = question
  switch (question.type) {
    case 'text':
      return textCheck(question)
    case 'radiogroup':
    case 'dropdown':
    case 'checkbox': {
      const asksOther = question.specials.includes('other')
      const least = question.type === 'checkbox' ? question.minSelected : 0
      if (!asksOther && least < 1) return undefined
      const isSpecial = (choice: unknown) => (question.specials as readonly unknown[]).includes(choice)
      return (value, values) => {
        const errors: AnswerError[] = []
        const isOther = value === 'other' || (Array.isArray(value) && value.includes('other'))
        if (asksOther && isOther && !values[`${name}-Comment`])
          errors.push(answerError(name, 'otherempty', {}, question.otherErrorText))
        const chosen: readonly unknown[] = Array.isArray(value) ? value : []
        const isLone = chosen.length === 1 && isSpecial(chosen[0]) && chosen[0] !== 'other'
        if (chosen.length < least && !isLone)
          errors.push(answerError(name, 'custom', { min: least }, checkWords.minSelected))
        return errors
      }
    }
    case 'matrix':
      return matrixCheck(question)
    case 'comment':
    case 'rating':
    case 'boolean':
    case 'ranking':
    case 'html':
    case 'expression':
      return undefined
  }
}

/** The last day that survey-core takes where the author set none. */
const lastDay = '2999-12-31'

function textCheck(question: TextQuestion): OwnCheck | undefined {
  const { name, inputType, min, step, minErrorText, maxErrorText } = question
  const max = question.max ?? (inputType === 'date' ? lastDay : undefined)
  // An e-mail validator of the author's takes the place of the one that the input type brings.
  if (inputType === 'email' && question.validators.some(({ type }) => type === 'email')) return undefined
  if (inputType === 'email')
    return value => (value && !isEmail(value) ? [answerError(name, 'custom', {}, checkWords.email)] : none)
  if (inputType !== 'number' && inputType !== 'date') return undefined
  return value => {
    if (isBlank(value)) return none
    const errors: AnswerError[] = []
    if (min !== undefined && (value as number) < (min as number))
      errors.push(answerError(name, 'custom', { min, 0: min }, minErrorText ?? checkWords.least))
    if (max !== undefined && (value as number) > (max as number))
      errors.push(answerError(name, 'custom', { max, 0: max }, maxErrorText ?? checkWords.most))
    if (step !== undefined && isOffStep(numberOf(value), step))
      errors.push(answerError(name, 'custom', { step }, checkWords.step))
    return errors
  }
}

function isOffStep(value: number, step: number): boolean {
  let power = 1
  while (
    (Math.round(step * power) / power !== step || Math.round(value * power) / power !== value) &&
    power < 1_000_000
  )
    power *= 10
  const whole = Math.round(step * power)
  return whole > 0 && Math.round(value * power) % whole !== 0
}

/** The pattern of survey-core 3.1.1, which cannot backtrack far: every part excludes the sign that ends it. */
const email =
  /^(([^<>()[\].,;:\s@"]+(\.[^<>()[\].,;:\s@"]+)*)|(".+"))@(([^<>()=[\].,;:\s@"]+\.)+[^<>()=[\].,;:\s@"]{2,})$/i

function isEmail(value: unknown): boolean {
  return email.test(String(value))
}

function matrixCheck({ name, rows, eachRowRequired, eachRowUnique }: MatrixQuestion): OwnCheck | undefined {
  if (!eachRowRequired && !eachRowUnique) return undefined
  const keys = rows.map(row => String(row.value))
  return value => {
    const cells = (value ?? {}) as Values
    const given = keys.map(key => cells[key]).filter(cell => !isBlank(cell))
    const errors: AnswerError[] = []
    if (eachRowRequired && given.length < keys.length) {
      const row = keys.find(key => isBlank(cells[key]))
      errors.push({ ...answerError(name, 'requiredinallrowserror'), ...(row === undefined ? {} : { row }) })
    }
    if (eachRowUnique && new Set(given.map(String)).size < given.length)
      errors.push(answerError(name, 'eachrowuniqueeerror'))
    return errors
  }
}

type RunValidator = (value: unknown, values: Values, around: Surroundings) => AnswerError | undefined

function validatorOf(name: string, validator: Validator): RunValidator {
  const { text } = validator
  switch (validator.type) {
    case 'numeric':
      return value => {
        if (isBlank(value)) return undefined
        if (!isNumeric(value)) return answerError(name, 'requirenumeric', {}, text)
        const { min, max } = validator
        if (min !== undefined && min > numberOf(value))
          return answerError(name, 'custom', { min }, text ?? checkWords.least)
        if (max !== undefined && max < numberOf(value))
          return answerError(name, 'custom', { max }, text ?? checkWords.most)
        return undefined
      }
    case 'text':
      return value => {
        if (isBlank(value)) return undefined
        const { min, max, allowDigits } = validator
        const { length } = value as { readonly length?: number }
        if (!allowDigits && /\d$/.test(String(value)))
          return answerError(name, 'custom', {}, text ?? checkWords.noDigits)
        if (min > 0 && (length ?? min) < min)
          return answerError(name, 'custom', { min }, text ?? checkWords.shortest)
        if (max > 0 && (length ?? max) > max)
          return answerError(name, 'custom', { max }, text ?? checkWords.longest)
        return undefined
      }
    case 'answercount':
      return value => {
        if (!Array.isArray(value) || value.length === 0) return undefined
        const { min, max } = validator
        if (min > 0 && value.length < min)
          return answerError(name, 'custom', { min }, text ?? checkWords.minSelected)
        if (max > 0 && value.length > max)
          return answerError(name, 'custom', { max }, text ?? checkWords.maxSelected)
        return undefined
      }
    case 'email':
      return value =>
        !value || isEmail(value) ? undefined : answerError(name, 'custom', {}, text ?? checkWords.email)
    case 'expression':
      return (_value, values, around) =>
        validator.expression.holds(values, around) ? undefined : answerError(name, 'custom', {}, text)
  }
}
