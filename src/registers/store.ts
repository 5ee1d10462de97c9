import { collection } from '../shared/store/declare.ts'
import { groupListSchema } from './groups.ts'
import { withDeeds } from './old-deeds.ts'
import { sheetSchema } from './sheet.ts'

export const sheets = collection({
  name: 'register-sheets',
  schema: sheetSchema,
  queries: { year: sheet => sheet.year },
})

export const memberGroups = collection({
  name: 'member-groups',
  version: 2,
  upgrades: { 1: withDeeds },
  schema: groupListSchema,
  queries: { year: list => list.year },
})
