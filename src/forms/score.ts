import { z } from 'zod'
import { plainDate } from '../shared/time.ts'
import { compileExpression, type Expression, type Values } from './expression.ts'
import type { Node } from './expression-grammar.ts'
import { numberOf } from './expression-values.ts'
import { type FormFault, faultAt, type Path } from './fault.ts'
import { faultWords, filled, scoreWords } from './words.ts'

const bandSchema = z.strictObject({ from: z.number(), points: z.number().min(0) }).readonly()

/** The `scoring` of a rubric's item or a line of an inspection sheet; `value` and `heldIf` are expressions. */
export const scoringSchema = z.strictObject({
  points: z.number().positive(),
  value: z.string().min(1),
  bands: z.array(bandSchema).min(1).readonly().optional(),
  heldIf: z.string().min(1).optional(),
})

export type Band = z.infer<typeof bandSchema>

export interface Scoring {
  /** The most that can be had. */
  readonly points: number
  readonly value: Expression
  /** From the highest to the lowest; none: the value itself is the points. */
  readonly bands?: readonly Band[]
  readonly heldIf?: Expression
  /** The variables that `value` and `heldIf` read. */
  readonly names: readonly string[]
}

export type Score =
  | { readonly held: true }
  | { readonly held: false; readonly value: number; readonly points: number }

/**
 * Compiles an item's scoring. Faults: unreadable expressions, variables outside `known` (where given), bands that give
 * more than the item's points, stand twice or out of order, and `today` or `age`, since a score rests on figures alone.
 */
export function compileScoring(
  raw: unknown,
  known?: ReadonlySet<string>,
): { readonly scoring: Scoring } | { readonly faults: readonly FormFault[] } {
  const parsed = scoringSchema.safeParse(raw)
  if (!parsed.success) return { faults: parsed.error.issues.map(faultOf) }
  const { points, bands, heldIf } = parsed.data
  const faults: FormFault[] = [...bandFaults(bands ?? [], points)]
  const expression = (text: string, path: Path): Expression | undefined => {
    const compiled = compileExpression(text)
    if ('fault' in compiled) {
      const { fault, at, word } = compiled.fault
      faults.push(faultAt(path, filled(faultWords[fault], { at: at + 1, word })))
      return undefined
    }
    faults.push(...nameFaults(compiled.expression, path, known))
    return compiled.expression
  }
  const value = expression(parsed.data.value, ['value'])
  const held = heldIf === undefined ? undefined : expression(heldIf, ['heldIf'])
  if (faults.length > 0 || !value) return { faults }
  const names = [...new Set([...value.names, ...(held?.names ?? [])])]
  const highestFirst = bands?.toSorted((a, b) => b.from - a.from)
  return {
    scoring: {
      points,
      value,
      names,
      ...(highestFirst ? { bands: highestFirst } : {}),
      ...(held ? { heldIf: held } : {}),
    },
  }
}

/**
 * Scores an item from its figures. Held: nothing can be said yet. With bands: the points of the highest band whose
 * lower bound is reached, below all of them 0; without: the value itself, kept between 0 and the item's points.
 * A value that cannot be worked out (x / 0, nothing given) counts as 0.
 */
export function scoreItem({ points, value, bands, heldIf }: Scoring, values: Values): Score {
  if (heldIf?.holds(values, noDay)) return { held: true }
  const worth = plain(value.run(values, noDay))
  const reached = bands ? (bands.find(band => worth >= band.from)?.points ?? 0) : worth
  return { held: false, value: worth, points: Math.min(points, Math.max(0, reached)) }
}

/** Scoring expressions never ask for the day (compileScoring refuses the functions that do). */
const noDay = { today: plainDate('1970-01-01') }

/** As a number without the dust of binary fractions, so that 0.7 + 0.2 reaches a band from 0.9. */
function plain(value: unknown): number {
  const number = typeof value === 'boolean' ? Number(value) : numberOf(value)
  return Number.isNaN(number) ? 0 : Number(number.toPrecision(12))
}

function bandFaults(bands: readonly Band[], most: number): readonly FormFault[] {
  const path = (index: number, key: string) => ['bands', index, key]
  const falls = (bands[1]?.from ?? 0) < (bands[0]?.from ?? 0)
  return bands.flatMap((band, index) => {
    const before = bands[index - 1]
    const faults: FormFault[] = []
    if (band.points > most) faults.push(faultAt(path(index, 'points'), filled(scoreWords.overMost, { most })))
    if (before?.from === band.from) faults.push(faultAt(path(index, 'from'), scoreWords.overlap))
    else if (before && band.from < before.from !== falls)
      faults.push(faultAt(path(index, 'from'), scoreWords.unordered))
    return faults
  })
}

function nameFaults(
  expression: Expression,
  path: Path,
  known: ReadonlySet<string> | undefined,
): readonly FormFault[] {
  const unknown = known ? expression.names.filter(name => !known.has(name)) : []
  return [
    ...unknown.map(word => faultAt(path, filled(faultWords.unknownName, { word }))),
    ...(asksTheDay(expression.tree) ? [faultAt(path, scoreWords.day)] : []),
  ]
}

function asksTheDay(node: Node): boolean {
  switch (node.kind) {
    case 'const':
    case 'variable':
      return false
    case 'call':
      return node.name === 'today' || node.name === 'age' || node.args.some(asksTheDay)
    case 'array':
      return node.items.some(asksTheDay)
    case 'unary':
      return asksTheDay(node.operand)
    case 'binary':
      return asksTheDay(node.left) || asksTheDay(node.right)
  }
}

function faultOf(issue: z.core.$ZodIssue): FormFault {
  const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  if (key !== undefined) return faultAt([...issue.path, key], filled(faultWords.unknownKey, { key }))
  return faultAt(issue.path, filled(faultWords.badValue, { detail: issue.message }))
}
