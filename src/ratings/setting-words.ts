import type { Text } from '../shared/words.ts'
import type { RubricSettings } from './rubric.ts'

/** The paths of everything that is no further object: `'sample.percent'`. */
type Path<T> = {
  [K in keyof T & string]-?: NonNullable<T[K]> extends number | string | readonly unknown[]
    ? K
    : `${K}.${Path<NonNullable<T[K]>>}`
}[keyof T & string]

/** What each number of a rubric is called. */
export const settingWords: Readonly<Record<Path<RubricSettings>, Text>> = {
  total: { 'zh-CN': '总分', en: 'Points in all' },
  decimals: { 'zh-CN': '条目得分保留小数位', en: 'Decimals of an item' },
  'grades.qualified.totalPercent': { 'zh-CN': '合格总分线（%）', en: 'Limit of 合格, % of the points' },
  'grades.firstClass.totalPercent': { 'zh-CN': '一流总分线（%）', en: 'Limit of 一流, % of the points' },
  'grades.firstClass.sectionPercent': {
    'zh-CN': '一流各部分得分线（%）',
    en: 'Limit of each section for 一流, %',
  },
  'shares.qualified': { 'zh-CN': '合格以上目标（%）', en: 'Target of 合格 and better, %' },
  'shares.firstClass': { 'zh-CN': '一流目标（%）', en: 'Target of 一流, %' },
  'shares.firstClassBase': { 'zh-CN': '一流占比的基数', en: 'Of what the share of 一流 is taken' },
  'year.startsMonth': { 'zh-CN': '评定年度起始月份', en: 'First month of the assessment year' },
  'sample.percent': { 'zh-CN': '抽查比例（%）', en: 'Spot check, % of a subdistrict' },
  'sample.atLeast': { 'zh-CN': '每街道至少抽查（个）', en: 'Spot check, at least so many' },
  'sample.deviationPoints': {
    'zh-CN': '抽查允许相差（分）',
    en: 'Deviation allowed in a spot check, points',
  },
  'deadlines.selfChecks': { 'zh-CN': '季度自查日期', en: 'Dates of the self-checks' },
  'deadlines.midYear': { 'zh-CN': '年中督查日期', en: 'Date of the mid-year inspection' },
  'deadlines.remindDaysBefore': { 'zh-CN': '提前几天提醒', en: 'Reminders, days before' },
  'deadlines.selfSubmit': { 'zh-CN': '申报截止', en: 'Applications until' },
  'deadlines.acceptance': { 'zh-CN': '街道验收截止', en: 'Acceptance until' },
  'deadlines.verification': { 'zh-CN': '区级核查截止', en: 'Checks by the district until' },
  'notice.workdays': { 'zh-CN': '公示工作日', en: 'Workdays of the notice' },
  'appeal.workdays': { 'zh-CN': '申诉期限（工作日）', en: 'Workdays to appeal' },
  'appeal.decidedWithin': { 'zh-CN': '申诉办理期限（工作日）', en: 'Workdays to decide an appeal' },
  'validity.years': { 'zh-CN': '等次有效期（年）', en: 'Years for which a grade holds' },
  'validity.failedReviews': {
    'zh-CN': '年度复核未通过几次降级',
    en: 'Failed yearly reviews until a downgrade',
  },
  'rectification.overdueDays': {
    'zh-CN': '整改超期多久计入关口（天）',
    en: 'Days until a rectification is long overdue',
  },
  'evidence.fileMegabytes': { 'zh-CN': '每个佐证文件上限（MB）', en: 'Size of a file of evidence, MB' },
  'evidence.itemFiles': { 'zh-CN': '每条目佐证文件上限（个）', en: 'Files of evidence an item' },
  'evidence.quotaMegabytes': { 'zh-CN': '每协会佐证总量上限（MB）', en: 'Evidence of an association, MB' },
  'nearest.blockCountsAsPoints': {
    'zh-CN': '“最接近”排序中一个关口折算（分）',
    en: 'What a blocking gate counts in “nearest”, points',
  },
}

/** Of what the share of 一流 is taken. */
export const baseWords: Readonly<Record<RubricSettings['shares']['firstClassBase'], Text>> = {
  all: { 'zh-CN': '全部社区', en: 'all communities' },
  qualifiedOrBetter: { 'zh-CN': '合格以上社区', en: 'those of 合格 and better' },
}
