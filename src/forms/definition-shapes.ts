import { z } from 'zod'
import { optionalLayout } from './definition-layout.ts'
import { localisedSchema } from './localised.ts'
import {
  conditions,
  count,
  expressionText,
  nameSchema,
  naming,
  type QuestionShape,
  questionSchema,
} from './question-shapes.ts'

/*
 * The subset of SurveyJS's JSON that is taken, key by key; docs/forms.md lists it for authors. Objects are strict:
 * a key that is not named here is a fault, so that no rule of an author is silently left out.
 */

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

const calculated = z.strictObject({
  name: nameSchema,
  expression: expressionText,
  includeIntoResult: z.boolean().optional(),
})

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
