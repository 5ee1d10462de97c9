import { plainDate } from '../shared/time.ts'

/** Parts of a register's sheet, each with the day on which it was last brought up to date. */
export const sections = ['cadre', 'funds', 'rewards', 'leadership', 'council', 'members', 'groups'] as const
export type Section = (typeof sections)[number]

export const posts = ['president', 'fullTimeVicePresident', 'secretaryGeneral'] as const
export type Post = (typeof posts)[number]

/** Where members of a council come from; the rubric's choices have the same names. */
export const councilCategories = [
  'residentsCommittee',
  'communityWorkers',
  'health',
  'education',
  'enterprises',
  'property',
  'members',
  'volunteers',
] as const
export type CouncilCategory = (typeof councilCategories)[number]
type CouncilField = `council_${CouncilCategory}`

export type Kind = 'yuan' | 'count' | 'yesNo' | 'date'
type SheetLevel = 'subdistrict' | 'community'

const council = Object.fromEntries(
  councilCategories.map(category => [`council_${category}`, ['community', 'council', 'count']]),
) as unknown as Record<CouncilField, readonly ['community', 'council', 'count']>

/** What is asked of whom: associations, posts and sums; members are numbers. */
const table = {
  cadreInPost: ['subdistrict', 'cadre', 'yesNo'],
  fundsPlanned: ['community', 'funds', 'yuan'],
  fundsReceived: ['community', 'funds', 'yuan'],
  fundsSpent: ['community', 'funds', 'yuan'],
  fundsVouchered: ['community', 'funds', 'yesNo'],
  viceDue: ['community', 'rewards', 'yuan'],
  vicePaid: ['community', 'rewards', 'yuan'],
  leadersDue: ['community', 'rewards', 'yuan'],
  leadersPaid: ['community', 'rewards', 'yuan'],
  president: ['community', 'leadership', 'yesNo'],
  fullTimeVicePresident: ['community', 'leadership', 'yesNo'],
  secretaryGeneral: ['community', 'leadership', 'yesNo'],
  termEnds: ['community', 'leadership', 'date'],
  ...council,
  councilChangesRecorded: ['community', 'council', 'yesNo'],
  members: ['community', 'members', 'count'],
  groupsCoverAll: ['community', 'groups', 'yesNo'],
} as const satisfies Readonly<Record<string, readonly [SheetLevel, Section, Kind]>>

export type FieldName = keyof typeof table
export const fieldNames = Object.keys(table) as readonly FieldName[]

export interface Field {
  readonly name: FieldName
  readonly level: SheetLevel
  readonly section: Section
  readonly kind: Kind
}

export const fields: readonly Field[] = fieldNames.map(name => {
  const [level, section, kind] = table[name]
  return { name, level, section, kind }
})

export function fieldOf(name: FieldName): Field {
  const [level, section, kind] = table[name]
  return { name, level, section, kind }
}

export type Value = number | boolean | string

const most = { yuan: 100_000_000, count: 200_000 } as const
const yes: readonly string[] = ['yes', 'true', '是', '有', '√', '1']
const no: readonly string[] = ['no', 'false', '否', '无', '没有', '×', '0']

/**
 * A value as people type it or have it in a sheet: full-width digits, commas between thousands, 元, dates in any usual
 * way, 是 and 否. Undefined when it is nothing of the kind; yuan have at most two decimals, counts none.
 */
export function readValue(kind: Kind, typed: string): Value | undefined {
  const text = typed.normalize('NFKC').trim()
  switch (kind) {
    case 'yesNo': {
      const plain = text.toLowerCase()
      if (yes.includes(plain)) return true
      return no.includes(plain) ? false : undefined
    }
    case 'date':
      return readDate(text)
    case 'yuan':
    case 'count': {
      const plain = text.replace(/,(?=\d{3}(\D|$))/g, '').replace(/\s*[元人]$/, '')
      const pattern = kind === 'yuan' ? /^\d{1,9}(\.\d{1,2})?$/ : /^\d{1,6}$/
      return pattern.test(plain) && Number(plain) <= most[kind] ? Number(plain) : undefined
    }
  }
}

function readDate(text: string): string | undefined {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? []
  try {
    return plainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  } catch {
    return undefined
  }
}
