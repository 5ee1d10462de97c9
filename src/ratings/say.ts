import { isEmpty } from '../forms/expression-values.ts'
import type { Question } from '../forms/form.ts'
import type { Role } from '../shared/actor.ts'
import { punctuation } from '../shared/punctuation.ts'
import type { Say, Text } from '../shared/words.ts'
import type { CommunityGrade } from './attainment.ts'
import type { Figure, Source } from './figures.ts'
import type { Gap } from './gap.ts'
import type { GateVerdict } from './grade.ts'
import { gradeName, type Target } from './grades.ts'
import type { GradeInForce } from './in-force.ts'
import type { Rating } from './rating.ts'
import { type FigureSpec, type Item, itemOf, type Points, type Rubric } from './rubric.ts'
import { words } from './words.ts'
import type { Workday } from './workday.ts'

export function sourceName(source: Source): Text {
  switch (source) {
    case 'reported':
      return words.sourceReported
    case 'units':
      return words.sourceUnits
    case 'meetings':
      return words.sourceMeetings
    case 'inspections':
      return words.sourceInspections
    case 'followups':
      return words.sourceFollowups
    case 'surveys':
      return words.sourceSurveys
    case 'registers':
      return words.sourceRegisters
    case 'veto':
      return words.sourceVeto
  }
}

/** Points as people write them: no trailing noughts; held and missing in words. */
export function saidPoints(points: Points | null | undefined, t: Say): string {
  if (points === undefined) return t(words.unscored)
  return points === null ? t(words.held) : String(points)
}

/** The points that are missing at an item; a dash where none are, or none were given. */
export function lacking(item: Item, points: number | null | undefined): string {
  if (points === null || points === undefined || points >= item.points) return '–'
  return String(Math.round((item.points - points) * 100) / 100)
}

export function saidScore(score: Points | null): string {
  return score === null ? '–' : String(score)
}

export function verdictName(verdict: GateVerdict): Text {
  switch (verdict) {
    case 'met':
      return words.met
    case 'failed':
      return words.failed
    case 'held':
      return words.held
  }
}

/** An answer in the words of its question. */
export function saidAnswer(question: Question, value: unknown, t: Say): string {
  if (isEmpty(value)) return t(words.nothing)
  if (question.type === 'boolean')
    return t(value === question.valueTrue ? question.labelTrue : question.labelFalse)
  if ('choices' in question) {
    const said = (one: unknown) => {
      const choice = question.choices.find(each => each.value === one)
      return choice ? t(choice.text) : String(one)
    }
    return Array.isArray(value) ? value.map(said).join(t(punctuation.list)) : said(value)
  }
  return String(value)
}

/** A figure with its unit: shares as a percentage with one decimal, choices in the words of their question. */
export function saidFigure(rubric: Rubric, spec: FigureSpec, { value }: Figure, t: Say): string {
  if (typeof value === 'boolean') return t(value ? words.yes : words.no)
  if (typeof value !== 'number') {
    const question = rubric.form.questions.find(({ name }) => name === spec.name)
    return question ? saidAnswer(question, value, t) : String(value)
  }
  return spec.unit === 'share' ? `${Math.round(value * 1000) / 10}%` : String(Math.round(value * 100) / 100)
}

/** Everything that lies between an association and a grade, a sentence each. */
export function gapLines(rubric: Rubric, target: Target, gap: Gap, t: Say): readonly string[] {
  const title = (id: string) =>
    rubric.sections.find(section => section.id === id)?.title ?? { 'zh-CN': id, en: id }
  const item = (id: string) => {
    const found = itemOf(rubric, id)
    return found ? `${id} ${t(found.title)}` : id
  }
  const gate = (id: string) => rubric.gates.find(each => each.id === id)
  return [
    ...(gap.points > 0 ? [t(words.gapPoints, { points: gap.points })] : []),
    ...gap.sections.map(id =>
      t(words.gapSection, { section: title(id), percent: rubric.grades.firstClass.sectionPercent }),
    ),
    ...gap.gates.flatMap(id => {
      const found = gate(id)
      const text = found?.conditions[target]?.text
      return found && text ? [t(words.gapGate, { gate: id, title: found.title, text })] : []
    }),
    ...(gap.held.length > 0
      ? [t(words.gapHeld, { items: gap.held.map(item).join(t(words.listComma)) })]
      : []),
    ...(gap.notApplied ? [t(words.gapNotApplied)] : []),
  ]
}

/** A grade of an earlier cycle that still holds; nothing where there is none. */
export function saidEarlier(
  held: Pick<CommunityGrade, 'grade' | 'inForce'> | undefined,
  cycle: string,
  t: Say,
): string {
  if (!held?.grade || !held.inForce || held.inForce.cycle === cycle) return ''
  return t(words.earlierGrade, { grade: gradeName(held.grade), year: held.inForce.cycle })
}

export function roleName(role: Role): Text {
  switch (role) {
    case 'district':
      return words.role_district
    case 'subdistrict':
      return words.role_subdistrict
    case 'lead':
      return words.role_lead
  }
}

export function saidHolds({ cycle, until }: GradeInForce, t: Say): string {
  return until === null ? t(words.gradeDecided, { year: cycle }) : t(words.gradeHolds, { year: cycle, until })
}

/** A grade that counts, or the projected one, marked as such. */
export function saidGrade(
  { grade, result }: { grade: Rating['grade']; result: Rating['result'] },
  t: Say,
): string {
  if (grade) return t(gradeName(grade))
  if (result.projected) return t(words.projected, { grade: gradeName(result.projected) })
  return t(words.noGrade)
}

/** A remark behind a last day that was counted without the holidays of its year; nothing behind any other. */
export function saidUnsure({ unsure }: Workday, t: Say): string {
  return unsure ? `${t(punctuation.gap)}${t(words.noticeUnsure)}` : ''
}
