import { compileForm } from '../forms/definition.ts'
import { compileExpression, type Expression } from '../forms/expression.ts'
import type { FormFault } from '../forms/fault.ts'
import type { Container, Form, FormElement, Question } from '../forms/form.ts'
import { textOf } from '../forms/localised.ts'
import { compileScoring } from '../forms/score.ts'
import type { Refusal } from '../shared/refusal.ts'
import type { Text } from '../shared/words.ts'
import { no } from './refusals.ts'
import type { Gate, GateCondition, Item, Rubric, Section } from './rubric.ts'
import { rubricFaults as say } from './rubric-faults.ts'
import { itemSchema, type SettingsShape, sectionSchema, settingsSchema } from './rubric-shape.ts'

export type ParsedRubric = { readonly rubric: Rubric } | { readonly faults: readonly FormFault[] }

/** Reads a rating form (SurveyJS JSON with scoring) into a rubric, or lists everything wrong with it. */
export function parseRubric(json: unknown): ParsedRubric {
  const compiled = compileForm(json, 'rating')
  if ('faults' in compiled) return compiled
  return rubricOf(compiled.form)
}

/** Reads a rubric from a file's bytes; the refusal says everything that is wrong with it. */
export function readDraft(bytes: Uint8Array): Rubric | Refusal {
  const parsed = parseRubric(jsonOf(bytes))
  if ('rubric' in parsed) return parsed.rubric
  const faults = parsed.faults.map(fault => `${fault.place}: ${fault.text['zh-CN']}`).join('\n')
  return no.brokenRubric({ faults })
}

/** What is no JSON at all is found faulty as a form. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

/** What is wrong with a form as a rubric; nothing with a form that has no gates. */
export function lintRubric(form: Form): readonly FormFault[] {
  const rates = typeof form.scoring === 'object' && form.scoring !== null && 'gates' in form.scoring
  const parsed = rates ? rubricOf(form) : undefined
  return parsed && 'faults' in parsed ? parsed.faults : []
}

function rubricOf(form: Form): ParsedRubric {
  const faults: FormFault[] = []
  const blame = (place: string, text: Text) => {
    faults.push({ place, key: 'scoring', text })
  }
  const settings = settingsSchema.safeParse(form.scoring)
  if (!settings.success) {
    const faults = settings.error.issues.map(issue => ({
      place: ['scoring', ...issue.path.map(String)].join('.'),
      key: String(issue.path.at(-1) ?? 'scoring'),
      text: say.badValue(issue.message),
    }))
    return { faults }
  }
  const sections = form.pages.map(page => sectionOf(page, blame))
  const items = sections.flatMap(section => section.items)
  const gates = settings.data.gates.map((gate, at) => gateOf(gate, `scoring.gates[${at}]`, blame))
  const { figures } = settings.data
  const rubric: Rubric = {
    ...settings.data,
    version: form.version,
    title: form.title,
    form,
    sections,
    items,
    gates,
    figures: figures.map(figure => ({ ...figure, title: textOf(figure.title) })),
  }
  // A faulty item would only bring on faults about sums and names.
  if (faults.length === 0) {
    checkSums(rubric, blame)
    checkNames(rubric, blame)
  }
  return faults.length > 0 ? { faults } : { rubric }
}

type Blame = (place: string, text: Text) => void

function sectionOf(page: Container, blame: Blame): Section {
  const scoring = sectionSchema.safeParse(page.scoring)
  if (!scoring.success) blame(page.place, say.noSectionPoints(page.name))
  const panels = page.elements.filter(isPanel)
  for (const loose of page.elements) if (!isPanel(loose)) blame(loose.place, say.looseQuestion(loose.name))
  return {
    id: page.name,
    title: page.title ?? textOf(page.name),
    points: scoring.data?.points ?? 0,
    items: panels.flatMap(panel => itemFrom(panel, page.name, blame)),
  }
}

