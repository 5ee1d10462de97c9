import type { Question } from '../forms/form.ts'
import { punctuation } from '../shared/punctuation.ts'
import type { Say, Text } from '../shared/words.ts'
import { formWords } from './form-words.ts'
import { gateVerdicts } from './grade.ts'
import { gradeName, grades, targets } from './grades.ts'
import type { Meanwhile } from './meanwhile.ts'
import { itemOf, type Rubric } from './rubric.ts'
import { verdictName } from './say.ts'
import { noteField } from './self-assessment.ts'
import { words } from './words.ts'

type Change = Pick<Meanwhile, 'item' | 'from' | 'to'> & { readonly field?: string | undefined }

/** A change with its field and both values in the reader's words. */
export function saidChange(rubric: Rubric, { item, field, from, to }: Change, t: Say) {
  const question = itemOf(rubric, item)?.questions.find(({ name }) => name === field)
  const said = (text: string) => {
    if (text === '') return t(item === 'grade' ? words.noneYet : words.nothing)
    return isGrade(item) ? saidGrade(text, t) : saidKept(question, field, text, t)
  }
  return { item, field: question?.title ?? columnName(item, field), from: said(from), to: said(to) }
}

/** A change in the history. */
export function changeLine(rubric: Rubric, change: Change, t: Say): string {
  const outcome = reviewOutcome(change)
  if (outcome) return t(outcome)
  const { item, field, from, to } = saidChange(rubric, change, t)
  const what = isGrade(item)
    ? t(words[item])
    : t(formWords.what, { item: item === 'opinion' ? '' : item, field }).trim()
  return `${what}${t(punctuation.colon)}${from} → ${to}`
}

/** What the later of two people is told, a sentence for each field. */
export function meanwhileLines(rubric: Rubric, found: readonly Meanwhile[], t: Say): readonly string[] {
  return found.map(each => {
    const { item, field, from, to } = saidChange(rubric, each, t)
    return t(words.theirs, { item: t(formWords.what, { item, field }), who: each.who, from, to })
  })
}

/** What a yearly review came to; it has no item and no value before. */
function reviewOutcome({ item, to }: Change): Text | undefined {
  if (item !== 'review') return undefined
  return to === 'failed' ? words.yearlyFailed : words.yearlyPassed
}

/** What the history keeps of the whole rating, of no item of its rubric: what was applied for, and the grade. */
function isGrade(item: string): item is 'target' | 'grade' {
  return item === 'target' || item === 'grade'
}

function saidGrade(text: string, t: Say): string {
  const grade = grades.find(each => each === text)
  return grade ? t(gradeName(grade)) : text
}

function columnName(item: string, field: string | undefined): Text {
  switch (field) {
    case noteField:
      return words.note
    case 'score':
      return words.score
    case 'text':
      return item === 'opinion' ? words.opinion : words.reason
    case 'verdicts':
      return words.gate
    case 'rectification':
      return words.rectify
    default:
      return { 'zh-CN': '', en: '' }
  }
}

/** A value as the history keeps it, in the words of its question or column. */
function saidKept(question: Question | undefined, field: string | undefined, text: string, t: Say): string {
  if (question?.type === 'boolean')
    return t(text === String(question.valueTrue) ? question.labelTrue : question.labelFalse)
  if (question && 'choices' in question) {
    const said = (one: string) => {
      const choice = question.choices.find(({ value }) => String(value) === one)
      return choice ? t(choice.text) : one
    }
    return text.split(', ').map(said).join(t(punctuation.list))
  }
  if (field === 'score' && text === 'held') return t(words.held)
  return field === 'verdicts'
    ? text
        .split(', ')
        .map(one => saidVerdict(one, t))
        .join(t(punctuation.list))
    : text
}

function saidVerdict(text: string, t: Say): string {
  const [grade, verdict] = text.split(' ')
  const target = targets.find(each => each === grade)
  const judged = gateVerdicts.find(each => each === verdict)
  return target && judged ? `${t(gradeName(target))} ${t(verdictName(judged))}` : text
}
