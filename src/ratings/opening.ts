import { hashOf } from '../shared/ids.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import type { PlainDate } from '../shared/time.ts'
import { readTree } from '../units/store.ts'
import { openCycle } from './cycle.ts'
import { parseRubric } from './parse-rubric.ts'
import { no } from './refusals.ts'
import { ratingCycles, ratings, rubrics } from './store.ts'

/** Opens the cycle of a year with a draft for every community; `by` is checked by the door. */
export async function openYear(
  { store, now, today }: Pick<Kit, 'store' | 'now'> & { readonly today: () => PlainDate },
  rubricJson: () => Promise<unknown>,
  by: { readonly id: string },
  year: number,
) {
  const json = await rubricJson()
  const parsed = parseRubric(json)
  if ('faults' in parsed) {
    const faults = parsed.faults.map(fault => `${fault.place}: ${fault.text['zh-CN']}`).join('\n')
    return no.brokenRubric({ faults })
  }
  const rubricId = `${parsed.rubric.version}-${hashOf(JSON.stringify(json)).slice(0, 8)}`
  return store.write(by.id, async tx => {
    if (await tx.find(ratingCycles, String(year))) return no.cycleOpen({ year })
    const opening = { year, by: by.id, now: now(), today: today(), rubricId }
    const opened = openCycle(await readTree(tx), parsed.rubric, opening)
    if (isRefusal(opened)) return opened
    if (!(await tx.find(rubrics, rubricId)))
      await tx.add(rubrics, { id: rubricId, version: parsed.rubric.version, json })
    await tx.add(ratingCycles, opened.cycle)
    for (const rating of opened.ratings) await tx.add(ratings, rating)
    return opened
  })
}
