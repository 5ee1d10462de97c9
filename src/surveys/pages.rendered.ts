import { compileForm } from '../forms/definition.ts'
import type { Form } from '../forms/form.ts'
import type { PlainDate } from '../shared/time.ts'
import type { Lang } from '../shared/words.ts'
import { answerPage, thanksPage } from './pages.answers.tsx'
import type { Round } from './round.ts'
import { placeFor, type Template, template } from './template.ts'

/** Forms of rounds, compiled when they are first needed. */
export function compiledForms(): (round: Round) => Form {
  const forms = new Map<string, Form>()
  return round => {
    const known = forms.get(round.id)
    if (known) return known
    const compiled = compileForm(round.form.definition, round.form.name)
    if (!('form' in compiled)) throw new Error(`The form of round ${round.id} cannot be compiled any more`)
    forms.set(round.id, compiled.form)
    return compiled.form
  }
}

/** The pages that everybody gets, to be filled with `id`, `name`, `link`, `code`, `receipt` and `large`. */
export interface Rendered {
  readonly empty: Template
  readonly thanks: Template
}

/** Rendered once a round, language and day; a round that was changed is rendered anew. */
export function renderedPages(formOf: (round: Round) => Form) {
  const pages = new WeakMap<Round, Map<string, Rendered>>()
  return (round: Round, lang: Lang, today: PlainDate, sample = false): Rendered => {
    const key = `${lang} ${sample} ${today}`
    const known = pages.get(round)?.get(key)
    if (known) return known
    const unit = { name: placeFor('name'), link: placeFor('link') }
    const asked = { lang, sample, round, form: formOf(round), today, unit, id: placeFor('id') }
    const code = round.coded ? { typed: placeFor('code') } : undefined
    const stored = { receipt: placeFor('receipt'), large: placeFor('large') }
    const rendered = {
      empty: template(String(answerPage({ ...asked, code }))),
      thanks: template(String(thanksPage({ lang, round: round.id, sample, unit, ...stored }))),
    }
    const ofToday = [...(pages.get(round) ?? [])].filter(([each]) => each.endsWith(today))
    pages.set(round, new Map([...ofToday, [key, rendered]]))
    return rendered
  }
}
