import type { Role } from '../shared/actor.ts'
import type { Text } from '../shared/words.ts'

/** The words under which roles are known in files, besides their identifiers; the first is the one that lists of ours carry. */
const roles: Readonly<Record<Role, readonly [string, ...string[]]>> = {
  district: ['区', '区级', '区工作人员', '县', '县级', 'district officer'],
  subdistrict: ['街道', '街道级', '街道工作人员', '镇', '乡', '镇街', 'subdistrict officer'],
  lead: ['负责人', '社区', '社区级', '协会负责人', '社区负责人', '社区协会负责人', 'association lead'],
}

const columns = {
  name: { 'zh-CN': '姓名', en: 'name' },
  role: { 'zh-CN': '角色', en: 'role' },
  unit: { 'zh-CN': '单位', en: 'unit' },
  post: { 'zh-CN': '职务', en: 'post' },
} as const satisfies Readonly<Record<string, Text>>

export const listWords = {
  roles,
  columns,
  emptyCell: { 'zh-CN': '“{column}”为空。', en: '“{column}” is empty.' },
  tooLong: {
    'zh-CN': '“{column}”太长（最多 60 字）。',
    en: '“{column}” is longer than 60 characters.',
  },
  unknownRole: {
    'zh-CN': '角色“{value}”应为区、街道或负责人。',
    en: 'the role “{value}” must be district, subdistrict or lead.',
  },
  unknownUnit: {
    'zh-CN': '没有名称或代码为“{value}”的单位。',
    en: 'there is no unit with the name or code “{value}”.',
  },
  unclearUnit: {
    'zh-CN': '有 {count} 个单位叫“{value}”，请改填代码：{codes}。',
    en: '{count} units are called “{value}”; give the code instead: {codes}.',
  },
  twice: {
    'zh-CN': '与第 {first} 行重复。',
    en: 'this is the same person and duty as on line {first}.',
  },
  empty: { 'zh-CN': '文件中没有人员。', en: 'the file names nobody.' },
} as const
