import { type Path, placeOf } from './fault.ts'
import type { Choice, Question, QuestionBase, SpecialKind, Validator } from './form.ts'
import { isSafeMarkup } from './html.ts'
import { textOf } from './localised.ts'
import type { QuestionShape, ValidatorShape } from './question-shapes.ts'
import type { Reading } from './reading-context.ts'
import { faultWords, filled, formWords } from './words.ts'

type Of<T extends QuestionShape['type']> = Extract<QuestionShape, { type: T }>

/** The longest answers taken where the author set no limit; survey-core has none. */
const longestText = 1000
const longestComment = 5000

/** One question of a parsed definition, its expressions compiled; faults go to the reading. */
export function readQuestion(shape: QuestionShape, path: Path, reading: Reading): Question {
  const base = baseOf(shape, path, reading)
  switch (shape.type) {
    case 'text':
      return textQuestion(shape, base, path, reading)
    case 'comment':
      return {
        ...base,
        type: 'comment',
        rows: shape.rows ?? 4,
        maxLength: limit(shape.maxLength, reading.maxTextLength, longestComment),
        ...reading.optional('placeholder', shape.placeholder),
      }
    case 'radiogroup':
    case 'dropdown':
      return {
        ...base,
        type: shape.type,
        ...choicesOf(shape, path, reading),
        ...(shape.type === 'dropdown' ? reading.optional('placeholder', shape.placeholder) : {}),
      }
    case 'checkbox':
      return {
        ...base,
        type: 'checkbox',
        ...choicesOf(shape, path, reading),
        minSelected: shape.minSelectedChoices ?? 0,
        maxSelected: shape.maxSelectedChoices ?? 0,
      }
    case 'rating':
      return {
        ...base,
        type: 'rating',
        choices: scaleOf(shape, path, reading),
        ...reading.optional('minRateDescription', shape.minRateDescription),
        ...reading.optional('maxRateDescription', shape.maxRateDescription),
      }
    case 'boolean':
      return {
        ...base,
        type: 'boolean',
        labelTrue: textOf(shape.labelTrue ?? formWords.yes),
        labelFalse: textOf(shape.labelFalse ?? formWords.no),
        valueTrue: shape.valueTrue ?? true,
        valueFalse: shape.valueFalse ?? false,
      }
    case 'matrix':
      return {
        ...base,
        type: 'matrix',
        rows: unique(shape.rows.map(reading.choice), [...path, 'rows'], reading),
        columns: unique(shape.columns.map(reading.choice), [...path, 'columns'], reading),
        eachRowRequired: shape.eachRowRequired ?? shape.isAllRowRequired ?? false,
        eachRowUnique: shape.eachRowUnique ?? false,
      }
    case 'ranking':
      return {
        ...base,
        type: 'ranking',
        choices: unique(shape.choices.map(reading.choice), [...path, 'choices'], reading),
      }
    case 'html': {
      const html = textOf(shape.html)
      if (!Object.values(html).every(isSafeMarkup)) reading.fault([...path, 'html'], faultWords.markup)
      return { ...base, type: 'html', html }
    }
    case 'expression':
      return {
        ...base,
        type: 'expression',
        expression: reading.expression(shape.expression, [...path, 'expression']),
        precision: shape.precision ?? -1,
      }
  }
}

function baseOf(shape: QuestionShape, path: Path, reading: Reading): QuestionBase {
  const rules = shape.type === 'html' ? undefined : shape
  const clear = rules?.clearIfInvisible ?? 'default'
  const comment = rules && (rules.showCommentArea ?? rules.hasComment)
  if (comment && 'choices' in shape && 'showOtherItem' in shape && (shape.showOtherItem ?? shape.hasOther))
    reading.fault([...path, 'showCommentArea'], faultWords.commentAndOther)
  return {
    kind: 'question',
    name: shape.name,
    title: shape.title === undefined ? textOf(shape.name) : textOf(shape.title, shape.name),
    ...reading.optional('description', shape.description),
    visible: reading.condition(shape.visibleIf, shape.visible !== false, [...path, 'visibleIf']),
    enabled: reading.condition(rules?.enableIf, rules?.readOnly !== true, [...path, 'enableIf']),
    required: reading.condition(rules?.requiredIf, rules?.isRequired === true, [...path, 'requiredIf']),
    ...reading.optional('requiredErrorText', rules?.requiredErrorText),
    validators: (rules?.validators ?? []).flatMap((own, index) =>
      validatorOf(own, [...path, 'validators', index], reading),
    ),
    clearHidden: clear === 'default' ? reading.clearInvisible : clear === 'onComplete',
    ...(comment ? { comment: textOf(rules?.commentText ?? formWords.comment) } : {}),
    scoring: shape.scoring,
    place: placeOf(path),
  }
}

function limit(own: number | undefined, ofSurvey: number, otherwise: number): number {
  const wanted = own === undefined || own < 0 ? ofSurvey : own
  return wanted > 0 ? wanted : otherwise
}

