import type { Say } from '../shared/words.ts'
import type { Surroundings, Values } from './expression.ts'
import type { Form } from './form.ts'
import type { AnswerError, Data } from './verdict.ts'

/** What every part of the page is drawn from. */
export interface Field {
  readonly say: Say
  readonly form: Form
  readonly around: Surroundings
  readonly answers: Data
  /** The answers with the computed values beside them. */
  readonly values: Values
  readonly errors: readonly AnswerError[]
  /** Names of the questions and panels of the page that is shown. */
  readonly here: ReadonlySet<string>
  /** The level of headings of panels: under the page's own heading, where it has one. */
  readonly heading: 'h2' | 'h3'
}

/** How a question refers to its title, hint and errors. */
export interface Refs {
  readonly id: string
  readonly describedby: string | undefined
  readonly invalid: 'true' | undefined
  readonly required: boolean
}
