import { bulletins } from './bulletins/store.ts'
import { groupChats, robots } from './delivery/groups.ts'
import { deliverySettings } from './delivery/settings.ts'
import { outbox } from './delivery/store.ts'
import { followUps } from './followups/store.ts'
import { followUpTalks } from './followups/talks.ts'
import { inspections } from './inspections/store.ts'
import { holidayYears, localDays } from './meetings/holidays/store.ts'
import { allSeries, attachments, attendances, feeds, meetings, roomSecrets } from './meetings/store.ts'
import { talks } from './meetings/talks.ts'
import { invitations, people, sessions, signInLinks } from './people/store.ts'
import { appeals, evidence, evidenceTalks, ratingCycles, ratings, rubrics } from './ratings/store.ts'
import { memberGroups, sheets } from './registers/store.ts'
import { failedUpdates, seenUpdates } from './shared/bot/store.ts'
import type { AnyCollection, AnyFactLog } from './shared/store/declare.ts'
import { advancedSubdistricts, highlights, laggings, plaques } from './standings/store.ts'
import {
  answers,
  codeSheets,
  exclusions,
  paperForms,
  publications,
  receiptRoots,
  rounds,
  typistSecrets,
} from './surveys/store.ts'
import { marks, unitEvents, units } from './units/store.ts'

/** Everything that is kept; a store holds these and refuses to open with others. */
export const collections: readonly AnyCollection[] = [
  units,
  unitEvents,
  marks,
  people,
  invitations,
  signInLinks,
  sessions,
  allSeries,
  holidayYears,
  localDays,
  meetings,
  attendances,
  attachments,
  feeds,
  roomSecrets,
  talks,
  inspections,
  sheets,
  memberGroups,
  followUps,
  followUpTalks,
  bulletins,
  outbox,
  deliverySettings,
  groupChats,
  robots,
  rubrics,
  evidenceTalks,
  ratingCycles,
  ratings,
  appeals,
  evidence,
  plaques,
  laggings,
  highlights,
  advancedSubdistricts,
  seenUpdates,
  failedUpdates,
  rounds,
  codeSheets,
  receiptRoots,
  publications,
  typistSecrets,
  exclusions,
]

export const factLogs: readonly AnyFactLog[] = [answers, paperForms]
