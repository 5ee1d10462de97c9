import { newId } from '../../src/shared/ids.ts'
import { isRefusal } from '../../src/shared/refusal.ts'
import type { Store } from '../../src/shared/store/port.ts'
import { plainDate } from '../../src/shared/time.ts'
import { loadSurvey } from '../../src/surveys/load.ts'
import { openSurvey } from '../../src/surveys/register.ts'
import type { Round } from '../../src/surveys/round.ts'

/** Opens a round of one community of the sample district in a store without a web. */
export async function newRound(
  store: Store,
  { opens = '2026-10-05', closes = '2026-10-20', units = ['350203001001'] as readonly string[] } = {},
): Promise<Round> {
  const survey = await loadSurvey('satisfaction')
  if (isRefusal(survey)) throw new Error(survey.code)
  const days = { opens: plainDate(opens), closes: plainDate(closes) }
  const round = await openSurvey(store, { units, basis: 'broad', ...days }, survey.kept, {
    id: newId(),
    newLink: newId,
    standard: survey.standard,
    by: 'test',
    today: plainDate('2026-10-05'),
  })
  if (isRefusal(round)) throw new Error(round.code)
  return round
}
