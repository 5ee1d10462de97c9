import type { Counted } from './counting.ts'
import { limitsOf, type Measured } from './published-line.ts'
import { validOf } from './rates.ts'
import type { Round } from './round.ts'
import { answersOf, tallyOf } from './tally.ts'
import { tell } from './telling.ts'
import type { Told } from './told.ts'

/**
 * What is told of the answers that came between two endings. They are about few units, mostly: those without any are not
 * hidden, which would make ranges of all totals; and where none has the minimum, they are told together only, as one.
 */
export function tellMore(
  round: Measured & Pick<Round, 'units' | 'form'>,
  counts: Pick<Counted, 'counted' | 'all'>,
): Told {
  const { minimum } = limitsOf(round)
  const units = round.units.filter(({ code }) => answersOf(counts.all, code) > 0)
  const isAnyTold = units.some(
    ({ code }) => validOf(tallyOf(counts.counted, code, round.form.overall)) >= minimum,
  )
  if (!isAnyTold) return tellTogether({ ...round, units }, counts)
  const told = tell({ ...round, units }, counts)
  const [first, ...others] = new Set(units.map(({ subdistrict }) => subdistrict?.code))
  if (first === undefined || others.length > 0) return told
  return { ...told, subdistricts: { [first]: told.total } }
}

/** All of them as if they were about one unit, and nothing of any. */
function tellTogether(
  round: Measured & Pick<Round, 'units' | 'form'>,
  { counted, all }: Pick<Counted, 'counted' | 'all'>,
): Told {
  const [first] = round.units
  if (!first) return tell(round, { counted, all })
  const joined = (counts: Counted['all']) => {
    const sums = new Map<string, number>()
    for (const [name, count] of counts) {
      const sum = `${first.code}${name.slice(name.indexOf('|'))}`
      sums.set(sum, (sums.get(sum) ?? 0) + count)
    }
    return sums
  }
  const told = tell({ ...round, units: [first] }, { counted: joined(counted), all: joined(all) })
  return { ...told, units: {}, subdistricts: {} }
}
