import { describe, expect, test } from 'vitest'
import type { CommunityGrade } from '../../src/ratings/attainment.ts'
import type { Gap } from '../../src/ratings/gap.ts'
import { emptySheet, type Sheet } from '../../src/registers/sheet.ts'
import { standards } from '../../src/registers/standards-file.ts'
import { instant, plainDate } from '../../src/shared/time.ts'
import { speaker } from '../../src/shared/words.ts'
import type { Lagging } from '../../src/standings/lagging.ts'
import { nearestOf, nearestText, waysToNearest } from '../../src/summary/nearest.ts'
import { targetCard } from '../../src/summary/pages.targets.tsx'
import { rollUp } from '../../src/summary/roll-up.ts'
import type { Figures, Summary } from '../../src/summary/summary.ts'
import { type Reports, summaryTables } from '../../src/summary/tables.ts'
import type { Target, TargetKey } from '../../src/summary/target.ts'
import { summaryText } from '../../src/summary/text.ts'
import type { Satisfaction } from '../../src/surveys/overview.ts'
import type { Verdict } from '../../src/surveys/verdict.ts'
import { unitTree } from '../../src/units/tree.ts'
import type { Unit } from '../../src/units/unit.ts'

const district: Unit = { id: '350203000000', level: 'district', name: '思明区', parent: null }
const streets: Unit[] = ['350203001000', '350203003000'].map((id, at) => ({
  id,
  level: 'subdistrict',
  name: `街道${at + 1}`,
  parent: district.id,
}))
const communities: Unit[] = Array.from({ length: 10 }, (_, at) => ({
  id: `${at < 6 ? '350203001' : '350203003'}${String(at + 1).padStart(3, '0')}`,
  level: 'community',
  name: `社区${at + 1}`,
  parent: at < 6 ? '350203001000' : '350203003000',
}))
const tree = unitTree([district, ...streets, ...communities])

const open: Gap = { points: 0, gates: [], sections: [], held: [], notApplied: false }

/** Grades by community: F first class, Q qualified, a number the points that lack to 合格, - nothing entered. */
function grades(text: string): CommunityGrade[] {
  return [...text].map((mark, at) => {
    const unit = communities[at]
    if (!unit) throw new Error('too many marks')
    const grade = mark === 'F' ? 'firstClass' : mark === 'Q' ? 'qualified' : null
    const lacking = /\d/.test(mark)
    return {
      code: unit.id,
      name: unit.name,
      subdistrict: unit.parent ?? '',
      grade,
      inForce: null,
      projected: lacking ? 'notQualified' : grade,
      score: lacking ? 80 - Number(mark) : grade ? 91 : null,
      gap: lacking ? { ...open, points: Number(mark) } : mark === 'Q' ? { ...open, gates: ['G4'] } : null,
    }
  })
}

/** Of a rubric’s gates, the one that these communities fail. */
const gatesNamed: Figures['rubric']['gates'] = [
  { id: 'G4', title: { 'zh-CN': '例会', en: 'Meetings' }, conditions: {}, items: [], veto: false },
]

function figures(marks: string, more: Partial<Figures> = {}): Figures {
  return {
    tree,
    today: plainDate('2026-11-20'),
    year: '2026',
    rubric: {
      shares: { qualified: 90, firstClass: 40, firstClassBase: 'all' },
      nearest: { blockCountsAsPoints: 5 },
      gates: gatesNamed,
      sections: [],
      items: [],
    },
    publicUrl: 'https://slc.example.cn',
    cycle: { id: '2026', name: '2026' },
    ahead: undefined,
    grades: grades(marks),
    gradesBefore: undefined,
    satisfaction: { of: () => undefined, together: () => undefined },
    satisfactionTarget: 0.9,
    meetings: () => ({ due: 0, held: 0 }),
    standards,
    sheetOf: () => undefined,
    groupsOf: () => undefined,
    heldPosts: () => [],
    lagging: [],
    highlights: [],
    ...more,
  }
}

const district10 = (marks: string, more: Partial<Figures> = {}) => rollUp(figures(marks, more), tree.all)

