import { setImmediate } from 'node:timers/promises'
import { type PlainDate, plainDate, plusMinutes, plusSeconds } from '../../shared/time.ts'
import { hourOf } from '../../surveys/answer.ts'
import { publish } from '../../surveys/publishing.ts'
import { reopenSurvey } from '../../surveys/register.ts'
import { respond } from '../../surveys/responding.ts'
import { reviewQueue } from '../../surveys/review-queue.ts'
import { proposeGroups } from '../../surveys/reviewing.ts'
import type { Round } from '../../surveys/round.ts'
import { rounds } from '../../surveys/store.ts'
import { watch } from '../../surveys/watch.ts'
import { homeSubdistrict } from '../personas.ts'
import { answered, formOf, seedRound } from './surveys.ts'
import { actor, aside, granted, moment, SampleRefused, type Staff, today, type Workshop } from './workshop.ts'

/** What happens in surveys once in a while: a result that is set right, and answers that look stuffed. */

/** A round of one subdistrict ends and is published; paper that was left lying is typed after a reopening, and it is published again. */
export function seedReopenedRound(base: Workshop, staff: Staff): void {
  const workshop = aside(base, 20_260_413)
  const { kit, agenda } = workshop
  const units = staff.tree.childrenOf(homeSubdistrict).map(({ id }) => id)
  const answers = { least: 44, most: 58, days: 10 }
  const dates = { opens: '2026-04-13', closes: '2026-04-24' }
  const published = (on: string, id: string) =>
    agenda.at(moment(kit, `${on} 09:10`), async () => {
      await publish(kit.store, await kit.store.get(rounds, id), today(kit), setImmediate)
    })
  seedRound(workshop, staff, { units, ...dates, answers }, ({ id }) => {
    published('2026-04-25', id)
    agenda.at(moment(kit, '2026-05-06 08:40'), async () => {
      const reopening = { reason: '三个社区收回的纸质问卷漏录，补录', closes: plainDate('2026-05-08') }
      const round = granted(await reopenSurvey(kit.store, id, reopening, staff.district.id, today(kit)))
      const onPaper = { least: 52, most: 64, days: 3, onPaper: true } as const
      answered(workshop, round, round.units.slice(0, 3), plainDate('2026-05-06'), onPaper)
    })
    published('2026-05-09', id)
  })
}

/** How many answers come from one hand, and of these how many are all alike. */
const [fromOneHand, alike] = [48, 36]

/**
 * Somebody praises a community again and again within minutes: a second person of the district proposes to leave out what is all
 * alike, and the rest waits in the queue.
 */
export function seedStuffing(base: Workshop, staff: Staff, round: Round, day: PlainDate): void {
  const workshop = aside(base, 20_261_120)
  const { kit, agenda, chance: luck } = workshop
  const [, unit] = staff.tree.childrenOf(homeSubdistrict)
  if (!unit) throw new Error('the sample district lacks its communities')
  agenda.at(moment(kit, `${day} 21:05`), async () => {
    const form = formOf(round)
    const eye = watch()
    const arrived = { unit: unit.id, hour: hourOf(kit.now(), kit.zone), today: today(kit) }
    for (let n = 0; n < fromOneHand; n++) {
      const id = kit.newId()
      const at = plusSeconds(kit.now(), n * 6)
      const level = () => (n < alike || luck.happens(0.7) ? '5' : '4')
      const posted = Object.fromEntries(round.form.themes.map(({ name }) => [name, level()]))
      eye.served(id, plusSeconds(at, -5))
      const arrival = { id, channel: 'online', ...arrived, watched: { watch: eye, at } } as const
      const { kind } = await respond(kit.store, round, form, posted, arrival)
      if (kind !== 'stored') throw new SampleRefused(kind)
    }
  })
  agenda.at(plusMinutes(moment(kit, `${day} 21:05`), 60 * 66), async () => {
    const { groups, seen } = await reviewQueue(kit.store, round, { most: 0, only: {} })
    const asked = {
      groups: groups.filter(({ signal }) => signal === 'identical'),
      seen,
      reason: '5 分钟内连续提交、内容完全相同，经向社区了解，当晚没有集中填写活动',
    }
    const reviewer = { by: actor(staff.arbiter), today: today(kit), zone: kit.zone }
    granted(await proposeGroups(kit.store, round, asked, kit.newId, reviewer))
  })
}