function itemFrom(panel: Container, section: string, blame: Blame): readonly Item[] {
  const own = itemSchema.safeParse(panel.scoring)
  if (!own.success) {
    blame(panel.place, say.badScoring(panel.name))
    return []
  }
  const { evidence, source, ...scored } = own.data
  const compiled = compileScoring(scored)
  if ('faults' in compiled) {
    for (const fault of compiled.faults) blame(`${panel.place}.scoring.${fault.place}`, fault.text)
    return []
  }
  const { scoring } = compiled
  return [
    {
      id: panel.name,
      section,
      title: panel.title ?? textOf(panel.name),
      rule: panel.description ?? textOf(''),
      points: scoring.points,
      scoring,
      evidence: textOf(evidence),
      source,
      questions: questionsIn(panel.elements),
      names: scoring.names,
    },
  ]
}

function gateOf(raw: SettingsShape['gates'][number], place: string, blame: Blame): Gate {
  const condition = (from: typeof raw.qualified): GateCondition | undefined => {
    if (!from) return undefined
    const compiled = compileExpression(from.if)
    if ('expression' in compiled) return { condition: compiled.expression, text: textOf(from.text) }
    blame(place, say.badGate(raw.id, from.if))
    return undefined
  }
  const qualified = condition(raw.qualified)
  const firstClass = condition(raw.firstClass)
  return {
    id: raw.id,
    title: textOf(raw.title),
    items: raw.items,
    veto: raw.veto,
    conditions: { ...(qualified ? { qualified } : {}), ...(firstClass ? { firstClass } : {}) },
    ...(raw.heldWith === undefined ? {} : { heldWith: raw.heldWith }),
  }
}

/** Points add up to the sections and to the total, and the thresholds stand in order. */
function checkSums(rubric: Rubric, blame: Blame): void {
  const sum = (parts: readonly { readonly points: number }[]) =>
    parts.reduce((total, part) => total + part.points * 100, 0) / 100
  for (const section of rubric.sections) {
    if (sum(section.items) !== section.points)
      blame(section.id, say.sectionSum(section.id, sum(section.items), section.points))
  }
  if (sum(rubric.sections) !== rubric.total) blame('', say.totalSum(sum(rubric.sections), rubric.total))
  const { qualified, firstClass } = rubric.grades
  if (qualified.totalPercent > firstClass.totalPercent) blame('scoring.grades', say.thresholds())
}

/** Items, gates and expressions name only what exists, and each once. */
function checkNames(rubric: Rubric, blame: Blame): void {
  const items = new Set(rubric.items.map(item => item.id))
  const known = new Set<string>([
    ...rubric.form.questions.map(question => question.name),
    ...rubric.figures.map(figure => figure.name),
  ])
  for (const item of rubric.items) {
    for (const name of item.names) if (!known.has(name)) blame(item.id, say.unknownName(item.id, name))
  }
  for (const gate of rubric.gates) {
    for (const item of [...gate.items, gate.heldWith]) {
      if (item !== undefined && !items.has(item)) blame(gate.id, say.unknownItem(gate.id, item))
    }
    for (const name of Object.values(gate.conditions).flatMap(each => namesOf(each?.condition)))
      if (!known.has(name)) blame(gate.id, say.unknownName(gate.id, name))
  }
  for (const id of doubled([...rubric.items.map(item => item.id), ...rubric.gates.map(gate => gate.id)]))
    blame(id, say.doubled(id))
}

function namesOf(expression: Expression | undefined): readonly string[] {
  return expression?.names ?? []
}

function doubled(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
}

function isPanel(element: FormElement): element is Extract<FormElement, { readonly kind: 'panel' }> {
  return element.kind === 'panel'
}

function questionsIn(elements: readonly FormElement[]): readonly Question[] {
  return elements.flatMap(element => (isPanel(element) ? questionsIn(element.elements) : [element]))
}