/** What residents said, by community, most of its figures left out. */
function asked(rates: Readonly<Record<string, readonly [verdict: Verdict, rate: number | null]>>) {
  const of = (unit: string) => {
    const [verdict, rate] = rates[unit] ?? []
    return verdict && ({ verdict, rate } as Satisfaction)
  }
  return { satisfaction: { of, together: () => undefined } }
}

const target = (key: TargetKey, { targets }: Summary) => targets.find(each => each.key === key)

describe('the targets', () => {
  test.each([
    ['all qualified, four of them first class', 'FFFFQQQQQQ', [10, 0, 'met'], [4, 0, 'met']],
    ['nine of ten qualified is enough', 'FFFFQQQQQ3', [9, 0, 'met'], [4, 0, 'met']],
    ['eight of ten is one too few', 'FFFQQQQQ13', [8, 1, 'notMet'], [3, 1, 'notMet']],
    ['nothing entered', '----------', [0, 9, 'notMet'], [0, 4, 'notMet']],
  ] as const)('%s', (_what, marks, qualified, first) => {
    const { targets } = district10(marks)
    const told = targets.slice(0, 2).map(({ count, missing, status }) => [count, missing, status])
    expect(told).toEqual([qualified, first])
  })

  test('name the communities that lack the least, and what they lack', () => {
    const [qualified] = district10('FFFQQQQ931').targets
    expect(qualified?.key === 'qualifiedOrBetter' && qualified.nearest.map(({ name }) => name)).toEqual([
      '社区10',
      '社区9',
      '社区8',
    ])
  })

  test('satisfaction is told with its verdict, and is nobody’s guess without a round', () => {
    expect(district10('FFFFQQQQQQ').targets[2]).toMatchObject({ value: null, base: 0, status: 'noData' })
  })

  test('meetings held are summed over everything in sight', () => {
    const meetings = (code: string) => (code === district.id ? { due: 4, held: 4 } : { due: 1, held: 0 })
    expect(target('meetings', district10('FFFFQQQQQQ', { meetings }))).toMatchObject({
      base: 16,
      count: 4,
      status: 'notMet',
    })
  })
})

const noReports: Reports = { meetings: [], inspections: { units: [], ledger: [] }, sheet: { lines: [] } }

test('who has the points for 合格 only waits for the procedure, whatever 一流 would still need', () => {
  const waiting = grades('FFFFQQQQQQ').map(row => (row.grade === 'qualified' ? { ...row, grade: null } : row))
  const summary = district10('', { grades: waiting })
  const [qualified] = summary.targets
  const [first] = qualified ? nearestOf(qualified, summary.partTitle, speaker('en')) : []
  expect(first && nearestText(first, speaker('en'))).toBe(
    '社区5 scores suffice; the procedure is not finished',
  )
})

describe('scopes', () => {
  test('a subdistrict sees its own communities, and its targets are of those', () => {
    const summary = rollUp(figures('FFFFQQQQQQ'), tree.within('350203003000'))
    expect(summary.units).toEqual({ subdistricts: 1, communities: 4 })
    expect(summary.targets[1]).toMatchObject({ count: 0, base: 4, needed: 2 })
  })

  test('a lead sees the own association', () => {
    const summary = rollUp(figures('FFFFQQQQQQ'), tree.within('350203001005'))
    expect(summary.communities.map(({ name }) => name)).toEqual(['社区5'])
    const text = summaryText(summary, speaker('en'))
    expect(text).toContain('社区5')
    expect(text).toContain('held back by G4 Meetings')
  })
})

test('of few answers nobody is near to the satisfaction that is wanted', () => {
  const [one, two, three, four, five] = communities.map(({ id }) => id) as [string, ...string[]]
  const rates = {
    [one]: ['tooFew', 1],
    [two as string]: ['undecided', 0.88],
    [three as string]: ['met', 0.97],
    [four as string]: ['undecided', 0.91],
    [five as string]: ['tooFew', null],
  } as const
  expect(target('satisfaction', district10('----------', asked(rates)))).toMatchObject({
    nearest: [
      { name: '社区4', rate: 0.91 },
      { name: '社区2', rate: 0.88 },
    ],
  })
})

