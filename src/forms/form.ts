import type { Text } from '../shared/words.ts'
import type { Expression, Surroundings, Values } from './expression.ts'
import type { FormFault } from './fault.ts'
import type { Verdict } from './verdict.ts'

/** A yes or no that may depend on the answers. Without an expression it is `fixed`. */
export interface Condition {
  readonly fixed: boolean
  readonly expression?: Expression
}

export function isMet(condition: Condition, values: Values, around: Surroundings): boolean {
  return condition.expression ? condition.expression.holds(values, around) : condition.fixed
}

/** What a choice, a row or a column is stored as, and what is read of it. */
export interface Choice {
  readonly value: string | number
  readonly text: Text
  readonly scoring: unknown
}

export const specialKinds = ['other', 'none', 'refused', 'dontknow'] as const
export type SpecialKind = (typeof specialKinds)[number]

interface Shared {
  readonly visible: Condition
  /** Not enabled (`enableIf`, `readOnly`): shown, kept, not checked. */
  readonly enabled: Condition
  readonly required: Condition
  readonly requiredErrorText?: Text
  /** As the owner of the form wrote it; forms hands it through unread. */
  readonly scoring: unknown
  /** Where it stands in the definition, for faults: `pages[0].elements[2]`. */
  readonly place: string
}

export interface Container extends Shared {
  readonly kind: 'page' | 'panel'
  readonly name: string
  readonly title?: Text
  readonly description?: Text
  readonly elements: readonly FormElement[]
}
export type FormElement = (Container & { readonly kind: 'panel' }) | Question
export type Page = Container & { readonly kind: 'page' }

export type Validator =
  | { readonly type: 'numeric'; readonly min?: number; readonly max?: number; readonly text?: Text }
  | {
      readonly type: 'text'
      readonly min: number
      readonly max: number
      readonly allowDigits: boolean
      readonly text?: Text
    }
  | { readonly type: 'answercount'; readonly min: number; readonly max: number; readonly text?: Text }
  | { readonly type: 'email'; readonly text?: Text }
  | { readonly type: 'expression'; readonly expression: Expression; readonly text?: Text }

export interface QuestionBase extends Shared {
  readonly kind: 'question'
  readonly name: string
  readonly title: Text
  readonly description?: Text
  readonly validators: readonly Validator[]
  /** Whether the answer goes when the question is hidden at the end. */
  readonly clearHidden: boolean
  /** A free line below the question, stored as `name-Comment`. */
  readonly comment?: Text
}

export type InputType = 'text' | 'number' | 'email' | 'tel' | 'url' | 'date' | 'month' | 'time'

export interface TextQuestion extends QuestionBase {
  readonly type: 'text'
  readonly inputType: InputType
  readonly min?: number | string
  readonly max?: number | string
  readonly step?: number
  readonly minErrorText?: Text
  readonly maxErrorText?: Text
  readonly maxLength: number
  readonly placeholder?: Text
}
export interface CommentQuestion extends QuestionBase {
  readonly type: 'comment'
  readonly rows: number
  readonly maxLength: number
  readonly placeholder?: Text
}
interface ChoiceQuestionBase extends QuestionBase {
  /** The author's choices, then the special ones (`other`, `none`, `refused`, `dontknow`). */
  readonly choices: readonly Choice[]
  readonly specials: readonly SpecialKind[]
  readonly otherErrorText?: Text
  readonly placeholder?: Text
}
export interface SingleChoiceQuestion extends ChoiceQuestionBase {
  readonly type: 'radiogroup' | 'dropdown'
}
export interface CheckboxQuestion extends ChoiceQuestionBase {
  readonly type: 'checkbox'
  readonly minSelected: number
  readonly maxSelected: number
}
export interface RatingQuestion extends QuestionBase {
  readonly type: 'rating'
  readonly choices: readonly Choice[]
  readonly minRateDescription?: Text
  readonly maxRateDescription?: Text
}
export interface BooleanQuestion extends QuestionBase {
  readonly type: 'boolean'
  readonly labelTrue: Text
  readonly labelFalse: Text
  readonly valueTrue: string | number | boolean
  readonly valueFalse: string | number | boolean
}
export interface MatrixQuestion extends QuestionBase {
  readonly type: 'matrix'
  readonly rows: readonly Choice[]
  readonly columns: readonly Choice[]
  readonly eachRowRequired: boolean
  readonly eachRowUnique: boolean
}
export interface RankingQuestion extends QuestionBase {
  readonly type: 'ranking'
  readonly choices: readonly Choice[]
}
export interface HtmlQuestion extends QuestionBase {
  readonly type: 'html'
  /** A few tags without attributes; everything else was refused at load. */
  readonly html: Text
}
export interface ExpressionQuestion extends QuestionBase {
  readonly type: 'expression'
  readonly expression: Expression
  readonly precision: number
}
export type Question =
  | TextQuestion
  | CommentQuestion
  | SingleChoiceQuestion
  | CheckboxQuestion
  | RatingQuestion
  | BooleanQuestion
  | MatrixQuestion
  | RankingQuestion
  | HtmlQuestion
  | ExpressionQuestion

/** A value worked out from answers: `{name}` in expressions, part of the data where `stored`. */
export interface CalculatedValue {
  readonly name: string
  readonly expression: Expression
  readonly stored: boolean
}

/** A definition as read: a tree of pages, panels and questions; everything in it was checked. */
export interface FormTree {
  readonly name: string
  readonly version: string
  readonly title: Text
  readonly description?: Text
  readonly pages: readonly Page[]
  /** All questions in the order of the pages, those that take no answer (html, expression) included. */
  readonly questions: readonly Question[]
  readonly calculated: readonly CalculatedValue[]
  readonly maxCommentLength: number
  readonly scoring: unknown
  /** Keys that have no effect here; for the author's information. */
  readonly warnings: readonly FormFault[]
}

export interface Form extends FormTree {
  readonly question: (name: string) => Question | undefined
  /** Answers together with the values that are worked out of them. */
  readonly values: (answers: Values, around: Surroundings) => Values
  /** Checks answers and says what is stored. Never throws, whatever the answers are. */
  readonly validate: (answers: unknown, around: Surroundings) => Verdict
}
