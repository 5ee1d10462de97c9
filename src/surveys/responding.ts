import type { Form } from '../forms/form.ts'
import type { Data } from '../forms/verdict.ts'
import type { Answer } from './answer.ts'

/** A validated answer in its two parts: what is counted, and what is only read. */
export function partsOf(form: Form, data: Data): Pick<Answer, 'choices' | 'texts'> {
  const choices: Answer['choices'] = {}
  const texts: Answer['texts'] = {}
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined || value === null || value === '') continue
    if (isCounted(form, name)) choices[name] = value as Answer['choices'][string]
    else texts[name] = value as Answer['texts'][string]
  }
  return { choices, texts }
}

function isCounted(form: Form, name: string): boolean {
  const question = form.question(name)
  switch (question?.type) {
    case 'radiogroup':
    case 'dropdown':
    case 'checkbox':
    case 'rating':
    case 'boolean':
    case 'matrix':
      return true
    case 'text':
    case 'comment':
    case 'ranking':
    case 'html':
    case 'expression':
    case undefined:
      return false
  }
}