test('subdistricts are ranked, and equal ones share a rank', () => {
  expect(district10('FQ3QQQFQQQ').subdistricts.map(({ rank }) => rank)).toEqual([2, 1])
  expect(district10('----------').subdistricts.map(({ rank }) => rank)).toEqual([1, 1])
})

test('each subdistrict is told its counts, shares, gap, rank and change against the last cycle', () => {
  const summary = district10('FFQQ13FQQ2', { gradesBefore: grades('FQ2333QQQQ') })
  const [, , , attainment] = summaryTables(summary, noReports, speaker('en'))
  expect(attainment?.rows.slice(1)).toEqual([
    // 街道1: 4 of 6 against 2 of 6, and 2 against 1 first class; 街道2: 3 of 4 against 4 of 4, and 1 against none.
    ['街道1', 6, 2, 4, 0.6667, 2, 33.3, 2, 0.3333, 1, 16.7],
    ['街道2', 4, 1, 3, 0.75, 1, -25, 1, 0.25, 1, 25],
  ])
  expect(attainment?.rows[0]).toHaveLength(11)
  expect(summaryText(summary, speaker('en'))).toContain('+10 points on the last cycle')
  const first = summaryTables(district10('FFQQ13FQQ2'), noReports, speaker('en'))[3]?.rows[1]
  expect([first?.[6], first?.[10]]).toEqual([null, null])
})

test('the ledger names the certificate that holds and its last day', () => {
  const inForce = { cycle: '2026', until: plainDate('2029-12-14'), number: '2026-350203001001' }
  const rows = grades('FFFFQQQQQQ').map((row, at) => (at === 0 ? { ...row, inForce } : row))
  const summary = district10('', { grades: rows })
  expect(summaryTables(summary, noReports, speaker('en'))[2]?.rows[1]?.slice(2, 6)).toEqual([
    ...['街道1', 'first class', '2026-350203001001', '2029-12-14'],
  ])
  const own = rollUp(figures('', { grades: rows }), tree.within('350203001001'))
  expect(summaryText(own, speaker('en'))).toContain('Certificate: 2026-350203001001 · Valid until 2029-12-14')
})

test('without a cycle, the communities of today are the base and nothing is claimed of them', () => {
  const summary = district10('', { cycle: undefined, grades: [] })
  expect(summary.communities).toHaveLength(10)
  expect(summary.targets[0]).toMatchObject({ base: 10, count: 0, needed: 9 })
})

test('the tables have a heading for every cell', () => {
  for (const { rows } of summaryTables(district10('FFFQQQQ931'), noReports, speaker('zh-CN'))) {
    expect(new Set(rows.map(row => row.length)).size).toBe(1)
  }
})

