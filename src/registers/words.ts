import type { Text } from '../shared/words.ts'
import type { CouncilCategory, FieldName, Section } from './fields.ts'
import type { Guarantee, GuaranteeState } from './guarantees.ts'

const categories: Readonly<Record<CouncilCategory, Text>> = {
  residentsCommittee: { 'zh-CN': '社区“两委”', en: 'Residents’ committee' },
  communityWorkers: { 'zh-CN': '社区工作者', en: 'Community workers' },
  health: { 'zh-CN': '医疗卫生', en: 'Health service' },
  education: { 'zh-CN': '教育', en: 'Education' },
  enterprises: { 'zh-CN': '辖区单位和企业', en: 'Local organisations and firms' },
  property: { 'zh-CN': '物业服务', en: 'Property management' },
  members: { 'zh-CN': '会员代表', en: 'Members’ representatives' },
  volunteers: { 'zh-CN': '志愿者', en: 'Volunteers' },
}

const plainFields: Readonly<Record<Exclude<FieldName, `council_${string}`>, Text>> = {
  cadreInPost: { 'zh-CN': '有一名在职干部负责', en: 'A cadre in post is in charge' },
  fundsPlanned: { 'zh-CN': '经费预算（元）', en: 'Funds planned (yuan)' },
  fundsReceived: { 'zh-CN': '经费到位（元）', en: 'Funds received (yuan)' },
  fundsSpent: { 'zh-CN': '经费支出（元）', en: 'Funds spent (yuan)' },
  fundsVouchered: { 'zh-CN': '支出均有凭证', en: 'All spending has vouchers' },
  viceDue: { 'zh-CN': '专职副会长报酬应发（元）', en: 'Vice president’s reward due (yuan)' },
  vicePaid: { 'zh-CN': '专职副会长报酬已发（元）', en: 'Vice president’s reward paid (yuan)' },
  leadersDue: { 'zh-CN': '小组长报酬应发（元）', en: 'Group leaders’ rewards due (yuan)' },
  leadersPaid: { 'zh-CN': '小组长报酬已发（元）', en: 'Group leaders’ rewards paid (yuan)' },
  president: { 'zh-CN': '会长在任', en: 'President in post' },
  fullTimeVicePresident: { 'zh-CN': '专职副会长在任', en: 'Full-time vice president in post' },
  secretaryGeneral: { 'zh-CN': '秘书长在任', en: 'Secretary-general in post' },
  termEnds: { 'zh-CN': '本届任期届满日', en: 'Present term ends on' },
  councilChangesRecorded: { 'zh-CN': '理事变动有记录', en: 'Changes of the council are recorded' },
  members: { 'zh-CN': '会员人数', en: 'Number of members' },
  groupsCoverAll: { 'zh-CN': '小组覆盖全部楼栋或网格', en: 'Groups cover all buildings or grids' },
}

export function fieldTitle(name: FieldName): Text {
  if (!name.startsWith('council_')) return plainFields[name as keyof typeof plainFields]
  const category = categories[name.slice(8) as CouncilCategory]
  return { 'zh-CN': `理事·${category['zh-CN']}（人）`, en: `Council: ${category.en}` }
}

export function sectionTitle(section: Section): Text {
  switch (section) {
    case 'cadre':
      return words.cadre
    case 'funds':
      return words.funds
    case 'rewards':
      return words.rewards
    case 'leadership':
      return words.leadership
    case 'council':
      return words.council
    case 'members':
      return words.members
    case 'groups':
      return words.coverage
  }
}

export function guaranteeTitle(guarantee: Guarantee): Text {
  return words[guarantee]
}

export function guaranteeStateName(state: GuaranteeState): Text {
  switch (state) {
    case 'met':
      return words.stateMet
    case 'missing':
      return words.stateMissing
    case 'unknown':
      return words.stateUnknown
  }
}

