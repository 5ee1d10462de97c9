import type { Text } from '../shared/words.ts'
import type { Level } from './unit.ts'

/** The headings under which levels are known in files, besides their identifiers. */
const levels: Readonly<Record<Level, readonly string[]>> = {
  district: ['区', '区级', '县', '县级'],
  subdistrict: ['街道', '街道级', '镇', '乡', '镇街'],
  community: ['社区', '社区级', '村', '村居', '居委会'],
  window: ['窗口', '服务窗口', '服务站'],
}

const columns = {
  code: { 'zh-CN': '代码', en: 'code' },
  level: { 'zh-CN': '级别', en: 'level' },
  name: { 'zh-CN': '名称', en: 'name' },
  parent: { 'zh-CN': '上级', en: 'parent' },
  population: { 'zh-CN': '人口', en: 'population' },
  households: { 'zh-CN': '户数', en: 'households' },
  opened: { 'zh-CN': '设立日期', en: 'opened' },
  closed: { 'zh-CN': '撤销日期', en: 'closed' },
} as const satisfies Readonly<Record<string, Text>>

export const faults = {
  levels,
  columns,
  emptyCell: { 'zh-CN': '“{column}”为空。', en: '“{column}” is empty.' },
  code: {
    'zh-CN': '代码“{value}”应为 12 位数字（服务窗口可加后缀，如 350203001001-1）。',
    en: 'the code “{value}” must have 12 digits (a service window adds a suffix, as in 350203001001-1).',
  },
  level: {
    'zh-CN': '级别“{value}”应为区、街道、社区或服务窗口。',
    en: 'the level “{value}” must be district, subdistrict, community or window.',
  },
  name: {
    'zh-CN': '名称“{value}”太长（最多 60 字）。',
    en: 'the name “{value}” is longer than 60 characters.',
  },
  parent: { 'zh-CN': '上级“{value}”不是单位代码。', en: 'the parent “{value}” is not a unit code.' },
  population: { 'zh-CN': '人口“{value}”不是整数。', en: 'the population “{value}” is not a whole number.' },
  households: {
    'zh-CN': '户数“{value}”不是整数。',
    en: 'the number of households “{value}” is not a whole number.',
  },
  opened: { 'zh-CN': '设立日期“{value}”不是有效日期。', en: 'the opening date “{value}” is not a date.' },
  closed: { 'zh-CN': '撤销日期“{value}”不是有效日期。', en: 'the closing date “{value}” is not a date.' },
  closedFirst: {
    'zh-CN': '撤销日期 {closed} 不晚于设立日期 {opened}。',
    en: 'it is closed on {closed}, which is not after {opened}, when it opened.',
  },
  doubleCode: {
    'zh-CN': '代码 {code} 与第 {first} 行重复。',
    en: 'the code {code} already stands on line {first}.',
  },
  unknownParent: {
    'zh-CN': '{name}的上级 {parent} 不在文件中，也不在已有单位中。',
    en: 'the parent {parent} of {name} is neither in the file nor known.',
  },
  wrongParent: {
    'zh-CN': '{name}的上级 {parent} 级别不对：社区属街道，街道属区。',
    en: 'the parent {parent} of {name} has the wrong level: a community belongs to a subdistrict, a subdistrict to a district.',
  },
  noParent: { 'zh-CN': '{name}缺少上级代码。', en: '{name} lacks the code of its parent.' },
  levelChanged: {
    'zh-CN': '{name}的级别与已有记录不同；单位的级别不能更改。',
    en: '{name} is recorded with another level; a unit cannot change its level.',
  },
  secondDistrict: {
    'zh-CN': '{name}是第二个区；一个系统只管理一个区。',
    en: '{name} is a second district; one installation serves one district.',
  },
} as const
