import { z } from 'zod'
import { optionalLayout } from './definition-layout.ts'
import { localisedSchema } from './localised.ts'

/* Questions of a definition, key by key, with what panels and pages have of them; see `definition-shapes.ts`. */

export const nameSchema = z
  .string()
  .min(1)
  .max(100)
  // Names become names of controls and keys of answers: brackets and a leading underscore are taken by the page.
  .regex(/^[^\s_{}[\]\p{Cc}](?:[^{}[\]\p{Cc}]*[^\s{}[\]\p{Cc}])?$/u)
  .refine(name => !['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'].includes(name))
  .refine(name => !name.endsWith('-Comment'))

export const expressionText = z.string().min(1)
export const count = z.number().int().min(0).max(10_000)

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

export const conditions = {
  visible: z.boolean().optional(),
  visibleIf: expressionText.optional(),
  enableIf: expressionText.optional(),
  readOnly: z.boolean().optional(),
  isRequired: z.boolean().optional(),
  requiredIf: expressionText.optional(),
  requiredErrorText: localisedSchema.optional(),
}
export const naming = {
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
