import { readdir, readFile } from 'node:fs/promises'
import { compileForm } from '../forms/definition.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { no } from './refusals.ts'
import { roundFormSchema } from './round.ts'
import { type SurveyForm, surveyForm } from './survey-form.ts'

const folder = new URL('../../surveys/', import.meta.url)

/** The survey of a file `surveys/NAME.json`; refused when there is none, or when it is no satisfaction survey. */
export async function loadSurvey(name: string): Promise<SurveyForm | Refusal> {
  if (!/^[\w-]+$/.test(name)) return no.unknownForm({ form: name })
  const text = await readFile(new URL(`${name}.json`, folder), 'utf8').catch(() => undefined)
  if (text === undefined) return no.unknownForm({ form: name })
  const definition = roundFormSchema.unwrap().shape.definition.parse(JSON.parse(text))
  const compiled = compileForm(definition, name)
  return 'form' in compiled ? surveyForm(compiled.form, definition) : no.notASurvey({ form: name })
}

/** Every satisfaction survey there is; rubrics and inspection sheets are left out. */
export async function loadSurveys(): Promise<readonly SurveyForm[]> {
  const names = (await readdir(folder)).filter(file => file.endsWith('.json')).map(file => file.slice(0, -5))
  const loaded = await Promise.all(names.sort().map(loadSurvey))
  return loaded.flatMap(survey => (isRefusal(survey) ? [] : [survey]))
}
