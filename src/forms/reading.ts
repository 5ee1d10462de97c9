import { circles } from './circles.ts'
import { layoutKeys } from './definition-layout.ts'
import type { ElementShape, PageShape, SurveyShape } from './definition-shapes.ts'
import { type FormFault, faultAt, type Path } from './fault.ts'
import type { CalculatedValue, Container, FormElement, FormTree, Page, Question } from './form.ts'
import { textOf } from './localised.ts'
import { overallFaults } from './overall.ts'
import { type Named, readingOf } from './reading-context.ts'
import { readQuestion } from './reading-question.ts'
import { faultWords, filled, formWords } from './words.ts'

/** Turns a parsed definition into the tree that validator and page are made from, with all faults that zod cannot see. */
export function readTree(
  survey: SurveyShape & { readonly pages: readonly PageShape[] },
  fallbackName: string,
): { readonly tree: FormTree; readonly faults: readonly FormFault[] } {
  const faults: FormFault[] = []
  const warnings: FormFault[] = []
  const expressions: Named[] = []
  const strict = new Set<string>()
  const reading = readingOf(survey, faults, expressions, strict)
  const questions: Question[] = []
  const names: { readonly name: string; readonly path: Path }[] = []

  const warn = (shape: object, path: Path) => {
    for (const key of Object.keys(shape))
      if (layoutKeys.has(key)) warnings.push(faultAt([...path, key], faultWords.noEffect))
  }
  const element = (shape: ElementShape, path: Path): FormElement => {
    if (shape.type === 'panel') return { ...container(shape, shape.name, path), kind: 'panel' }
    warn(shape, path)
    names.push({ name: shape.name, path: [...path, 'name'] })
    const question = readQuestion(shape, path, reading)
    questions.push(question)
    return question
  }
  const container = (
    shape: PageShape | Extract<ElementShape, { type: 'panel' }>,
    name: string,
    path: Path,
  ): Container => {
    warn(shape, path)
    const own = 'questions' in shape && shape.questions ? shape.questions : (shape.elements ?? [])
    const key = own === shape.elements ? 'elements' : 'questions'
    return {
      kind: 'page',
      name,
      ...reading.optional('title', shape.title),
      ...reading.optional('description', shape.description),
      visible: reading.condition(shape.visibleIf, shape.visible !== false, [...path, 'visibleIf']),
      enabled: reading.condition(shape.enableIf, shape.readOnly !== true, [...path, 'enableIf']),
      required: reading.condition(shape.requiredIf, shape.isRequired === true, [...path, 'requiredIf']),
      ...reading.optional('requiredErrorText', shape.requiredErrorText),
      scoring: shape.scoring,
      place: path.map(String).join('.'),
      elements: own.map((inner, index) => element(inner, [...path, key, index])),
    }
  }

  warn(survey, [])
  collectRankings(survey.pages, strict)
  const calculated: readonly CalculatedValue[] = (survey.calculatedValues ?? []).map((value, index) => {
    names.push({ name: value.name, path: ['calculatedValues', index, 'name'] })
    return {
      name: value.name,
      expression: reading.expression(value.expression, ['calculatedValues', index, 'expression']),
      stored: value.includeIntoResult === true,
    }
  })
  const pages = survey.pages.map((shape, index): Page => {
    const path = survey.pages.length === 1 && (survey.elements || survey.questions) ? [] : ['pages', index]
    return { ...container(shape, shape.name ?? `page${index + 1}`, path), kind: 'page' }
  })
  const tree: FormTree = {
    name: survey.name ?? fallbackName,
    version: String(survey.version ?? '1'),
    title: survey.title === undefined ? formWords.untitled : textOf(survey.title),
    ...reading.optional('description', survey.description),
    pages,
    questions,
    calculated,
    maxCommentLength: survey.maxCommentLength || survey.maxOthersLength || 1000,
    scoring: survey.scoring,
    warnings,
  }
  if (questions.length === 0) reading.fault(['pages'], faultWords.noQuestions)
  faults.push(...doubled(names), ...unknownNames(expressions, tree), ...circles(tree), ...overallFaults(tree))
  return { tree, faults }
}

/** Rankings are compared in order, so their names are needed before any expression is compiled. */
function collectRankings(shapes: readonly (PageShape | ElementShape)[], into: Set<string>): void {
  for (const shape of shapes) {
    if (shape.type === 'ranking') into.add(shape.name)
    if ('elements' in shape && shape.elements) collectRankings(shape.elements, into)
    if ('questions' in shape && shape.questions) collectRankings(shape.questions, into)
  }
}

function doubled(names: readonly { readonly name: string; readonly path: Path }[]): readonly FormFault[] {
  const seen = new Set<string>()
  return names.flatMap(({ name, path }) => {
    const key = name.toLowerCase()
    if (seen.has(key)) return [faultAt(path, filled(faultWords.doubleName, { name }))]
    seen.add(key)
    return []
  })
}

/** An expression may name questions, parts of their answers, their comments and calculated values. */
function unknownNames(expressions: readonly Named[], tree: FormTree): readonly FormFault[] {
  const known = [...tree.questions, ...tree.calculated].map(({ name }) => name.toLowerCase())
  const isKnown = (name: string) =>
    known.some(
      own =>
        name === own ||
        name === `${own}-comment` ||
        (/^[.[]/.test(name.slice(own.length)) && name.startsWith(own)),
    )
  return expressions.flatMap(({ expression, path }) =>
    expression.names
      .filter(name => !isKnown(name.toLowerCase()))
      .map(word => faultAt(path, filled(faultWords.unknownName, { word }))),
  )
}
