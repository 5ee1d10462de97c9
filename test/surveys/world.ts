import { isRefusal } from '../../src/shared/refusal.ts'
import { plainDate } from '../../src/shared/time.ts'
import type { Round, RoundForm } from '../../src/surveys/round.ts'
import { type Opening, type OpeningMeans, openRound } from '../../src/surveys/rounds.ts'
import { type UnitTree, unitTree } from '../../src/units/tree.ts'
import type { Unit } from '../../src/units/unit.ts'

/** A small district: two subdistricts with two communities each, one of which has a service window. */
export const huli: readonly Unit[] = [
  { id: '350206000000', level: 'district', name: '湖里区', parent: null },
  { id: '350206001000', level: 'subdistrict', name: '湖里街道', parent: '350206000000' },
  { id: '350206001001', level: 'community', name: '东渡社区', parent: '350206001000', population: 1000 },
  { id: '350206001001-1', level: 'window', name: '东渡服务窗口', parent: '350206001001' },
  { id: '350206001002', level: 'community', name: '兴隆社区', parent: '350206001000', population: 3000 },
  { id: '350206002000', level: 'subdistrict', name: '殿前街道', parent: '350206000000' },
  { id: '350206002001', level: 'community', name: '高殿社区', parent: '350206002000' },
  {
    id: '350206002002',
    level: 'community',
    name: '中埔社区',
    parent: '350206002000',
    closed: plainDate('2026-01-01'),
  },
]

export const standard = { target: 0.9, minimum: 30, sample: 50, smallCell: 5 }
const said = (text: string) => ({ 'zh-CN': text, en: text })
export const form: RoundForm = {
  name: 'satisfaction',
  version: 'v1',
  definition: {},
  title: said('满意度调查'),
  overall: 'overall',
  themes: [{ name: 'overall', title: said('总体满意度') }],
  levelNames: ['非常满意', '满意', '基本满意', '不满意', '非常不满意'].map(said),
}

export function means(tree: UnitTree = unitTree(huli)): OpeningMeans {
  let made = 0
  return {
    id: 'round1',
    newLink: () => `link${++made}`,
    tree,
    standard,
    by: 'anna',
    today: plainDate('2026-10-05'),
  }
}

export function opening(changed: Partial<Opening> = {}): Opening {
  const dates = { opens: plainDate('2026-10-05'), closes: plainDate('2026-10-20') }
  return { units: 'all', basis: 'broad', ...dates, ...changed }
}

/** The round that an opening makes; the opening must be one that is not refused. */
export function round(changed: Partial<Opening> = {}): Round {
  const opened = openRound(opening(changed), form, means())
  if (isRefusal(opened)) throw new Error(`refused: ${opened.code}`)
  return opened
}
