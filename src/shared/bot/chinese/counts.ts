import { numberIn, numberPattern, readNumber } from './numbers.ts'
import { sentence } from './plain.ts'
import { withoutWhen } from './when.ts'

/**
 * How many people came: `12人`, `十二人`, `已开 12`, `到会18人缺3` (18), `应到20人实到18人` (18), `12 people`. A bare
 * number counts when it is the only one; dates and times are no counts.
 */
export function readCount(text: string): number | undefined {
  const plain = sentence(text)
  const named = numberIn(
    plain,
    `(?:实到|到会|到了|来了|出席|参会|参加|人数|present|came)[是有为: ]{0,2}${numberPattern}(?![月日号点时:])`,
  )
  if (named !== undefined) return named
  const others = new RegExp(
    `(?:应到|应来|缺席|缺|请假|未到|没来|列席)[了有: ]{0,2}${numberPattern} ?(?:个?人|位|名)?`,
    'g',
  )
  const without = plain.replace(others, ' ')
  const people = numberIn(without, `${numberPattern} ?(?:个人|人|位|名|people|persons|present|came)`)
  if (people !== undefined) return people
  const rest = withoutWhen(without)
  const bare = rest.match(/\d+/g) ?? []
  if (bare.length === 1) return readNumber(bare[0] ?? '')
  return numberIn(rest, `(?:^|[ ,已开]) ?${numberPattern}个?$`)
}

/** How many were missing, where a report says so: `缺3`, `请假2人`, `缺席一人`, `1 missing`. */
export function readMissing(text: string): number | undefined {
  const plain = sentence(text)
  return (
    numberIn(plain, `(?:缺席|缺|请假|未到|没来|absent)[了有: ]{0,2}${numberPattern}(?![月日号点时:])`) ??
    numberIn(plain, `${numberPattern} (?:people )?(?:are |were )?(?:missing|absent)`)
  )
}
