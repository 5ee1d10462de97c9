import type { ReadAnswers } from './answers.ts'
import { isBlank } from './checks.ts'
import type { Surroundings, Values } from './expression.ts'
import { type Container, type Form, type FormElement, isMet, type Page } from './form.ts'
import type { AnswerError, Data, Verdict } from './verdict.ts'

/** What happens after a page was posted: another page is shown, or the form is at its end with a verdict. */
export type Step =
  | {
      readonly kind: 'page'
      readonly page: number
      readonly answers: Data
      readonly errors: readonly AnswerError[]
    }
  | { readonly kind: 'end'; readonly answers: Data; readonly verdict: Verdict }

export interface Asked {
  /** The page that was posted, from 0 (field `_page`); undefined: all answers came at once. */
  readonly page: number | undefined
  /** Which button was pressed (field `_go`). */
  readonly go: 'next' | 'back'
}

/** Reads the page's own fields `_page` and `_go`; anything else than a page of the form counts as none. */
export function askedOf(form: Form, posted: Readonly<Record<string, unknown>>): Asked {
  const page = Number(posted._page)
  const isPage = posted._page !== undefined && Number.isInteger(page) && page >= 0 && page < form.pages.length
  return { page: isPage ? page : undefined, go: posted._go === 'back' ? 'back' : 'next' }
}

/**
 * Leads through a form of several pages. Going on checks the pages so far; at the end everything is checked again,
 * and the first page with an error is shown. `errors` of reading count as errors of the page that was posted.
 */
export function stepOf(form: Form, read: ReadAnswers, asked: Asked, around: Surroundings): Step {
  const { answers } = read
  if (asked.page === undefined && read.errors.length === 0) {
    // All answers at once and nothing to say against them: which pages are shown does not matter.
    const verdict = form.validate(answers, around)
    if (verdict.errors.length === 0) return { kind: 'end', answers, verdict }
  }
  const pages = shownPages(form, answers, around)
  const here = asked.page ?? pages.at(-1) ?? 0
  if (asked.page !== undefined && asked.go === 'back')
    return { kind: 'page', page: pages.findLast(page => page < here) ?? here, answers, errors: [] }
  const verdict = form.validate(answers, around)
  const errors = [...read.errors, ...verdict.errors]
  const next = asked.page === undefined ? undefined : pages.find(page => page > here)
  const due = next === undefined ? errors : errors.filter(error => pageOf(form, error, here) <= here)
  if (due.length > 0) {
    const page = Math.min(...due.map(error => pageOf(form, error, here)))
    return { kind: 'page', page, answers, errors: due.filter(error => pageOf(form, error, here) === page) }
  }
  return next === undefined
    ? { kind: 'end', answers, verdict }
    : { kind: 'page', page: next, answers, errors: [] }
}

/** The pages that have something to show, given the answers so far. */
export function shownPages(form: Form, answers: Data, around: Surroundings): readonly number[] {
  const values = form.values(answers, around)
  const isShown = (element: Container | FormElement): boolean =>
    isMet(element.visible, values, around) && (element.kind === 'question' || element.elements.some(isShown))
  return form.pages.flatMap((page, index) => (isShown(page) ? [index] : []))
}

function pageOf(form: Form, error: AnswerError, otherwise: number): number {
  const index = form.pages.findIndex(page => page.name === error.question || names(page).has(error.question))
  return index < 0 ? otherwise : index
}

/** Names of the questions and panels of a page, at any depth. */
export function names(page: Page | Container): ReadonlySet<string> {
  const inside = (element: FormElement): readonly string[] =>
    element.kind === 'question' ? [element.name] : [element.name, ...element.elements.flatMap(inside)]
  return new Set(page.elements.flatMap(inside))
}

/** Whether every question that a condition on this page reads was answered, so that the condition is not in doubt. */
export function isSettled(read: readonly string[], page: ReadonlySet<string>, values: Values): boolean {
  return read.every(name => {
    const base = name.split(/[.[]/, 1)[0] ?? name
    return !page.has(base) || !isBlank(values[base])
  })
}
