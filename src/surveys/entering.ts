import type { Posted } from '../forms/answers.ts'
import type { Form } from '../forms/form.ts'
import type { Actor } from '../shared/actor.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Reading, Store } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import type { DayAndHour } from './calendar.ts'
import { formId } from './paper-form.ts'
import { no } from './refusals.ts'
import { type Responded, respond } from './responding.ts'
import {
  findOpen,
  lastDayOf,
  type Round,
  type RoundUnit,
  stateOn,
  takesPaper,
  typedUntilOf,
} from './round.ts'
import { roundAsStaff } from './seen.ts'
import { paperForms } from './store.ts'
import type { Typist } from './typist.ts'

/** A unit whose answers may be entered, in its round. */
export interface Entered {
  readonly round: Round
  readonly unit: RoundUnit
}

/** The unit for which a person types paper forms now; leads do not enter answers about their own association. */
export async function unitToEnter(
  from: Reading,
  actor: Actor,
  id: string,
  code: string,
  today: PlainDate,
): Promise<Entered | Refusal> {
  const seen = await roundAsStaff(from, actor, id, code)
  return isRefusal(seen) ? seen : unitOnPaper(seen.round, code, today)
}

/** A unit whose paper forms are typed today: while residents answer, and in the days after it. */
export function unitOnPaper(round: Round, code: string, today: PlainDate): Entered | Refusal {
  const unit = round.units.find(one => one.code === code)
  return unit ? (whyNoPaper(round, today) ?? { round, unit }) : no.unknownUnits({ codes: code })
}

/** Why no paper forms of a round are typed today; undefined while they are. */
export function whyNoPaper(round: Round, today: PlainDate): Refusal | undefined {
  if (takesPaper(round, today)) return undefined
  if (stateOn(round, today) === 'planned') return no.notYetOpen({ date: round.opens })
  const date = lastDayOf(round)
  const until = round.typed ?? typedUntilOf(round)
  return until ? no.typingOver({ date, until }) : no.entryOver({ date })
}

/** Calls end with the round: only paper is typed later than it was filled in. */
export function mayEnterCalls({ round, unit }: Entered, today: PlainDate): Refusal | undefined {
  const found = findOpen(round, unit.link, today)
  return isRefusal(found) ? no.callsEnded({ date: lastDayOf(round) }) : undefined
}

/** A questionnaire as it came on paper. */
export interface OnPaper extends Entered {
  readonly form: Form
  readonly number: number
  readonly posted: Posted
}

/** Who enters a form, when, and with which code where codes are asked for. */
export interface Entering extends DayAndHour {
  readonly typist: Typist
  readonly token?: string | undefined
}

/** Stores an answer that came on paper; its number makes it the same one however often it is entered. */
export async function enterPaper(
  store: Store,
  { round, unit, form, number, posted }: OnPaper,
  { typist, today, hour, token }: Entering,
): Promise<Responded> {
  const at = { round: round.id, unit: unit.code, number }
  const id = formId('entered', at)
  const arrival = { id, unit: unit.code, channel: 'paper', hour, today, token } as const
  const outcome = await respond(store, round, form, posted, arrival)
  if (outcome.kind === 'stored' && round.standard.doubleEntry) {
    const mark = typist.mark(at)
    await store.append(paperForms, round.id, { id, kind: 'entered', unit: unit.code, number, typist: mark })
  }
  return outcome
}
