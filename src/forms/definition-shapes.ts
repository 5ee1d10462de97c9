import { z } from 'zod'
import { localisedSchema } from './localised.ts'

/*
 * The subset of SurveyJS's JSON that is taken, key by key; docs/forms.md lists it for authors. Objects are strict:
 * a key that is not named here is a fault, so that no rule of an author is silently left out.
 */

/** Keys that only arrange things on a page: taken, without effect here, and told as warnings. */
const layout = {
  startWithNewLine: z.unknown().optional(),
  titleLocation: z.unknown().optional(),
  descriptionLocation: z.unknown().optional(),
  errorLocation: z.unknown().optional(),
  hideNumber: z.unknown().optional(),
  width: z.unknown().optional(),
  minWidth: z.unknown().optional(),
  maxWidth: z.unknown().optional(),
  indent: z.unknown().optional(),
  state: z.unknown().optional(),
  colCount: z.unknown().optional(),
  separateSpecialChoices: z.unknown().optional(),
  renderAs: z.unknown().optional(),
  displayMode: z.unknown().optional(),
  rateType: z.unknown().optional(),
  rateCount: z.unknown().optional(),
  autoGrow: z.unknown().optional(),
  correctAnswer: z.unknown().optional(),
  showSelectAllItem: z.unknown().optional(),
  allowClear: z.unknown().optional(),
  questionTitleLocation: z.unknown().optional(),
  showNumber: z.unknown().optional(),
  widthMode: z.unknown().optional(),
  logoPosition: z.unknown().optional(),
  headerView: z.unknown().optional(),
  showTOC: z.unknown().optional(),
  showProgressBar: z.unknown().optional(),
  progressBarType: z.unknown().optional(),
  showQuestionNumbers: z.unknown().optional(),
  requiredMark: z.unknown().optional(),
  requiredText: z.unknown().optional(),
  questionErrorLocation: z.unknown().optional(),
  showPreviewBeforeComplete: z.unknown().optional(),
  showCompletedPage: z.unknown().optional(),
  showNavigationButtons: z.unknown().optional(),
  completeText: z.unknown().optional(),
  pageNextText: z.unknown().optional(),
  pagePrevText: z.unknown().optional(),
  completedHtml: z.unknown().optional(),
  fitToContainer: z.unknown().optional(),
  showTitle: z.unknown().optional(),
  showPageTitles: z.unknown().optional(),
  showPageNumbers: z.unknown().optional(),
  focusFirstQuestionAutomatic: z.unknown().optional(),
  checkErrorsMode: z.unknown().optional(),
  textUpdateMode: z.unknown().optional(),
  previewText: z.unknown().optional(),
  editText: z.unknown().optional(),
  autoGrowComment: z.unknown().optional(),
  allowResizeComment: z.unknown().optional(),
  allowResize: z.unknown().optional(),
  acceptCarriageReturn: z.unknown().optional(),
  autocomplete: z.unknown().optional(),
  size: z.unknown().optional(),
  cols: z.unknown().optional(),
} as const
export const layoutKeys: ReadonlySet<string> = new Set(Object.keys(layout))
const optionalLayout = z.object(layout).partial().shape

export const nameSchema = z
  .string()
  .min(1)
  .max(100)
  // Names become names of controls and keys of answers: brackets and a leading underscore are taken by the page.
  .regex(/^[^\s_{}[\]\p{Cc}](?:[^{}[\]\p{Cc}]*[^\s{}[\]\p{Cc}])?$/u)
  .refine(name => !['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'].includes(name))
  .refine(name => !name.endsWith('-Comment'))

const expressionText = z.string().min(1)
const count = z.number().int().min(0).max(10_000)

const texts = { text: localisedSchema.optional(), notificationType: z.literal('error').optional() }
const both = <const T extends string>(name: T) => z.enum([name, `${name}validator`])
const validatorSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: both('numeric'),
    minValue: z.number().optional(),
    maxValue: z.number().optional(),
    ...texts,
  }),
  z.strictObject({
    type: both('text'),
    minLength: count.optional(),
    maxLength: count.optional(),
    allowDigits: z.boolean().optional(),
    ...texts,
  }),
  z.strictObject({
    type: both('answercount'),
    minCount: count.optional(),
    maxCount: count.optional(),
    ...texts,
  }),
  z.strictObject({ type: both('email'), ...texts }),
  z.strictObject({ type: both('expression'), expression: expressionText, ...texts }),
  z.strictObject({
    type: both('regex'),
    regex: z.unknown().refine(() => false, { params: { own: 'regex' } }),
    caseInsensitive: z.unknown().optional(),
    ...texts,
  }),
])
export type ValidatorShape = z.infer<typeof validatorSchema>

const choiceValue = z.union([z.string().min(1).max(200), z.number()])
export const choiceSchema = z.union([
  choiceValue,
  z.strictObject({ value: choiceValue, text: localisedSchema.optional(), scoring: z.unknown().optional() }),
])
export type ChoiceShape = z.infer<typeof choiceSchema>
const choices = z.array(choiceSchema).min(1).max(300)

