import type { PlainDate } from '../shared/time.ts'
import { dateOfText, roundedSum } from './expression-operators.ts'
import { isNumeric, numberOf } from './expression-values.ts'

/** What an expression may know besides the answers: the day, as the caller says. */
export interface Surroundings {
  readonly today: PlainDate
}

export const functionNames = [
  'iif',
  'sum',
  'avg',
  'min',
  'max',
  'count',
  'round',
  'today',
  'age',
  'dateDiff',
] as const
export type FunctionName = (typeof functionNames)[number]

export function isFunctionName(name: string): name is FunctionName {
  return (functionNames as readonly string[]).includes(name)
}

export function callFunction(name: FunctionName, args: readonly unknown[], around: Surroundings): unknown {
  switch (name) {
    case 'iif':
      return args.length < 2 ? null : args[0] ? args[1] : args[2]
    case 'sum':
      return sum(flat(args))
    case 'avg':
      return flat(args).length > 0 ? sum(flat(args)) / flat(args).length : 0
    case 'min':
      return extreme(flat(args), (value, best) => value < best)
    case 'max':
      return extreme(flat(args), (value, best) => value > best)
    case 'count':
      return flat(args).length
    case 'round':
      return round(flat(args))
    case 'today':
      return shifted(dateOfText(around.today), args.length === 1 ? Number(args[0]) : 0)
    case 'age':
      return args[0] ? difference(args[0], around.today, String(args[1] || 'years')) : null
    case 'dateDiff':
      return args[0] && args[1] ? difference(args[0], args[1], String(args[2] || 'days')) : null
  }
}

/** Lists opened out, missing values left out, numbers read from text. */
function flat(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.flatMap(flat)
  return [isNumeric(value) ? numberOf(value) : value]
}

/** Compared as JavaScript does, so that dates written as text have a least and a latest too. */
function extreme(values: readonly unknown[], isBetter: (value: number, best: number) => boolean): unknown {
  return values.reduce((best, value) => (isBetter(value as number, best as number) ? value : best), values[0])
}

function sum(values: readonly unknown[]): number {
  return values.reduce<number>((total, value) => roundedSum(total, value, total + (value as number)), 0)
}

function round([value, precision = 0]: readonly unknown[]): number {
  if (!isNumeric(value) || !isNumeric(precision || 0)) return Number.NaN
  const power = 10 ** ((precision as number) || 0)
  return Math.round((value as number) * power * (1 + Number.EPSILON)) / power
}

function shifted(date: Date, days: number): Date {
  const moved = new Date(date)
  moved.setDate(moved.getDate() + days)
  return moved
}

const dayMs = 86_400_000
const parts: Readonly<Record<string, number>> = { hours: 3_600_000, minutes: 60_000, seconds: 1_000 }

/** Days, hours, minutes and seconds without sign, rounded up; whole months and years with sign. */
function difference(from: unknown, to: unknown, unit: string): number {
  const a = dateOfText(from)
  const b = dateOfText(to)
  const part = parts[unit]
  if (part) return Math.ceil(Math.abs(b.getTime() - a.getTime()) / part)
  if (unit === 'days') return Math.ceil(Math.abs(dayOf(b) - dayOf(a)) / dayMs)
  const months =
    (b.getFullYear() - a.getFullYear()) * 12 +
    b.getMonth() -
    a.getMonth() -
    (b.getDate() < a.getDate() ? 1 : 0)
  return unit === 'months' ? months : Math.trunc(months / 12) || 0
}

function dayOf(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
}
