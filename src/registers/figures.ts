import type { PlainDate } from '../shared/time.ts'
import { councilCategories, type Post, posts, type Section, type Value } from './fields.ts'
import { activeMonths, doesPublicity } from './five-good.ts'
import { type GroupList, openGroups } from './groups.ts'
import type { Sheet } from './sheet.ts'
import type { Standards } from './standards.ts'

/** A figure that the registers give to a rating: its value, the day it is of, and where it is kept. */
export interface RegisterFigure {
  readonly value: Value | readonly string[]
  readonly asOf: PlainDate
  readonly link: string
}
export type RegisterFigures = Readonly<Record<string, RegisterFigure>>

/** How long after its end a term may run before nothing counts: a year. */
export type TermState = 'valid' | 'expired' | 'expiredOverYear'

export function termState(ends: string, on: PlainDate): TermState {
  if (on <= ends) return 'valid'
  const yearLater = `${Number(ends.slice(0, 4)) + 1}${ends.slice(4)}`
  return on <= yearLater ? 'expired' : 'expiredOverYear'
}

/** The posts that are filled, by the people registered and by the sheet; undefined while the sheet says nothing of the others. */
export function filledPosts(sheet: Sheet | undefined, held: readonly Post[]): readonly Post[] | undefined {
  const known = posts.filter(post => held.includes(post) || sheet?.values[post] !== undefined)
  if (known.length < posts.length) return undefined
  return posts.filter(post => held.includes(post) || sheet?.values[post] === true)
}

export function councilOf({ values }: Pick<Sheet, 'values'>) {
  const seats = councilCategories.map(category => [category, values[`council_${category}`]] as const)
  const known = seats.filter(([, count]) => typeof count === 'number')
  return {
    known: known.length > 0,
    size: known.reduce((sum, [, count]) => sum + Number(count), 0),
    categories: known.filter(([, count]) => Number(count) > 0).map(([category]) => category),
  }
}

/** What a sheet says for the rubric's questions, by their names; what was not entered is left out, never zero. */
export function sheetFigures(
  sheet: Sheet | undefined,
  held: readonly Post[],
  { on, link }: { readonly on: PlainDate; readonly link: string },
): RegisterFigures {
  const figures: Record<string, RegisterFigure> = {}
  const put = (name: string, section: Section, value: RegisterFigure['value'] | undefined, to = link) => {
    if (value !== undefined) figures[name] = { value, asOf: sheet?.updated[section] ?? on, link: to }
  }
  const filled = filledPosts(sheet, held)
  put('posts', 'leadership', filled, held.length === posts.length ? '/people' : link)
  if (!sheet) return figures
  const { values, updated } = sheet
  if (typeof values.termEnds === 'string') put('termState', 'leadership', termState(values.termEnds, on))
  const council = councilOf(sheet)
  if (council.known) {
    put('councilSize', 'council', council.size)
    put('councilCategories', 'council', council.categories)
  }
  put('councilChangesRecorded', 'council', values.councilChangesRecorded)
  put('members', 'members', values.members)
  if (updated.members) put('membersUpdated', 'members', true)
  put('groupsCoverAll', 'groups', values.groupsCoverAll)
  for (const name of ['fundsPlanned', 'fundsReceived', 'fundsVouchered'] as const)
    put(name, 'funds', values[name])
  for (const name of ['viceDue', 'vicePaid', 'leadersDue', 'leadersPaid'] as const)
    put(name, 'rewards', values[name])
  return figures
}

/** What the list of groups says, up to a day of the year. */
export function groupFigures(
  list: GroupList | undefined,
  { on, link, months }: { readonly on: PlainDate; readonly link: string; readonly months: readonly string[] },
  { groups: standards }: Standards,
): RegisterFigures {
  const groups = list ? openGroups(list) : []
  if (groups.length === 0) return {}
  const figure = (value: number): RegisterFigure => ({ value, asOf: on, link })
  const appraised = groups.some(group => group.appraisal)
  const recorded = groups.some(group => Object.keys(group.months).length > 0)
  const sum = (count: (group: (typeof groups)[number]) => number) =>
    figure(groups.reduce((total, group) => total + count(group), 0))
  return {
    groups: figure(groups.length),
    leaders: sum(({ leader }) => Number(leader)),
    ...(appraised && { fiveGoodGroups: sum(({ appraisal }) => Number(appraisal?.outcome === 'confirmed')) }),
    ...(recorded && {
      groupMonthsActive: sum(group => activeMonths(group, months)),
      groupsPublicity: sum(group => Number(doesPublicity(group, standards.publicity, months, on))),
    }),
  }
}
