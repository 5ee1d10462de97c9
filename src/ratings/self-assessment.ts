import { isEmpty } from '../forms/expression-values.ts'
import type { AnswerError } from '../forms/verdict.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { FigureName } from './figures.ts'
import type { Target } from './grades.ts'
import { type Hand, perform } from './perform.ts'
import type { Rating, RatingEvent } from './rating.ts'
import { no } from './refusals.ts'
import type { Item, Rubric, Section } from './rubric.ts'

/** One section of the self-assessment as it was sent. */
export interface SectionInput {
  readonly section: string
  /** The revision that the form was drawn from. */
  readonly base: number
  /** By question; empty ones are left out. */
  readonly values: Readonly<Record<string, unknown>>
  /** By item. */
  readonly notes: Readonly<Record<string, string>>
}

export const longestNote = 500

/** The questions of an item that the association is asked: what the records know is not asked. */
export function askedOf(item: Item, rating: Pick<Rating, 'figures'>): Item['questions'] {
  return item.questions.filter(question => rating.figures[question.name as FigureName] === undefined)
}

/** What is wrong with the answers of a section, by question, with each question's own words. */
export function answerFaults(rubric: Rubric, input: SectionInput, hand: Hand): readonly AnswerError[] {
  return rubric.form.validate(input.values, { today: hand.today }).errors
}

/** The items of the section that somebody else changed after `base`, and to what this would set them. */
export function changedMeanwhile(rating: Rating, section: Section, input: SectionInput): readonly Item[] {
  return section.items.filter(item => {
    const touched = rating.touched[`self:${item.id}`] ?? 0
    return touched > input.base && changesOf(rating, item, input).length > 0
  })
}

/** Saves one section of the form. Refuses (409) what somebody else has changed since the form was drawn. */
export function saveSection(rating: Rating, input: SectionInput, hand: Hand): Rating | Refusal {
  const section = hand.rubric.sections.find(each => each.id === input.section)
  if (!section) return no.unknownSection({ section: input.section })
  if (answerFaults(hand.rubric, input, hand).length > 0) return no.faultyAnswers()
  if (Object.values(input.notes).some(note => note.length > longestNote))
    return no.noteTooLong({ limit: longestNote })
  if (changedMeanwhile(rating, section, input).length > 0) return no.changedMeanwhile()
  const changed = section.items.filter(item => changesOf(rating, item, input).length > 0)
  if (changed.length === 0) return unchanged(rating, hand)
  const revision = rating.revision + 1
  return perform(rating, save, hand, () => ({
    rating: {
      values: mergedValues(rating, section, input),
      notes: mergedNotes(rating, section, input),
      touched: {
        ...rating.touched,
        ...Object.fromEntries(changed.map(item => [`self:${item.id}`, revision])),
      },
    },
    changes: changed.flatMap(item => changesOf(rating, item, input)),
  }))
}

const save = { action: 'save', reason: '', items: [] } as const

/** Nothing to keep, but only for somebody who may save. */
function unchanged(rating: Rating, hand: Hand): Rating | Refusal {
  const outcome = perform(rating, save, hand)
  return isRefusal(outcome) ? outcome : rating
}

function mergedValues(rating: Rating, section: Section, input: SectionInput): Rating['values'] {
  const asked = new Set(section.items.flatMap(item => askedOf(item, rating).map(question => question.name)))
  const kept = Object.entries(rating.values).filter(([name]) => !asked.has(name))
  const given = Object.entries(input.values).filter(([name, value]) => asked.has(name) && !isEmpty(value))
  return Object.fromEntries([...kept, ...given])
}

function mergedNotes(rating: Rating, section: Section, input: SectionInput): Rating['notes'] {
  const ids = new Set(section.items.map(item => item.id))
  const kept = Object.entries(rating.notes).filter(([id]) => !ids.has(id))
  const given = Object.entries(input.notes).filter(([id, note]) => ids.has(id) && note.trim() !== '')
  return Object.fromEntries([...kept, ...given.map(([id, note]) => [id, note.trim()] as const)])
}

function changesOf(rating: Rating, item: Item, input: SectionInput): RatingEvent['changes'] {
  const values = askedOf(item, rating).flatMap(({ name }) => change(rating.values[name], input.values[name]))
  const note = change(rating.notes[item.id], input.notes[item.id]?.trim())
  return [...values, ...note].map(({ from, to }) => ({ item: item.id, from, to }))
}

function change(before: unknown, after: unknown): readonly { from: string; to: string }[] {
  const from = told(before)
  const to = told(after)
  return from === to ? [] : [{ from, to }]
}

function told(value: unknown): string {
  if (isEmpty(value)) return ''
  return Array.isArray(value) ? value.map(String).sort().join(', ') : String(value)
}

/** Hands the application in, with the grade that is applied for. What the district scored before is scored anew. */
export function submit(rating: Rating, target: Target, hand: Hand): Rating | Refusal {
  return perform(rating, { action: 'submit', reason: '', items: [] }, hand, () => ({
    rating: { target, districtReview: undefined },
    changes: rating.target === target ? [] : [{ item: 'target', from: rating.target ?? '', to: target }],
  }))
}
