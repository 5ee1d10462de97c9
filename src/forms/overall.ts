import { type FormFault, faultAt } from './fault.ts'
import type { Choice, FormTree, Question } from './form.ts'
import { faultWords } from './words.ts'

/** The value of the choice 不了解, which leaves the denominator. */
export const dontKnow = 'dontknow'

/** The levels of a satisfaction question, 5 the best. */
export const levels = [5, 4, 3, 2, 1] as const

export type LevelQuestion = Question & { readonly choices: readonly Choice[] }

/** Whether a question asks for one of the five levels: its choices are 1 to 5, and at most `dontknow` besides. */
export function isLevelQuestion(question: Question): question is LevelQuestion {
  if (question.type !== 'radiogroup' && question.type !== 'rating') return false
  const values = question.choices.map(choice => choice.value).filter(value => value !== dontKnow)
  return values.length === levels.length && levels.every(level => values.includes(level))
}

/** The questions whose answers are counted by level, in the order of the form. */
export function levelQuestions(form: FormTree): readonly LevelQuestion[] {
  return form.questions.filter(isLevelQuestion)
}

/** The question marked `"scoring": { "overall": true }`: the one whose rate is the unit's. */
export function overallQuestion(form: FormTree): LevelQuestion | undefined {
  return form.questions.filter(isOverall).find(isLevelQuestion)
}

function isOverall({ scoring }: Question): boolean {
  return typeof scoring === 'object' && scoring !== null && 'overall' in scoring && scoring.overall === true
}

export function overallFaults(form: FormTree): readonly FormFault[] {
  const marked = form.questions.filter(isOverall)
  return [
    ...marked.slice(1).map(question => faultAt([question.place, 'scoring'], faultWords.twoOveralls)),
    ...marked
      .filter(question => !isLevelQuestion(question))
      .map(question => faultAt([question.place, 'scoring'], faultWords.overallScale)),
  ]
}
