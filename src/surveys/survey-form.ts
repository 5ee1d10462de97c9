import { createHash } from 'node:crypto'
import { type FormFault, faultAt } from '../forms/fault.ts'
import type { Form } from '../forms/form.ts'
import { levelQuestions, levels, overallQuestion } from '../forms/overall.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { type Lang, speaker, type Text } from '../shared/words.ts'
import type { Basis } from './rates.ts'
import { no } from './refusals.ts'
import type { RoundForm } from './round.ts'
import { type Standard, standardSchema } from './standard.ts'

/** What the survey room reads out of a form besides its questions. */
export interface SurveyForm {
  readonly kept: RoundForm
  readonly standard: Standard
  /** Broad where level 3 reads 基本满意, strict where it is neutral (一般). */
  readonly basis: Basis
}

/**
 * A form as rounds are opened with it. Refused when it marks no overall question, or when its `scoring` has no standard
 * (target, minimum, sample, smallCell).
 */
export function surveyForm(form: Form, definition: RoundForm['definition']): SurveyForm | Refusal {
  const overall = overallQuestion(form)
  const standard = standardSchema.safeParse(form.scoring)
  if (!overall) return no.notASurvey({ form: form.name })
  if (!standard.success) return no.noStandard({ form: form.name })
  const levelNames = levels.map(level => {
    const choice = overall.choices.find(({ value }) => value === level)
    return choice?.text ?? { 'zh-CN': String(level), en: String(level) }
  })
  const kept = {
    name: form.name,
    version: createHash('sha256').update(JSON.stringify(definition)).digest('base64url').slice(0, 16),
    definition,
    title: form.title,
    overall: overall.name,
    themes: levelQuestions(form).map(({ name, title }) => ({ name, title })),
    levelNames,
  }
  return { kept, standard: standard.data, basis: usualBasis(levelNames[2]) }
}

/** Why no round can be opened with a form, in the words of the refusal; rubrics and inspection sheets, which carry a total, are for none. */
export function lintSurvey(form: Form): readonly FormFault[] {
  const { scoring } = form
  if (typeof scoring === 'object' && scoring !== null && 'total' in scoring) return []
  const read = surveyForm(form, null)
  if (!isRefusal(read)) return []
  const said = (lang: Lang) => speaker(lang)(read.text, read.values)
  return [faultAt(['scoring'], { 'zh-CN': said('zh-CN'), en: said('en') })]
}

function usualBasis(middle: Text | undefined): Basis {
  return middle?.['zh-CN'].includes('满意') ? 'broad' : 'strict'
}