const conditions = {
  visible: z.boolean().optional(),
  visibleIf: expressionText.optional(),
  enableIf: expressionText.optional(),
  readOnly: z.boolean().optional(),
  isRequired: z.boolean().optional(),
  requiredIf: expressionText.optional(),
  requiredErrorText: localisedSchema.optional(),
}
const naming = {
  name: nameSchema,
  title: localisedSchema.optional(),
  description: localisedSchema.optional(),
  scoring: z.unknown().optional(),
}
const common = {
  ...optionalLayout,
  ...naming,
  ...conditions,
  validators: z.array(validatorSchema).max(20).optional(),
  clearIfInvisible: z.enum(['default', 'none', 'onComplete']).optional(),
  showCommentArea: z.boolean().optional(),
  hasComment: z.boolean().optional(),
  commentText: localisedSchema.optional(),
  commentPlaceholder: localisedSchema.optional(),
}
const specialItems = {
  choices,
  choicesOrder: z.literal('none').optional(),
  showOtherItem: z.boolean().optional(),
  hasOther: z.boolean().optional(),
  otherText: localisedSchema.optional(),
  otherErrorText: localisedSchema.optional(),
  otherPlaceholder: localisedSchema.optional(),
  showNoneItem: z.boolean().optional(),
  hasNone: z.boolean().optional(),
  noneText: localisedSchema.optional(),
  showRefuseItem: z.boolean().optional(),
  refuseText: localisedSchema.optional(),
  showDontKnowItem: z.boolean().optional(),
  dontKnowText: localisedSchema.optional(),
}

export const inputTypes = ['text', 'number', 'email', 'tel', 'url', 'date', 'month', 'time'] as const
const bound = z.union([z.number(), z.iso.date()])
const calculated = z.strictObject({
  name: nameSchema,
  expression: expressionText,
  includeIntoResult: z.boolean().optional(),
})

export const questionSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('text'),
    inputType: z.enum(inputTypes).optional(),
    min: bound.optional(),
    max: bound.optional(),
    step: z.number().positive().optional(),
    minErrorText: localisedSchema.optional(),
    maxErrorText: localisedSchema.optional(),
    maxLength: z.number().int().min(-1).max(10_000).optional(),
    placeholder: localisedSchema.optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('comment'),
    rows: z.number().int().min(1).max(30).optional(),
    maxLength: z.number().int().min(-1).max(10_000).optional(),
    placeholder: localisedSchema.optional(),
  }),
  z.strictObject({ ...common, ...specialItems, type: z.literal('radiogroup') }),
  z.strictObject({
    ...common,
    ...specialItems,
    type: z.literal('dropdown'),
    placeholder: localisedSchema.optional(),
  }),
  z.strictObject({
    ...common,
    ...specialItems,
    type: z.literal('checkbox'),
    minSelectedChoices: count.optional(),
    maxSelectedChoices: count.optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('rating'),
    rateMin: z.number().optional(),
    rateMax: z.number().optional(),
    rateStep: z.number().positive().optional(),
    rateValues: choices.optional(),
    autoGenerate: z.boolean().optional(),
    minRateDescription: localisedSchema.optional(),
    maxRateDescription: localisedSchema.optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('boolean'),
    labelTrue: localisedSchema.optional(),
    labelFalse: localisedSchema.optional(),
    valueTrue: choiceValue.optional(),
    valueFalse: choiceValue.optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('matrix'),
    rows: choices,
    columns: choices,
    eachRowRequired: z.boolean().optional(),
    isAllRowRequired: z.boolean().optional(),
    eachRowUnique: z.boolean().optional(),
    cellType: z.literal('radio').optional(),
    alternateRows: z.unknown().optional(),
  }),
  z.strictObject({ ...common, type: z.literal('ranking'), choices }),
  z.strictObject({
    ...optionalLayout,
    ...naming,
    visible: conditions.visible,
    visibleIf: conditions.visibleIf,
    type: z.literal('html'),
    html: localisedSchema,
  }),
  z.strictObject({
    ...common,
    type: z.literal('expression'),
    expression: expressionText,
    precision: z.number().int().min(-1).max(10).optional(),
    displayStyle: z.literal('none').optional(),
  }),
])
export type QuestionShape = z.infer<typeof questionSchema>

const panelShared = {
  ...optionalLayout,
  ...conditions,
  title: naming.title,
  description: naming.description,
  scoring: z.unknown().optional(),
}
export interface PanelShape extends z.infer<z.ZodObject<typeof panelShared>> {
  readonly type: 'panel'
  readonly name: string
  readonly elements?: readonly ElementShape[] | undefined
}
export type ElementShape = PanelShape | QuestionShape

export const elementSchema: z.ZodType<ElementShape> = z.lazy(() =>
  z.discriminatedUnion('type', [panelSchema, questionSchema]),
)
const elements = z.array(elementSchema).max(200)
const panelSchema = z.strictObject({
  ...panelShared,
  type: z.literal('panel'),
  name: nameSchema,
  elements: elements.optional(),
})
const pageSchema = z.strictObject({
  ...panelShared,
  type: z.literal('page').optional(),
  name: nameSchema.optional(),
  elements: elements.optional(),
  questions: elements.optional(),
})
export type PageShape = z.infer<typeof pageSchema>

export const surveySchema = z.strictObject({
  ...optionalLayout,
  name: z.string().max(60).optional(),
  version: z.union([z.string().max(40), z.number()]).optional(),
  locale: z.string().optional(),
  title: localisedSchema.optional(),
  description: localisedSchema.optional(),
  pages: z.array(pageSchema).min(1).max(50).optional(),
  elements: elements.optional(),
  questions: elements.optional(),
  clearInvisibleValues: z.union([z.enum(['none', 'onComplete']), z.boolean()]).optional(),
  storeOthersAsComment: z.literal(true).optional(),
  maxTextLength: count.optional(),
  maxCommentLength: count.optional(),
  maxOthersLength: count.optional(),
  calculatedValues: z.array(calculated).max(50).optional(),
  scoring: z.unknown().optional(),
})
export type SurveyShape = z.infer<typeof surveySchema>