function textQuestion(shape: Of<'text'>, base: QuestionBase, path: Path, reading: Reading): Question {
  const inputType = shape.inputType ?? 'text'
  const kind = inputType === 'number' ? 'number' : inputType === 'date' ? 'string' : 'none'
  for (const key of ['min', 'max'] as const)
    if (shape[key] !== undefined && typeof shape[key] !== kind)
      reading.fault([...path, key], faultWords.boundKind)
  if (shape.step !== undefined && inputType !== 'number')
    reading.fault([...path, 'step'], faultWords.boundKind)
  const { min, max, step } = shape
  if (min !== undefined && max !== undefined && min > max)
    reading.fault([...path, 'min'], faultWords.emptyRange)
  return {
    ...base,
    type: 'text',
    inputType,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(step === undefined ? {} : { step }),
    ...reading.optional('minErrorText', shape.minErrorText),
    ...reading.optional('maxErrorText', shape.maxErrorText),
    ...reading.optional('placeholder', shape.placeholder),
    maxLength: limit(shape.maxLength, reading.maxTextLength, longestText),
  }
}

type ChoiceShapeOf = Of<'radiogroup'> | Of<'dropdown'> | Of<'checkbox'>

function choicesOf(shape: ChoiceShapeOf, path: Path, reading: Reading) {
  const wanted: readonly (readonly [SpecialKind, boolean | undefined, ChoiceShapeOf['otherText']])[] = [
    ['none', shape.showNoneItem ?? shape.hasNone, shape.noneText],
    ['refused', shape.showRefuseItem, shape.refuseText],
    ['dontknow', shape.showDontKnowItem, shape.dontKnowText],
    ['other', shape.showOtherItem ?? shape.hasOther, shape.otherText],
  ]
  const special = wanted.filter(([, shown]) => shown)
  const choices = [
    ...shape.choices.map(reading.choice),
    ...special.map(
      ([kind, , text]): Choice => ({
        value: kind,
        text: textOf(text ?? formWords[kind]),
        scoring: undefined,
      }),
    ),
  ]
  return {
    choices: unique(choices, [...path, 'choices'], reading),
    specials: special.map(([kind]) => kind),
    ...reading.optional('otherErrorText', shape.otherErrorText),
  }
}

/** Values that read alike are doubles too: expressions and forms cannot tell 1 from "1", nor "a" from "A". */
function unique(choices: readonly Choice[], path: Path, reading: Reading): readonly Choice[] {
  const seen = new Set<string>()
  for (const [index, { value }] of choices.entries()) {
    const key = String(value).trim().toLowerCase()
    if (seen.has(key)) reading.fault([...path, index], filled(faultWords.doubleChoice, { value }))
    seen.add(key)
  }
  return choices
}

function scaleOf(shape: Of<'rating'>, path: Path, reading: Reading): readonly Choice[] {
  if (shape.rateValues && shape.autoGenerate !== true)
    return unique(shape.rateValues.map(reading.choice), [...path, 'rateValues'], reading)
  const { rateMin = 1, rateMax = 5, rateStep = 1 } = shape
  if (rateMin >= rateMax) reading.fault([...path, 'rateMin'], faultWords.emptyRange)
  const steps = Math.floor((rateMax - rateMin) / rateStep + 1e-9) + 1
  if (steps > 50) reading.fault([...path, 'rateMax'], faultWords.tooManySteps)
  return Array.from({ length: Math.max(0, Math.min(steps, 50)) }, (_, index) => {
    const value = Number((rateMin + index * rateStep).toFixed(9))
    return reading.choice(value)
  })
}

function validatorOf(shape: ValidatorShape, path: Path, reading: Reading): readonly Validator[] {
  const text = reading.optional('text', shape.text)
  switch (shape.type) {
    case 'numeric':
    case 'numericvalidator':
      return [
        {
          type: 'numeric',
          ...(shape.minValue === undefined ? {} : { min: shape.minValue }),
          ...(shape.maxValue === undefined ? {} : { max: shape.maxValue }),
          ...text,
        },
      ]
    case 'text':
    case 'textvalidator':
      return [
        {
          type: 'text',
          min: shape.minLength ?? 0,
          max: shape.maxLength ?? 0,
          allowDigits: shape.allowDigits ?? true,
          ...text,
        },
      ]
    case 'answercount':
    case 'answercountvalidator':
      return [{ type: 'answercount', min: shape.minCount ?? 0, max: shape.maxCount ?? 0, ...text }]
    case 'email':
    case 'emailvalidator':
      return [{ type: 'email', ...text }]
    case 'expression':
    case 'expressionvalidator':
      return [
        {
          type: 'expression',
          expression: reading.expression(shape.expression, [...path, 'expression']),
          ...text,
        },
      ]
    case 'regex':
    case 'regexvalidator':
      // Refused while parsing; there is nothing to read.
      return []
  }
}
