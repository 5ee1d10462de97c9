import type { Expression, Values } from '../forms/expression.ts'
import type { Form, Question } from '../forms/form.ts'
import type { Scoring } from '../forms/score.ts'
import type { Text } from '../shared/words.ts'
import type { FigureName, Source } from './figures.ts'
import type { Target } from './grades.ts'

/** Points are numbers with at most `decimals` places; every sum is rounded to them. */
export type Points = number

export interface Item {
  /** `A1`, the name of its panel. */
  readonly id: string
  readonly section: string
  readonly title: Text
  /** How the points come about, in words. */
  readonly rule: Text
  readonly points: Points
  readonly scoring: Scoring
  readonly evidence: Text
  readonly source: Source
  readonly questions: readonly Question[]
  /** Everything its expressions read. */
  readonly names: readonly string[]
}

export interface Section {
  readonly id: string
  readonly title: Text
  readonly points: Points
  readonly items: readonly Item[]
}

export interface GateCondition {
  readonly condition: Expression
  readonly text: Text
}

/** A condition besides the points. A grade without a condition is not held back by the gate. */
export interface Gate {
  readonly id: string
  readonly title: Text
  readonly conditions: Readonly<Partial<Record<Target, GateCondition>>>
  /** The items whose present state it reads. */
  readonly items: readonly string[]
  /** The item with which it is held. */
  readonly heldWith?: string
  /** A failed veto gate beats every total. */
  readonly veto: boolean
}

export interface FigureSpec {
  readonly name: FigureName
  readonly source: Source
  readonly unit: 'number' | 'share' | 'yesNo' | 'choice'
  readonly title: Text
}

/** Numbers of a rubric that are not an item's: all of them from its file. */
export interface RubricSettings {
  readonly total: Points
  readonly decimals: number
  readonly grades: {
    readonly qualified: { readonly totalPercent: number }
    readonly firstClass: { readonly totalPercent: number; readonly sectionPercent: number }
  }
  /** Percent of all communities; `base` says of what the share of 一流 is taken. */
  readonly shares: {
    readonly qualified: number
    readonly firstClass: number
    readonly firstClassBase: 'all' | 'qualifiedOrBetter'
  }
  /** First month of the assessment year, which ends the day before it comes again. */
  readonly year: { readonly startsMonth: number }
  readonly sample: {
    readonly percent: number
    readonly atLeast: number
    /** A spot check that deviates by more marks the acceptance as inflated. */
    readonly deviationPoints: Points
  }
  /** Month and day, `10-31`, and how many days before it those who lag are reminded. */
  readonly deadlines: {
    readonly selfChecks: readonly string[]
    readonly midYear?: string | undefined
    readonly remindDaysBefore: readonly number[]
    readonly selfSubmit: string
    readonly acceptance: string
    readonly verification: string
  }
  readonly notice: { readonly workdays: number }
  readonly appeal: { readonly workdays: number; readonly decidedWithin: number }
  readonly validity: { readonly years: number; readonly failedReviews: number }
  /** After how many days a rectification item counts as long overdue. */
  readonly rectification: { readonly overdueDays: number }
  /** Sizes of a file, of all of an association's in one cycle, and how many one item may show. */
  readonly evidence: {
    readonly fileMegabytes: number
    readonly itemFiles: number
    readonly quotaMegabytes: number
  }
  /** What a failed gate or section counts for when communities are ordered by how near they are. */
  readonly nearest: { readonly blockCountsAsPoints: Points }
}

/** A rating form, read and checked: what is asked, how it is scored, and what each grade needs. */
export interface Rubric extends RubricSettings {
  readonly version: string
  readonly title: Text
  readonly form: Form
  readonly sections: readonly Section[]
  readonly items: readonly Item[]
  readonly gates: readonly Gate[]
  readonly figures: readonly FigureSpec[]
}

export type PresentState = Values

export function itemOf(rubric: Rubric, id: string): Item | undefined {
  return rubric.items.find(item => item.id === id)
}

/** Rounds to the rubric's decimals; half a unit goes up. */
export function rounded(points: number, rubric: Pick<Rubric, 'decimals'>): Points {
  const power = 10 ** rubric.decimals
  return Math.round(points * power * (1 + Number.EPSILON)) / power
}

/** A sum that is exact in the rubric's decimals. */
export function sumOf(points: readonly Points[], rubric: Pick<Rubric, 'decimals'>): Points {
  const power = 10 ** rubric.decimals
  return points.reduce((sum, each) => sum + Math.round(each * power), 0) / power
}