describe('targets by register', () => {
  const sheet = (unit: string, values: Sheet['values']): Sheet => ({ ...emptySheet('2026', unit), values })
  const paid = { fundsReceived: 1, viceDue: 5, vicePaid: 5, leadersDue: 5, leadersPaid: 5 }
  const sheets = new Map<string, Sheet>([
    ...communities.slice(0, 8).map(({ id }) => [id, sheet(id, paid)] as const),
    [communities[8]?.id ?? '', sheet('', { ...paid, leadersPaid: 4 })],
    [streets[0]?.id ?? '', sheet('', { cadreInPost: true })],
  ])

  test('three guarantees are owed: a cadre by each subdistrict, funds and rewards by each community', () => {
    const summary = district10('FFFFQQQQQQ', { sheetOf: unit => sheets.get(unit) })
    // 2 cadres and 10 × 2: one cadre, nine funds and eight rewards are there.
    expect(target('guarantees', summary)).toMatchObject({
      ...{ base: 22, count: 18, needed: 22, missing: 4, status: 'notMet' },
      nearest: [
        { name: '社区9', lacks: ['rewards'] },
        { name: '街道2', lacks: ['cadre'] },
        { name: '社区10', lacks: ['funds', 'rewards'] },
      ],
    })
    expect(summaryText(summary, speaker('zh-CN'))).toContain('社区9 报酬未发齐')
    expect(target('guarantees', district10('FFFFQQQQQQ'))).toMatchObject({ value: null, status: 'noData' })
  })

  test('the threshold is the standards’, not the code’s', () => {
    const lower = { ...standards, guarantees: { targetPercent: 80, rewardsPaidPercent: 80 } }
    const summary = district10('FFFFQQQQQQ', { sheetOf: unit => sheets.get(unit), standards: lower })
    expect(target('guarantees', summary)).toMatchObject({ count: 19, needed: 18, status: 'met' })
  })

  test('lagging communities are turned around when each was lifted; without any nothing is left to do', () => {
    const rows = grades('FFFFQQQQQQ').map((row, at) =>
      at > 7 ? { ...row, grade: 'notQualified' as const } : row,
    )
    const lagging: Lagging = {
      ...{ id: '2026-x', cycle: '2026', community: communities[9]?.id ?? '', name: '社区10' },
      ...{ subdistrict: '350203003000', reasons: '例会少', plan: '补齐', checks: [] },
      helper: { unit: '350203003000', post: '秘书长' },
      opened: { at: instant('2026-11-20T00:00:00Z'), by: 'd', byName: 'd' },
    }
    const told = (more: Partial<Figures>) => target('lagging', district10('', { grades: rows, ...more }))
    expect(told({ lagging: [lagging] })).toMatchObject({
      ...{ base: 2, count: 0, missing: 2, status: 'notMet' },
      nearest: [
        { name: '社区10', lacks: ['beingHelped'] },
        { name: '社区9', lacks: ['notListed'] },
      ],
    })
    const lifted = { ...lagging.opened, on: plainDate('2026-12-01'), reason: '已整改' }
    expect(told({ lagging: [{ ...lagging, lifted }] })).toMatchObject({ base: 2, count: 1 })
    expect(target('lagging', district10('FFFFQQQQQQ'))).toMatchObject({ base: 0, value: 1, status: 'met' })
    expect(target('lagging', district10('----------'))).toMatchObject({ value: null, status: 'noData' })
  })

  test('each subdistrict is asked for a highlight', () => {
    const entered = { at: instant('2026-11-20T00:00:00Z'), by: 's', byName: 's' }
    const of = { subdistrict: streets[0]?.id ?? '', unit: streets[0]?.id ?? '', year: '2026', entered }
    const highlights = [{ ...of, id: 'h', theme: '会员之家', text: '每周开放三次。' }]
    expect(target('highlights', district10('FFFFQQQQQQ', { highlights }))).toMatchObject({
      ...{ base: 2, count: 1, missing: 1, status: 'notMet' },
      nearest: [{ name: '街道2', lacks: ['highlight'] }],
    })
  })
})

test('what holds a community back is named, and leads to the gate in its rating: on the page, in the table, in a message', () => {
  const summary = district10('FFFQQQQ931')
  const [, first] = summary.targets
  const near = first ? nearestOf(first, summary.partTitle, speaker('zh-CN')) : []
  const blocked = near.find(({ pieces }) => pieces.some(({ part }) => part === 'G4'))
  expect(blocked?.pieces.map(({ text }) => text)).toContain('未过门槛 G4 例会')
  const page = String(
    targetCard(first as Target, { lang: 'zh-CN', t: speaker('zh-CN') }, '2026', '2026', summary.partTitle),
  )
  expect(page).toContain(`<a href="/ratings/2026/${blocked?.code}#G4">未过门槛 G4 例会</a>`)
  const table = summaryTables(summary, noReports, speaker('zh-CN'))[2]?.rows ?? []
  expect(table.find(([code]) => code === blocked?.code)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('未过门槛 G4 例会'),
      `https://slc.example.cn/ratings/2026/${blocked?.code}`,
    ]),
  )
  const own = rollUp(figures('FFFQQQQ931'), tree.within(blocked?.code ?? ''))
  expect(waysToNearest(own, speaker('zh-CN'))).toEqual([
    [
      {
        label: blocked?.name,
        url: `https://slc.example.cn/ratings/2026/${blocked?.code}#G4`,
        signedIn: true,
      },
    ],
  ])
})
