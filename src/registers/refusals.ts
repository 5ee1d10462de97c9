import { refusals } from '../shared/refusal.ts'

export const no = refusals({
  unknownYear: {
    status: 404,
    'zh-CN': '没有 {year} 年度的台账。',
    en: 'There is no register of the year {year}.',
  },
  noSheet: {
    status: 404,
    'zh-CN': '台账只按街道和社区协会建立。',
    en: 'Only associations of subdistricts and communities have a register.',
  },
  notYours: {
    status: 403,
    'zh-CN': '这不在您的管理范围内。',
    en: 'This is outside the units you are responsible for.',
  },
  changedMeanwhile: {
    status: 409,
    'zh-CN': '您打开页面后，已有人更改了同一项。请重新打开，核对后再保存。',
    en: 'Somebody changed the same field after you had opened the page. Please open it again, check and save.',
  },
  partAboveWhole: {
    status: 422,
    'zh-CN': '“{part}”不能多于“{whole}”。',
    en: '“{part}” cannot be more than “{whole}”.',
  },
  councilAboveMembers: {
    status: 422,
    'zh-CN': '理事共 {size} 人，多于会员 {members} 人，请核对。',
    en: 'The council has {size} people, more than the {members} members.',
  },
  membersAbovePopulation: {
    status: 422,
    'zh-CN': '会员人数多于社区常住人口 {population} 人，请核对。',
    en: 'These are more members than the {population} residents of the community.',
  },
  termTooLong: {
    status: 422,
    'zh-CN': '任期不超过 {years} 年，届满日不能晚于今天起 {years} 年。',
    en: 'A term is at most {years} years, so it ends within {years} years from today.',
  },
  unknownGroup: { status: 404, 'zh-CN': '没有这个会员小组。', en: 'There is no such member group.' },
  noGroups: { status: 422, 'zh-CN': '请每行填写一个小组。', en: 'Please write one group a line.' },
  tooManyGroups: {
    status: 422,
    'zh-CN': '一个社区最多登记 {most} 个小组。',
    en: 'A community has at most {most} groups.',
  },
  groupExists: { status: 422, 'zh-CN': '已有小组“{name}”。', en: 'There is a group “{name}” already.' },
  groupTwice: {
    status: 422,
    'zh-CN': '小组“{name}”在表中出现两次。',
    en: 'The group “{name}” is in the table twice.',
  },
  badGroup: {
    status: 422,
    'zh-CN': '小组名称须为 1–40 字，覆盖范围不超过 100 字。',
    en: 'A group’s name has 1 to 40 characters, what it covers at most 100.',
  },
  aboutPersons: {
    status: 422,
    'zh-CN': '只登记协会和小组的工作，不登记居民个人情况。',
    en: 'Registers are about the work of associations and groups, never about residents.',
  },
  nothingToCarry: {
    status: 409,
    'zh-CN': '没有可沿用的上年小组。',
    en: 'There are no groups of last year to take over.',
  },
  monthOutside: {
    status: 422,
    'zh-CN': '{month} 不在本年度已开始的月份内。',
    en: '{month} is not a month of this year that has begun.',
  },
  noSuchGroup: {
    status: 422,
    'zh-CN': '{unit}没有登记“{group}”，请先登记小组。',
    en: '{unit} has no group “{group}” on its roster; add it first.',
  },
  monthTwice: {
    status: 422,
    'zh-CN': '“{group}”的 {month} 在表中出现两次。',
    en: '“{group}” has {month} twice in the table.',
  },
  badCounts: { status: 422, 'zh-CN': '次数须为 0–99 的整数。', en: 'Counts are whole numbers from 0 to 99.' },
  appraised: {
    status: 409,
    'zh-CN': '“{name}”已确认为五好小组。',
    en: '“{name}” was confirmed as a five-good group already.',
  },
  notProposed: {
    status: 409,
    'zh-CN': '“{name}”五项未全部达到，不能确认。',
    en: '“{name}” has not all five, so it cannot be confirmed.',
  },
  reasonNeeded: { status: 422, 'zh-CN': '请写明理由。', en: 'Please give the reason.' },
})
