import { loadForm } from '../forms/load.ts'
import { remember } from '../shared/remember.ts'
import { sheetOf } from './sheet.ts'

/** The sheet as it stands in `surveys/inspection.json`, read once; throws when it cannot serve as one. */
export const readSheetFile = remember(() => sheetOf(loadForm('inspection')))
