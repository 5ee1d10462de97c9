import type { Posted } from '../forms/answers.ts'
import type { Form } from '../forms/form.ts'
import type { Actor } from '../shared/actor.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Reading, Store } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import { holds } from '../units/scope.ts'
import { paperId } from './answer.ts'
import type { DayAndHour } from './calendar.ts'
import { no } from './refusals.ts'
import { type Responded, respond } from './responding.ts'
import { findOpen, type Round, type RoundUnit } from './round.ts'
import { roundSeen } from './seen.ts'

/** A unit whose answers may be entered, in its round. */
export interface Entered {
  readonly round: Round
  readonly unit: RoundUnit
}

/** The unit for which a person enters answers now; leads do not enter answers about their own association. */
export async function unitToEnter(
  from: Reading,
  actor: Actor,
  id: string,
  code: string,
  today: PlainDate,
): Promise<Entered | Refusal> {
  if (!holds(actor, 'district', 'subdistrict')) return no.notYours()
  const seen = await roundSeen(from, actor, id, code)
  if (isRefusal(seen)) return seen
  const unit = seen.units.find(one => one.code === code)
  return findOpen(seen.round, unit?.link ?? '', today)
}

/** A questionnaire as it came on paper. */
export interface OnPaper extends Entered {
  readonly form: Form
  readonly number: number
  readonly posted: Posted
}

/** Stores an answer that came on paper; its number makes it the same one however often it is entered. */
export async function enterPaper(
  store: Store,
  { round, unit, form, number, posted }: OnPaper,
  { today, hour }: DayAndHour,
  token?: string,
): Promise<Responded> {
  const id = paperId(round.id, unit.code, number)
  const arrival = { id, unit: unit.code, channel: 'paper', hour, today, token } as const
  return respond(store, round, form, posted, arrival)
}
