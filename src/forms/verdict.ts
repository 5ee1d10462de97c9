import type { Text } from '../shared/words.ts'

/** The names under which survey-core 3.1.1 reports an error. */
export const surveyErrors = [
  'required',
  'requireoneanswer',
  'requirenumeric',
  'requiredinallrowserror',
  'eachrowuniqueeerror',
  'otherempty',
  'custom',
] as const

/** Answers that survey-core lets through and this product refuses; docs/forms.md says each in a sentence. */
export const ownErrors = [
  'notanobject',
  'unknownquestion',
  'unknowncomment',
  'nottext',
  'toolong',
  'notanumber',
  'notadate',
  'notachoice',
  'notalist',
  'unknownchoice',
  'doubledchoice',
  'exclusivechoice',
  'toomanychoices',
  'offscale',
  'notaboolean',
  'notamatrix',
  'unknownrow',
  'unknowncolumn',
  'incompleteranking',
  'severalanswers',
] as const

export type AnswerErrorType = (typeof surveyErrors)[number] | (typeof ownErrors)[number]

export interface AnswerError {
  /** The question's name; for `requireoneanswer` the panel's or page's; for unknown keys the key. */
  readonly question: string
  readonly type: AnswerErrorType
  /** In a matrix, the row. */
  readonly row?: string
  readonly text: Text
}

export type Data = Readonly<Record<string, unknown>>

export interface Verdict {
  readonly valid: boolean
  readonly errors: readonly AnswerError[]
  /** What is stored when valid: hidden answers and stale comments left out, computed values put in. */
  readonly data: Data
}