export const words = {
  title: { 'zh-CN': '台账', en: 'Registers' },
  yearTitle: { 'zh-CN': '{year} 年度“三个确保、三个优化”台账', en: 'Guarantees and optimisations, {year}' },
  intro: {
    'zh-CN': '只填一次：评定表、总览和报表都从这里取数。会员和理事只填人数。',
    en: 'Filled in once: the rating, the summary and the reports take their figures from here. Members and council are numbers only.',
  },
  leaveEmpty: { 'zh-CN': '还不掌握的可以留空。', en: 'Leave empty what is not known yet.' },
  yearDays: { 'zh-CN': '{starts} 至 {ends}', en: '{starts} to {ends}' },
  otherYears: { 'zh-CN': '其他年度', en: 'Other years' },
  cadre: { 'zh-CN': '在职干部', en: 'Cadre in post' },
  funds: { 'zh-CN': '活动经费', en: 'Activity funds' },
  rewards: { 'zh-CN': '报酬落实', en: 'Rewards' },
  leadership: { 'zh-CN': '优化班子', en: 'Leadership' },
  council: { 'zh-CN': '优化理事会', en: 'Council' },
  members: { 'zh-CN': '优化会员队伍', en: 'Members' },
  coverage: { 'zh-CN': '小组覆盖', en: 'Coverage of groups' },
  guarantees: { 'zh-CN': '三个确保', en: 'Three guarantees' },
  stateMet: { 'zh-CN': '已落实', en: 'met' },
  stateMissing: { 'zh-CN': '未落实', en: 'missing' },
  stateUnknown: { 'zh-CN': '未填', en: 'not entered' },
  unit: { 'zh-CN': '单位', en: 'Unit' },
  unitName: { 'zh-CN': '单位名称', en: 'Unit name' },
  code: { 'zh-CN': '代码', en: 'Code' },
  updated: { 'zh-CN': '{date} 更新', en: 'updated {date}' },
  notYet: { 'zh-CN': '本年度未填', en: 'not entered this year' },
  posts: { 'zh-CN': '三职', en: 'Posts' },
  postsOf: { 'zh-CN': '{n}/3 在任', en: '{n} of 3 filled' },
  postsNone: { 'zh-CN': '三职未填', en: 'posts not entered' },
  fromPeople: {
    'zh-CN': '在任（见人员名册，不用再填）',
    en: 'in post (from the people registered; nothing to enter)',
  },
  councilSize: {
    'zh-CN': '理事 {size} 人、{categories} 类',
    en: '{size} council members of {categories} {categories|category|categories}',
  },
  membersOf: { 'zh-CN': '会员 {members} 人', en: '{members} {members|member|members}' },
  groupsTitle: { 'zh-CN': '会员小组', en: 'Member groups' },
  groupsOf: {
    'zh-CN': '{groups} 个小组，五好 {five} 个',
    en: '{groups} {groups|group|groups}, {five} five-good',
  },
  yes: { 'zh-CN': '是', en: 'yes' },
  no: { 'zh-CN': '否', en: 'no' },
  empty: { 'zh-CN': '——', en: '–' },
  lastYear: { 'zh-CN': '上年：{value}', en: 'last year: {value}' },
  offered: {
    'zh-CN': '已带出上年内容，请核对；保存后才生效。',
    en: 'Last year’s entries are offered here; they count once you save.',
  },
  save: { 'zh-CN': '保存', en: 'Save' },
  saved: { 'zh-CN': '已保存。', en: 'Saved.' },
  badValue: { 'zh-CN': '“{field}”填写有误：{hint}', en: '“{field}” cannot be read: {hint}' },
  hintYuan: { 'zh-CN': '元，不小于 0，最多两位小数', en: 'yuan, not below 0, at most two decimals' },
  hintCount: { 'zh-CN': '人数，不小于 0 的整数', en: 'a whole number, not below 0' },
  hintYesNo: { 'zh-CN': '填“是”或“否”', en: 'yes or no' },
  hintDate: { 'zh-CN': '日期，如 2027-05-31', en: 'a date such as 2027-05-31' },
  history: { 'zh-CN': '填报记录', en: 'What was entered' },
  historyLine: { 'zh-CN': '{at} {who}（{way}）：{changes}', en: '{at} {who} ({way}): {changes}' },
  wayForm: { 'zh-CN': '页面填报', en: 'on the page' },
  wayImport: { 'zh-CN': '表格导入', en: 'from a file' },
  toGroups: { 'zh-CN': '会员小组和五好小组', en: 'Member groups and five-good groups' },
  ofYear: { 'zh-CN': '{year} 年度', en: 'Year {year}' },
  toSheet: { 'zh-CN': '三个确保、三个优化', en: 'Guarantees and optimisations' },
  backToYear: { 'zh-CN': '返回年度台账', en: 'Back to the year' },
  import: { 'zh-CN': '导入表格', en: 'Import a table' },
  importHint: {
    'zh-CN': '先下载现有台账，在表中填写后导入。空格子保留原值；有一处错误就都不导入。',
    en: 'Download the register, fill it in and import it. Empty cells keep what is there; with one fault nothing is imported.',
  },
  fileHint: { 'zh-CN': 'CSV 或 XLSX 表格，首行为列名', en: 'a CSV or XLSX table with its headings first' },
  checkedMore: { 'zh-CN': '将更新 {count} 个单位的台账。', en: 'It is about {count} {count|unit|units}.' },
  importFaults: {
    'zh-CN': '有 {count} 处错误，没有导入：',
    en: '{count} {count|fault|faults}; nothing was imported:',
  },
  line: { 'zh-CN': '第 {line} 行：', en: 'Line {line}: ' },
  noSuchUnit: {
    'zh-CN': '“{unit}”不是您范围内的街道或社区。',
    en: '“{unit}” is no subdistrict or community of yours.',
  },
  doubleUnit: { 'zh-CN': '“{unit}”在表中出现两次。', en: '“{unit}” is in the table twice.' },
  notForLevel: { 'zh-CN': '“{field}”不由该级填写。', en: '“{field}” is not a field of this level.' },
  importGroups: { 'zh-CN': '导入小组名册', en: 'Import member groups' },
  downloadGroups: { 'zh-CN': '下载小组名册', en: 'Download the groups' },
  groupsYear: { 'zh-CN': '{year} 年度会员小组名册', en: 'Member groups, {year}' },
  importGroupsHint: {
    'zh-CN':
      '每行一个小组。先下载现有名册，在表中增改后导入：同名的更新，其余的新增；撤销小组请在小组页面办理。有一处错误就都不导入。',
    en: 'One group a line. Download the groups, fill the table in and import it: those of the same name are updated, the others added; a group is given up on its page. With one fault nothing is imported.',
  },
  importMonths: { 'zh-CN': '导入小组每月次数', en: 'Import monthly counts' },
  downloadMonths: { 'zh-CN': '下载小组每月次数', en: 'Download the monthly counts' },
  downloadMonth: { 'zh-CN': '下载 {month}', en: 'Download {month}' },
  monthsYear: { 'zh-CN': '{year} 年度小组每月次数', en: 'Monthly counts of member groups, {year}' },
  importMonthsHint: {
    'zh-CN':
      '每行一个小组、一个月份：活动和宣传的次数，没有填 0。先下载表格，填写后导入；空格子保留原值，小组须先登记。有一处错误就都不导入。',
    en: 'One line for a group and month: how often, 0 for none. Download the table, fill it in and import it. Empty cells keep what is there; a group must be on the roster. With one fault nothing is imported.',
  },
  imported: { 'zh-CN': '已更新 {count} 个单位。', en: '{count} {count|unit|units} updated.' },
  download: { 'zh-CN': '下载台账', en: 'Download' },
  // Groups
  noGroups: { 'zh-CN': '还没有登记会员小组。', en: 'No member groups are registered yet.' },
  carry: { 'zh-CN': '沿用上年 {count} 个小组', en: 'Take over last year’s {count} {count|group|groups}' },
  addGroups: { 'zh-CN': '登记小组', en: 'Add groups' },
  addHint: {
    'zh-CN': '每行一个：名称，覆盖的楼栋或网格。例：第1小组，1–3号楼。不填居民信息。',
    en: 'One a line: the name, then the buildings or grid it covers, such as “Group 1, houses 1 to 3”. Nothing about residents.',
  },
  addButton: { 'zh-CN': '登记', en: 'Add' },
  groupName: { 'zh-CN': '名称或编号', en: 'Name or number' },
  covers: { 'zh-CN': '覆盖楼栋或网格', en: 'Buildings or grid' },
  leaderFilled: { 'zh-CN': '组长在岗', en: 'The leader’s post is filled' },
  leaderVacant: { 'zh-CN': '组长空缺', en: 'no leader' },
  closed: { 'zh-CN': '已撤销', en: 'given up' },
  close: { 'zh-CN': '撤销该小组', en: 'Give the group up' },
  month: { 'zh-CN': '月份', en: 'Month' },
  monthTitle: { 'zh-CN': '{month} 活动和宣传次数', en: 'Activities and publicity in {month}' },
  monthHint: {
    'zh-CN': '填本月次数，没有填 0。',
    en: 'How often in the month; 0 for none.',
  },
  showMonth: { 'zh-CN': '切换', en: 'Show' },
  activities: { 'zh-CN': '活动', en: 'Activities' },
  publicity: { 'zh-CN': '宣传', en: 'Publicity' },
  group: { 'zh-CN': '小组', en: 'Group' },
  activeOf: { 'zh-CN': '活动 {active}/{over} 个月', en: 'active in {active} of {over} months' },
  fiveGood: { 'zh-CN': '五好', en: 'Five goods' },
  goodsOf: { 'zh-CN': '{n}/{all} 好', en: '{n} of {all} goods' },
  fromRecords: { 'zh-CN': '由台账得出', en: 'from the records' },
  mark: { 'zh-CN': '保存', en: 'Save' },
  proposed: { 'zh-CN': '拟五好小组，待街道确认', en: 'proposed as five-good; the subdistrict confirms' },
  confirmed: { 'zh-CN': '五好小组', en: 'five-good' },
  declined: { 'zh-CN': '未确认：{reason}', en: 'not confirmed: {reason}' },
  confirm: { 'zh-CN': '确认为五好小组', en: 'Confirm as five-good' },
  confirmAll: { 'zh-CN': '确认全部 {count} 个', en: 'Confirm all {count}' },
  decline: { 'zh-CN': '不予确认', en: 'Decline' },
  reason: { 'zh-CN': '理由', en: 'Reason' },
  reasonWhen: { 'zh-CN': '不予确认时须写明。', en: 'To be given when it is declined.' },
  taskConfirm: {
    'zh-CN': '{count} 个五好小组待确认（{n} 个社区）',
    en: '{count} five-good {count|group|groups} to confirm, of {n} communities',
  },
  taskConfirmOne: {
    'zh-CN': '{count} 个五好小组待确认（{first}）',
    en: '{count} five-good {count|group|groups} to confirm ({first})',
  },
  toConfirm: { 'zh-CN': '待确认的五好小组', en: 'Five-good groups to confirm' },
  roster: { 'zh-CN': '小组名册', en: 'Groups' },
} satisfies Record<string, Text>
