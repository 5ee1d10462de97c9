import type { Chance } from './chance.ts'

/** How an association stands: strong ones aim at 一流, weak ones miss 合格, and some have not handed in. */
export type Standing = 'strong' | 'sound' | 'weak' | 'draft' | 'silent'

/** The same for the same place in the list: 44 strong, 41 sound, 6 weak, 4 with a draft, 4 silent. */
export function standingOf(at: number): Standing {
  if (at % 25 === 2) return 'draft'
  if (at % 25 === 24 || at === 40) return 'silent'
  if (at % 17 === 11) return 'weak'
  return at % 2 === 0 ? 'strong' : 'sound'
}

/** What an association reports of itself, by question. */
export function presentStateOf(standing: Standing, chance: Chance): Readonly<Record<string, unknown>> {
  const strong = standing === 'strong'
  const weak = standing === 'weak'
  const residents = chance.between(38, 92) * 100
  const groups = Math.ceil(residents / 430)
  const fundsPlanned = chance.between(18, 36) * 1000
  const leadersDue = groups * 1200
  const share = strong ? 1 : weak ? 0.6 : 0.9
  const part = (whole: number) => Math.round(whole * (share === 1 ? 1 : share + (chance.share() - 0.5) * 0.1))
  return {
    posts: weak
      ? ['president', 'secretaryGeneral']
      : ['president', 'fullTimeVicePresident', 'secretaryGeneral'],
    termState: weak && chance.happens(0.5) ? 'expired' : 'valid',
    councilSize: chance.between(7, 13),
    councilCategories: ['residentsCommittee', 'communityWorkers', 'health', 'volunteers'].slice(
      0,
      strong ? 4 : 3,
    ),
    councilChangesRecorded: !weak,
    residents,
    members: Math.round(residents * (strong ? 0.055 : weak ? 0.02 : 0.04)),
    membersUpdated: true,
    groups,
    leaders: groups,
    groupsCoverAll: true,
    archives: ['plan', 'minutes', 'activities', 'funds'].slice(0, weak ? 2 : 4),
    fundsPlanned,
    fundsReceived: part(fundsPlanned),
    fundsVouchered: true,
    viceDue: 24_000,
    vicePaid: part(24_000),
    leadersDue,
    leadersPaid: part(leadersDue),
    home: ['place', 'sign', 'rules', 'plan', 'activity', 'management'].slice(0, strong ? 6 : weak ? 3 : 5),
    fiveGoodGroups: Math.floor(groups * (strong ? 0.6 : weak ? 0.25 : 0.45)),
    leadersExpected: groups * 12,
    leadersPresent: Math.round(groups * 12 * (strong ? 0.9 : weak ? 0.6 : 0.8)),
    groupMonthsActive: Math.round(groups * 12 * (strong ? 0.98 : weak ? 0.5 : 0.85)),
    groupsPublicity: Math.round(groups * (strong ? 1 : weak ? 0.4 : 0.8)),
    meetingsHeld: strong ? 12 : weak ? 9 : 11,
    selfCheckMean: strong ? 93 : weak ? 66 : 82,
    inspectionMean: strong ? chance.between(86, 96) : weak ? chance.between(55, 68) : chance.between(72, 84),
    resolutionsDue: 8,
    resolutionsOnTime: strong ? 8 : weak ? 5 : 7,
    councilQuarters: weak ? 2 : 4,
    congressHeld: !weak,
    planAndSummaries: ['plan', 'halfYear', 'year'].slice(0, weak ? 1 : 3),
    committeeReports: weak ? 1 : 2,
    published: weak ? ['activities'] : ['activities', 'accounts'],
    publicityActivities: strong ? chance.between(12, 15) : weak ? 6 : chance.between(9, 12),
    careActivities: strong ? chance.between(4, 6) : weak ? 2 : chance.between(3, 5),
    negativeCases: 0,
    negativeAnswered: 0,
  }
}
