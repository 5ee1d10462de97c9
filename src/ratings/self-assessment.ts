import { isEmpty } from '../forms/expression-values.ts'
import type { AnswerError } from '../forms/verdict.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { FigureName } from './figures.ts'
import type { Target } from './grades.ts'
import { type Meanwhile, type Reconciled, reconcile, type SentField } from './meanwhile.ts'
import { type Hand, perform } from './perform.ts'
import type { Rating, RatingEvent } from './rating.ts'
import { no } from './refusals.ts'
import type { Item, Rubric, Section } from './rubric.ts'

/** A section of the self-assessment as it was sent, or some of its items. */
export interface SectionInput {
  readonly section: string
  /** The items that were sent; all of the section unless told. */
  readonly items?: readonly string[] | undefined
  /** The revision that the form was drawn from. */
  readonly base: number
  /** For items that were saved by themselves since: the revision of that. */
  readonly bases?: Readonly<Record<string, number>>
  /** By question; empty ones are left out. */
  readonly values: Readonly<Record<string, unknown>>
  /** By item. */
  readonly notes: Readonly<Record<string, string>>
}

export const longestNote = 500

/** The name of an item's note among its fields: no question can have it. */
export const noteField = '#note'

/** The questions of an item that the association is asked: what the records know is not asked. */
export function askedOf(item: Item, rating: Pick<Rating, 'figures'>): Item['questions'] {
  return item.questions.filter(question => rating.figures[question.name as FigureName] === undefined)
}

/** What is wrong with the answers of a section, by question, with each question's own words. */
export function answerFaults(rubric: Rubric, input: SectionInput, hand: Hand): readonly AnswerError[] {
  return rubric.form.validate(input.values, { today: hand.today }).errors
}

/** What the sender and somebody else both changed since the form was drawn. */
export function changedMeanwhile(
  rating: Rating,
  section: Section,
  input: SectionInput,
): readonly Meanwhile[] {
  return sentItems(section, input).flatMap(item => reconciled(rating, item, input).both)
}

/**
 * Saves what was sent of one section. What others changed since the form was drawn stays; refused (409) is what both
 * changed to different things.
 */
export function saveSection(rating: Rating, input: SectionInput, hand: Hand): Rating | Refusal {
  const section = hand.rubric.sections.find(each => each.id === input.section)
  if (!section) return no.unknownSection({ section: input.section })
  const unknown = input.items?.find(id => !section.items.some(item => item.id === id))
  if (unknown !== undefined) return no.unknownItem({ item: unknown })
  if (answerFaults(hand.rubric, input, hand).length > 0) return no.faultyAnswers()
  if (Object.values(input.notes).some(note => note.length > longestNote))
    return no.noteTooLong({ limit: longestNote })
  if (changedMeanwhile(rating, section, input).length > 0) return no.changedMeanwhile()
  const changed = sentItems(section, input).flatMap(item =>
    reconciled(rating, item, input).mine.map(field => ({ item: item.id, ...field })),
  )
  if (changed.length === 0) return unchanged(rating, hand)
  const revision = rating.revision + 1
  return perform(rating, save, hand, () => ({
    rating: {
      values: merged(
        rating.values,
        changed.flatMap(({ field }) => (field === noteField ? [] : [[field, input.values[field]] as const])),
      ),
      notes: merged(
        rating.notes,
        changed.flatMap(({ item, field, sent }) => (field === noteField ? [[item, sent] as const] : [])),
      ),
      touched: {
        ...rating.touched,
        ...Object.fromEntries(changed.map(({ item }) => [`self:${item}`, revision])),
      },
    },
    changes: changed.map(({ item, field, now, sent }) => ({ item, field, from: now, to: sent })),
  }))
}

const save = { action: 'save', reason: '', items: [] } as const

/** Nothing to keep, but only for somebody who may save. */
function unchanged(rating: Rating, hand: Hand): Rating | Refusal {
  const outcome = perform(rating, save, hand)
  return isRefusal(outcome) ? outcome : rating
}

function sentItems(section: Section, { items }: SectionInput): readonly Item[] {
  return items ? section.items.filter(({ id }) => items.includes(id)) : section.items
}

function reconciled(rating: Rating, item: Item, input: SectionInput): Reconciled {
  const base = input.bases?.[item.id] ?? input.base
  return reconcile(rating, 'self', item.id, base, fieldsOf(rating, item, input))
}

/** The answers to an item's questions and its note, as they stand and as they were sent. */
function fieldsOf(rating: Rating, item: Item, input: SectionInput): readonly SentField[] {
  const answers = askedOf(item, rating).map(({ name: field }) => ({
    field,
    now: told(rating.values[field]),
    sent: told(input.values[field]),
  }))
  const sent = input.notes[item.id]?.trim() ?? ''
  return [...answers, { field: noteField, now: rating.notes[item.id] ?? '', sent }]
}

/** With the changes over it; what became empty goes. */
function merged<T>(
  before: Readonly<Record<string, T>>,
  changes: readonly (readonly [string, T])[],
): Readonly<Record<string, T>> {
  const all = { ...before, ...Object.fromEntries(changes) }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => !isEmpty(value)))
}

/** An answer as the history keeps it: choices in order, with commas. */
function told(value: unknown): string {
  if (isEmpty(value)) return ''
  return Array.isArray(value) ? value.map(String).sort().join(', ') : String(value)
}

/** Hands the application in, with the grade that is applied for. What the district scored before is scored anew. */
export function submit(rating: Rating, target: Target, hand: Hand): Rating | Refusal {
  return perform(rating, { action: 'submit', reason: '', items: [] }, hand, () => ({
    rating: { target, districtReview: undefined },
    changes: targetChange(rating, target),
  }))
}

function targetChange(rating: Rating, target: Target): RatingEvent['changes'] {
  return rating.target === target ? [] : [{ item: 'target', from: rating.target ?? '', to: target }]
}
