import type { BulletinParts } from '../../bulletins/issuing.ts'
import type { RegisterParts } from '../../registers/desk.ts'
import { type Instant, plainDate } from '../../shared/time.ts'
import { seedAppeal } from './appeals.ts'
import { bindCast, type Cast, type Chats, castOf } from './cast.ts'
import { seedInspections } from './inspections.ts'
import { seedMeetings, seedSeries } from './meetings.ts'
import { seedPapers } from './papers.ts'
import { seedPeople } from './people.ts'
import { seedPilot } from './pilot.ts'
import { seedRatings } from './ratings.ts'
import { seedRegisters } from './registers.ts'
import { seedStandings } from './standings.ts'
import { seedReopenedRound, seedStuffing } from './survey-stories.ts'
import { seedRound } from './surveys.ts'
import { aside, moment, type Staff, type Workshop } from './workshop.ts'

/** Who is there when the year has been played. */
export interface Played {
  readonly staff: Staff
  readonly cast: Cast
}

/** The assessment year of the sample: 1 November 2025 to 31 October 2026. */
const year = 2026
const begins = '2025-11-03 09:00'
const castJoins = '2026-11-24 08:50'
/** Tuesday, just before sign-in opens for the monthly meeting of the personas' subdistrict. */
export const yearEnds = '2026-11-24 08:58'
/** By then the bot has greeted people and reminded them. */
export const chatsOpen = '2026-11-24 08:59'
/** Sign-in is open: something can be pressed. */
export const demoStarts = '2026-11-24 09:05'

const months = [
  '2025-11',
  '2025-12',
  ...Array.from({ length: 11 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`),
]

/**
 * Plays the sample district's year by the product's own rules, up to the moment at which the demo begins: everything
 * comes from the seed, so that two runs leave the same records.
 */
export async function seedYear(
  workshop: Workshop,
  parts: { readonly registers: RegisterParts; readonly bulletins: BulletinParts },
  unitsCsv: Uint8Array,
  chats: Chats,
): Promise<Played> {
  const { kit, agenda, together } = workshop
  const end: Instant = moment(kit, yearEnds)
  const people: { played?: Played } = {}
  agenda.at(moment(kit, begins), async () => {
    const beside = aside(workshop, year - 1)
    const staff = await seedPeople(workshop, beside, unitsCsv)
    seedPilot(beside, staff, year - 1)
    await seedSeries(workshop, staff)
    seedMeetings(workshop, staff, months, end)
    seedInspections(workshop, staff, months.slice(0, 12))
    seedReopenedRound(workshop, staff)
    seedRound(workshop, staff, {
      units: 'all',
      opens: '2026-09-07',
      closes: '2026-10-09',
      answers: { least: 38, most: 62, days: 20 },
    })
    seedRound(
      workshop,
      staff,
      {
        units: 'all',
        opens: '2026-11-09',
        closes: '2026-12-11',
        answers: { least: 12, most: 30, days: 15 },
      },
      round => seedStuffing(workshop, staff, round, plainDate('2026-11-20')),
    )
    seedRatings(workshop, staff, year, seedRegisters(workshop, parts.registers, staff, year))
    seedAppeal(workshop, staff, String(year))
    seedStandings(workshop, staff, String(year))
    seedPapers(workshop, staff, parts.bulletins)
    const cast = castOf(staff)
    people.played = { staff, cast }
    agenda.at(moment(kit, castJoins), () => bindCast(workshop, cast, chats))
  })
  await agenda.play(end, together)
  if (!people.played) throw new Error('the year did not begin')
  return people.played
}
