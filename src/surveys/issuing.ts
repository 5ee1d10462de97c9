import type { Refusal } from '../shared/refusal.ts'
import type { Reading, Store } from '../shared/store/port.ts'
import type { PlainDate } from '../shared/time.ts'
import { type CodeSheet, codeHash, codeOf, readCode } from './codes.ts'
import { no } from './refusals.ts'
import { lastDayOf, type Round, type RoundUnit, stateOn } from './round.ts'
import { codeSheets } from './store.ts'

/** What codes are made with. */
export interface Issuing {
  /** Of the sheet; a sheet that is sent again is refused, since its codes are told once. */
  readonly id: string
  readonly newSecret: () => string
  readonly by: string
  readonly today: PlainDate
}

/**
 * Makes one-time codes for a unit of a coded round. They are told here and never again. One a household: no more than
 * the unit has, where that is known, since the interval of the result rests on it.
 */
export async function issueCodes(
  store: Store,
  round: Round,
  unit: RoundUnit,
  count: number,
  { id, newSecret, by, today }: Issuing,
): Promise<readonly string[] | Refusal> {
  if (!round.coded) return no.notCoded()
  const over = whyNoCodes(round, today)
  if (over) return over
  const codes = Array.from({ length: count }, () => codeOf(newSecret()))
  const hashes = codes.map(code => codeHash(round.id, code)).sort()
  return store.write(by, async tx => {
    if (await tx.find(codeSheets, id)) return no.alreadyPrinted()
    const before = (await sheetsOf(tx, round, unit)).reduce((sum, sheet) => sum + sheet.hashes.length, 0)
    const { households = Number.POSITIVE_INFINITY } = unit
    if (before + count > households) return no.tooManyCodes({ households, before })
    await tx.add(codeSheets, { id, round: round.id, unit: unit.code, hashes })
    return codes
  })
}

/** Why no codes of a round are made any more; undefined while they are. */
export function whyNoCodes(round: Round, today: PlainDate): Refusal | undefined {
  const isOver = ['typing', 'closed'].includes(stateOn(round, today))
  return isOver ? no.codesOver({ date: lastDayOf(round) }) : undefined
}

/** The hash of a code that was printed for this unit; undefined for anything else. */
export async function tokenOf(
  from: Reading,
  round: Round,
  unit: RoundUnit,
  typed: unknown,
): Promise<string | undefined> {
  const code = readCode(typed)
  if (code === undefined) return undefined
  const hash = codeHash(round.id, code)
  return (await sheetsOf(from, round, unit)).some(({ hashes }) => hashes.includes(hash)) ? hash : undefined
}

function sheetsOf(from: Reading, round: Round, unit: RoundUnit): Promise<readonly CodeSheet[]> {
  return from.list(codeSheets, 'unit', `${round.id}:${unit.code}`)
}
