import { queue } from '../delivery/store.ts'
import type { Person } from '../people/person.ts'
import { people } from '../people/store.ts'
import type { Kit } from '../shared/kit.ts'
import type { Reading } from '../shared/store/port.ts'
import { daysBetween, instantAt, plainTime, plusDays } from '../shared/time.ts'
import { speaker } from '../shared/words.ts'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import type { DayAndHour } from './calendar.ts'
import { countsOf } from './counting.ts'
import { type Progress, progressOf } from './progress.ts'
import { remindWords } from './remind-words.ts'
import { dueStep, type ReminderStep } from './reminder-steps.ts'
import { lastDayOf, type Round } from './round.ts'

/**
 * Writes to those whose units lack answers, when it is time: to the leads of each unit, or in one message to those of
 * the subdistrict above. Each is written to once a step, however often this is called.
 */
export async function remindLagging(kit: Kit, round: Round, at: DayAndHour): Promise<void> {
  const step = dueStep(round, at)
  if (!step) return
  const lagging = progressOf(round, round.units, await countsOf(kit.store, round.id)).filter(
    ({ missing }) => missing > 0,
  )
  if (lagging.length === 0) return
  await kit.store.write('clock', async tx => {
    const tree = await readTree(tx)
    const notes =
      step.to === 'leads'
        ? await leadNotes(tx, tree, round, lagging, kit.publicUrl)
        : await aboveNotes(tx, tree, round, lagging, at)
    const notAfter = instantAt(plusDays(lastDayOf(round), 1), plainTime('00:00'), kit.zone)
    for (const { person, about, text } of notes) {
      const page = {
        label: speaker(person.lang)(remindWords.open),
        url: `${kit.publicUrl}/surveys/${round.id}/progress`,
      }
      const key = `survey.lagging:${round.id}:${keyOf(step)}:${about}:${person.id}`
      const kind = 'survey.lagging'
      await queue(
        tx,
        { key, kind, to: person.id, text, buttons: [[page]], notAfter, repeatable: true },
        kit.now(),
      )
    }
  })
}

const keyOf = ({ to, on }: ReminderStep) => `${to}@${on}`

interface Note {
  readonly person: Person
  /** The unit that it is about. */
  readonly about: string
  readonly text: string
}

/** A note to everybody of each unit, with the link to pass on. */
async function leadNotes(
  from: Reading,
  tree: UnitTree,
  round: Round,
  lagging: readonly Progress[],
  publicUrl: string,
): Promise<readonly Note[]> {
  const notes: Note[] = []
  for (const { unit, valid, missing } of lagging) {
    const found = tree.find(unit.code)
    // A window is looked after by the unit that runs it; of a unit that is no more there is nobody.
    const owner = found?.level === 'window' ? found.parent : found?.id
    if (!owner) continue
    const values = {
      ...{ title: round.form.title, unit: unit.name, valid, missing },
      ...{ sample: round.standard.sample, date: lastDayOf(round), url: `${publicUrl}/s/${unit.link}` },
    }
    for (const person of await from.list(people, 'unit', owner))
      notes.push({
        person,
        about: unit.code,
        text: speaker(person.lang)(round.coded ? remindWords.leadCoded : remindWords.lead, values),
      })
  }
  return notes
}

/** Units that a digest names; how many more there are it says. */
const mostNamed = 20

/** One note to everybody of each subdistrict, or of the district where it has nobody, about all its units that lag. */
async function aboveNotes(
  from: Reading,
  tree: UnitTree,
  round: Round,
  lagging: readonly Progress[],
  { today }: DayAndHour,
): Promise<readonly Note[]> {
  const groups = new Map<string, Progress[]>()
  for (const one of lagging) {
    const above = tree.above(one.unit.code, 'subdistrict')?.id
    if (above) groups.set(above, [...(groups.get(above) ?? []), one])
  }
  const notes: Note[] = []
  for (const [subdistrict, units] of groups) {
    const own = await from.list(people, 'unit', subdistrict)
    const district = tree.district?.id ?? ''
    const readers = own.length > 0 ? own : await from.list(people, 'unit', district)
    const { sample } = round.standard
    const names = units.slice(0, mostNamed).map(({ unit, valid }) => `${unit.name} ${valid}/${sample}`)
    for (const person of readers) {
      const t = speaker(person.lang)
      const more = units.length - names.length
      const list = names.join(t(remindWords.between)) + (more > 0 ? t(remindWords.more, { more }) : '')
      const values = { title: round.form.title, count: units.length, list, sample, date: lastDayOf(round) }
      const days = daysBetween(today, lastDayOf(round))
      const subdistrictName = tree.find(subdistrict)?.name ?? ''
      const text = t(remindWords.above, { ...values, days, subdistrict: subdistrictName })
      notes.push({ person, about: subdistrict, text })
    }
  }
  return notes
}
