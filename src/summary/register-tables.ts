import { type FieldName, fields } from '../registers/fields.ts'
import type { TermState } from '../registers/figures.ts'
import type { Guarantee, GuaranteeState } from '../registers/guarantees.ts'
import { fieldTitle, guaranteeStateName } from '../registers/words.ts'
import type { Cell } from '../shared/csv.ts'
import type { Say, Text } from '../shared/words.ts'
import type { Table } from '../shared/workbook.ts'
import { outcomeName } from '../standings/lagging.ts'
import type { RegisterRow } from './register-rows.ts'
import type { Summary } from './summary.ts'
import { words } from './words.ts'

/** R3, R4 and R9: by subdistrict for whoever sees several, and association by association. Each is made when it is asked for. */
export function registerTables(summary: Summary, t: Say) {
  const titled = (title: Text, of: Text) => t(of, { title })
  return {
    bySubdistrict: (): readonly Table[] => [
      { title: titled(words.guaranteesBy, words.ofSubdistricts), rows: guaranteesBySubdistrict(summary, t) },
      {
        title: titled(words.optimisationsBy, words.ofSubdistricts),
        rows: optimisationsBySubdistrict(summary, t),
      },
    ],
    byUnit: (): readonly Table[] => [
      { title: titled(words.guaranteesBy, words.ofCommunities), rows: guaranteesByUnit(summary, t) },
      { title: titled(words.optimisationsBy, words.ofCommunities), rows: optimisationsByUnit(summary, t) },
    ],
    lagging: (): Table => ({ title: t(words.laggingBy), rows: laggingTable(summary, t) }),
    highlights: (): Table => ({ title: t(words.highlights), rows: highlightsTable(summary, t) }),
  }
}

function heading(t: Say, ...columns: readonly Text[]): Cell[] {
  return columns.map(column => t(column))
}

/** The communities of each subdistrict, with the subdistrict's own row where it is within sight. */
function areas({ subdistricts, registers }: Summary) {
  return subdistricts.map(({ code, name }) => ({
    code,
    name,
    own: registers.find(row => row.code === code),
    communities: registers.filter(row => row.level === 'community' && row.subdistrict === code),
  }))
}

function said(state: GuaranteeState | undefined, t: Say): Cell {
  return state ? t(guaranteeStateName(state)) : null
}

function guaranteesBySubdistrict(summary: Summary, t: Say): Cell[][] {
  const met = (rows: readonly RegisterRow[], guarantee: Guarantee) =>
    rows.filter(row => row.guarantees[guarantee] === 'met').length
  return [
    heading(
      t,
      words.subdistrict,
      words.communities,
      words.cadre,
      words.fundsMet,
      words.rewardsMet,
      words.notEntered,
    ),
    ...areas(summary).map(({ name, own, communities }) => [
      name,
      communities.length,
      said(own?.guarantees.cadre, t),
      met(communities, 'funds'),
      met(communities, 'rewards'),
      communities.filter(({ entered }) => !entered).length,
    ]),
  ]
}

function optimisationsBySubdistrict(summary: Summary, t: Say): Cell[][] {
  const count = (rows: readonly RegisterRow[], has: (row: RegisterRow) => boolean) => rows.filter(has).length
  const sum = (rows: readonly RegisterRow[], of: (row: RegisterRow) => number) =>
    rows.reduce((total, row) => total + of(row), 0)
  return [
    heading(t, words.subdistrict, words.communities, words.postsFull, words.termRunning, words.councilSize),
    ...areas(summary).map(({ name, communities }) => [
      name,
      communities.length,
      count(communities, ({ posts }) => posts === 3),
      count(communities, ({ term }) => term === 'valid'),
      sum(communities, ({ council }) => council?.size ?? 0),
      sum(communities, ({ values }) => Number(values.members ?? 0)),
      count(communities, ({ membersOn }) => membersOn !== null),
      sum(communities, ({ groups }) => groups ?? 0),
      sum(communities, ({ fiveGood }) => fiveGood ?? 0),
    ]),
  ].map((row, at) =>
    at === 0
      ? [...row, ...heading(t, words.members, words.membersUpdated, words.groups, words.fiveGood)]
      : row,
  )
}

const sums: readonly FieldName[] = fields
  .filter(({ section, kind }) => (section === 'funds' || section === 'rewards') && kind === 'yuan')
  .map(({ name }) => name)

function guaranteesByUnit({ registers }: Summary, t: Say): Cell[][] {
  return [
    [
      ...heading(t, words.code, words.name, words.cadre, words.fundsMet, words.rewardsMet),
      ...sums.map(name => t(fieldTitle(name))),
    ],
    ...registers.map(({ code, name, guarantees, values }) => [
      code,
      name,
      said(guarantees.cadre, t),
      said(guarantees.funds, t),
      said(guarantees.rewards, t),
      ...sums.map(field => (typeof values[field] === 'number' ? values[field] : null)),
    ]),
  ]
}

const terms: Readonly<Record<TermState, Text>> = {
  valid: words.termValid,
  expired: words.termExpired,
  expiredOverYear: words.termExpiredOverYear,
}

function optimisationsByUnit({ registers }: Summary, t: Say): Cell[][] {
  return [
    heading(
      t,
      ...[words.code, words.name, words.posts, words.term, words.councilSize, words.councilCategories],
      ...[words.members, words.membersOn, words.groups, words.fiveGood],
    ),
    ...registers
      .filter(({ level }) => level === 'community')
      .map(({ code, name, posts, term, council, values, membersOn, groups, fiveGood }) => [
        ...[code, name, posts],
        term && t(terms[term]),
        ...[council?.size ?? null, council?.categories ?? null],
        typeof values.members === 'number' ? values.members : null,
        ...[membersOn, groups, fiveGood],
      ]),
  ]
}

function laggingTable({ lagging, nameOf }: Summary, t: Say): Cell[][] {
  return [
    heading(
      t,
      ...[words.community, words.subdistrict, words.reasons, words.helper, words.plan, words.nextCheck],
      ...[words.status, words.liftedOn],
    ),
    ...lagging.map(({ name, subdistrict, lagging: listed }) => {
      const next = listed?.checks.find(({ done }) => !done)
      const last = listed?.checks.findLast(({ done }) => done)?.done
      const state = listed ? (last ? outcomeName(last.outcome) : words.lackBeingHelped) : words.lackNotListed
      return [
        name,
        nameOf(subdistrict),
        listed?.reasons,
        listed && `${nameOf(listed.helper.unit)} ${listed.helper.post}`,
        listed?.plan,
        listed?.lifted ? null : next?.on,
        t(state),
        listed?.lifted?.on,
      ]
    }),
  ]
}

function highlightsTable({ highlights, nameOf }: Summary, t: Say): Cell[][] {
  return [
    heading(t, words.theme, words.subdistrict, words.unit, words.whatWasDone),
    ...highlights
      .toSorted((a, b) => (a.subdistrict < b.subdistrict ? -1 : 1))
      .map(({ theme, subdistrict, unit, text }) => [theme, nameOf(subdistrict), nameOf(unit), text]),
  ]
}
