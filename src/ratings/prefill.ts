import { isEmpty } from '../forms/expression-values.ts'
import type { Hand } from './perform.ts'
import type { Rating } from './rating.ts'
import type { Section } from './rubric.ts'
import { askedOf } from './self-assessment.ts'

/** What an earlier cycle said, by question. */
export interface Earlier {
  readonly cycle: string
  readonly values: Readonly<Record<string, unknown>>
}

/** The newest earlier cycle in which the association filled something in. */
export function earlierOf(rating: Rating, all: readonly Rating[]): Earlier | undefined {
  const found = all
    .filter(each => each.cycle < rating.cycle && Object.keys(each.values).length > 0)
    .toSorted((a, b) => (a.cycle < b.cycle ? 1 : -1))[0]
  return found && { cycle: found.cycle, values: found.values }
}

/**
 * What an earlier cycle offers for a section: answers to questions that are asked again and that this form would take.
 * Figures that records supply are not asked, so nothing of theirs is offered.
 */
export function offeredFor(
  section: Section,
  rating: Rating,
  earlier: Earlier | undefined,
  hand: Pick<Hand, 'rubric' | 'today'>,
): Readonly<Record<string, unknown>> {
  if (!earlier) return {}
  const names = section.items.flatMap(item => askedOf(item, rating).map(({ name }) => name))
  const known = names.filter(name => !isEmpty(earlier.values[name]))
  const values = Object.fromEntries(known.map(name => [name, earlier.values[name]]))
  const { errors } = hand.rubric.form.validate(values, { today: hand.today })
  const wrong = new Set<string>(errors.map(({ question }) => question))
  return Object.fromEntries(Object.entries(values).filter(([name]) => !wrong.has(name)))
}

/** Puts what is offered where nothing was answered; `taken` names where. Nothing is kept by it: the form has to be saved. */
export function filledIn(
  values: Readonly<Record<string, unknown>>,
  offered: Readonly<Record<string, unknown>>,
): { readonly values: Readonly<Record<string, unknown>>; readonly taken: readonly string[] } {
  const taken = Object.keys(offered).filter(name => isEmpty(values[name]))
  return { values: { ...values, ...Object.fromEntries(taken.map(name => [name, offered[name]])) }, taken }
}
