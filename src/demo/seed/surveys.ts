import { compileForm } from '../../forms/definition.ts'
import type { Form } from '../../forms/form.ts'
import { isRefusal } from '../../shared/refusal.ts'
import { type PlainDate, plainDate, plusDays } from '../../shared/time.ts'
import { type Answer, hourOf } from '../../surveys/answer.ts'
import { loadSurvey } from '../../surveys/load.ts'
import { openSurvey } from '../../surveys/register.ts'
import { type Responded, respond } from '../../surveys/responding.ts'
import type { Round, RoundUnit } from '../../surveys/round.ts'
import { dontKnow } from '../../surveys/tally.ts'
import type { Chance } from './chance.ts'
import { granted, moment, SampleRefused, type Staff, today, type Workshop } from './workshop.ts'

export interface SampleRound {
  /** `all`, or codes of units. */
  readonly units: 'all' | readonly string[]
  readonly opens: string
  readonly closes: string
  readonly answers: SampleAnswers
}

/** How many answers a community gets, at least and at most, over how many days. */
export interface SampleAnswers {
  readonly least: number
  readonly most: number
  readonly days: number
  /** Whether all of them are forms on paper; of the others most come online. */
  readonly onPaper?: true
}

/** Opens a round on its first day and lets residents answer it day by day. */
export function seedRound(
  workshop: Workshop,
  staff: Staff,
  { units, opens, closes, answers: asked }: SampleRound,
  then?: (round: Round) => void | Promise<void>,
): void {
  const { kit, agenda } = workshop
  const first = plainDate(opens)
  agenda.at(moment(kit, `${opens} 08:30`), async () => {
    const survey = await loadSurvey('satisfaction')
    if (isRefusal(survey)) throw new SampleRefused(survey.code)
    const opening = { units, opens: first, closes: plainDate(closes), basis: survey.basis } as const
    const means = { id: kit.newId(), newLink: kit.newId, standard: survey.standard, by: staff.district.id }
    const round = granted(await openSurvey(kit.store, opening, survey.kept, { ...means, today: today(kit) }))
    answered(workshop, round, round.units, first, asked)
    await then?.(round)
  })
}

/** Lets residents of some units answer a round day by day. */
export function answered(
  workshop: Workshop,
  round: Round,
  units: readonly RoundUnit[],
  first: PlainDate,
  asked: SampleAnswers,
): void {
  for (let day = 0; day < asked.days; day++) answeredOn(workshop, round, units, plusDays(first, day), asked)
}

/** One day's answers to a round, from the forms that residents sent. */
function answeredOn(
  { kit, agenda, chance }: Workshop,
  round: Round,
  units: readonly RoundUnit[],
  day: PlainDate,
  { least, most, days, onPaper }: SampleAnswers,
) {
  const form = formOf(round)
  agenda.at(moment(kit, `${day} 19:20`), async () => {
    const sent: Promise<Responded>[] = []
    const arrived = { hour: hourOf(kit.now(), kit.zone), today: today(kit) }
    for (const unit of units) {
      const wanted = least + ((Number(unit.code.slice(-3)) * 7) % (most - least + 1))
      const count = Math.floor(wanted / days) + (chance.happens((wanted % days) / days) ? 1 : 0)
      for (let n = 0; n < count; n++) {
        const posted = answerOf(chance, likingOf(unit.code), round.form.themes)
        const channel = onPaper
          ? 'paper'
          : chance.happens(0.85)
            ? 'online'
            : chance.pick<Answer['channel']>(['paper', 'phone'])
        const arrival = { id: kit.newId(), unit: unit.code, channel, ...arrived }
        sent.push(respond(kit.store, round, form, posted, arrival))
      }
    }
    for (const { kind } of await Promise.all(sent)) if (kind !== 'stored') throw new SampleRefused(kind)
  })
}

export function formOf(round: Round): Form {
  const compiled = compileForm(round.form.definition, round.form.name)
  if (!('form' in compiled)) throw new SampleRefused(`the form ${round.form.name} cannot be read`)
  return compiled.form
}

/** The share of satisfied residents that a community has: 82 to 98 %, most above 90. */
function likingOf(code: string): number {
  const place = (Number(code.slice(-6)) * 31) % 17
  return place < 3 ? 0.85 : 0.915 + place * 0.004
}

function answerOf(chance: Chance, liking: number, themes: Round['form']['themes']): Record<string, string> {
  const mood = chance.share() < liking
  const level = () => {
    if (chance.happens(0.03)) return dontKnow
    const good = mood ? !chance.happens(0.02) : chance.happens(0.3)
    if (good) return chance.pick([5, 5, 5, 5, 4, 4, 4, 3])
    return chance.pick([2, 2, 1])
  }
  const overall = mood ? chance.pick([5, 5, 5, 4, 4, 3]) : chance.pick([2, 2, 1])
  return Object.fromEntries(themes.map(({ name }, at) => [name, String(at === 0 ? overall : level())]))
}
