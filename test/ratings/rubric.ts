import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseRubric } from '../../src/ratings/parse-rubric.ts'
import type { Rubric } from '../../src/ratings/rubric.ts'

/** The rubric's JSON, fresh, so that a test may change it. */
export function rubricJson() {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../surveys/rating.json'), 'utf8'))
}

export function theRubric(): Rubric {
  const parsed = parseRubric(rubricJson())
  if ('faults' in parsed) throw new Error(parsed.faults.map(f => `${f.place}: ${f.text.en}`).join('\n'))
  return parsed.rubric
}

/** An association with nothing to wish for, every figure known. */
export const excellent = {
  posts: ['president', 'fullTimeVicePresident', 'secretaryGeneral'],
  termState: 'valid',
  councilSize: 9,
  councilCategories: ['residentsCommittee', 'health', 'members'],
  councilChangesRecorded: true,
  members: 300,
  residents: 6000,
  membersUpdated: true,
  groups: 14,
  leaders: 14,
  groupsCoverAll: true,
  archives: ['plan', 'minutes', 'activities', 'funds'],
  fundsPlanned: 20000,
  fundsReceived: 20000,
  fundsVouchered: true,
  viceDue: 12000,
  vicePaid: 12000,
  leadersDue: 8400,
  leadersPaid: 8400,
  home: ['place', 'sign', 'rules', 'plan', 'activity', 'management'],
  fiveGoodGroups: 7,
  leadersExpected: 168,
  leadersPresent: 140,
  groupMonthsActive: 168,
  groupsPublicity: 14,
  meetingsHeld: 12,
  inspectionMean: 92,
  resolutionsDue: 10,
  resolutionsOnTime: 9,
  councilQuarters: 4,
  congressHeld: true,
  planAndSummaries: ['plan', 'halfYear', 'year'],
  committeeReports: 2,
  published: ['activities', 'accounts'],
  publicityActivities: 12,
  careActivities: 4,
  satisfactionRate: 0.95,
  satisfactionValid: 60,
  negativeCases: 0,
  negativeAnswered: 0,
  majorOpen: 0,
  majorOverdue: 0,
} as const

/** The fields with which a section of the form is posted. */
export function fieldsOf(section: string, state: Record<string, unknown> = excellent) {
  const questions = theRubric()
    .sections.find(each => each.id === section)
    ?.items.flatMap(item => item.questions)
    .filter(question => state[question.name] !== undefined)
  const text = (value: unknown) => (Array.isArray(value) ? value.map(String) : String(value))
  return Object.fromEntries((questions ?? []).map(question => [question.name, text(state[question.name])]))
}
