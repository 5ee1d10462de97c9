const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const unitsOfNumerals: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
/** A number as a part of a pattern. */
export const numberPattern = '(\\d+|[零〇一二两三四五六七八九十百千]+)'

/** Reads `12`, `十二`, `两百零五`, `一百二` (120) and spoken digits such as `二零二六`; `undefined` for anything else. */
export function readNumber(text: string): number | undefined {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  if (!/^[零〇一二两三四五六七八九十百千]{1,9}$/.test(text)) return undefined
  if (!/[十百千]/.test(text)) return text.length === 1 || text.length === 4 ? spelt(text) : undefined
  let sum = 0
  let digit: number | undefined
  let lastUnit = 10_000
  let afterZero = false
  for (const sign of text) {
    const unit = unitsOfNumerals[sign]
    if (unit === undefined) {
      if (digit !== undefined && digit !== 0) return undefined
      digit = digits[sign]
      if (digit === 0) afterZero = true
      continue
    }
    if (unit >= lastUnit || (digit === undefined && unit !== 10)) return undefined
    sum += (digit || 1) * unit
    lastUnit = unit
    digit = undefined
    afterZero = false
  }
  const shortened = lastUnit > 10 && !afterZero ? lastUnit / 10 : 1
  return sum + (digit ?? 0) * shortened
}

const spelt = (text: string) => Number([...text].map(sign => digits[sign]).join(''))

/** The number in the first group of a pattern, where it is found. */
export const numberIn = (text: string, pattern: string): number | undefined =>
  readNumber(new RegExp(pattern).exec(text)?.[1] ?? '')
