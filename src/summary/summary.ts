import type { CommunityGrade } from '../ratings/attainment.ts'
import type { Rubric } from '../ratings/rubric.ts'
import type { Actor } from '../shared/actor.ts'
import type { PlainDate } from '../shared/time.ts'
import type { Highlight } from '../standings/highlight.ts'
import type { Satisfaction, SatisfactionBook } from '../surveys/overview.ts'
import type { UnitTree } from '../units/tree.ts'
import type { Unit } from '../units/unit.ts'
import type { PartTitle } from './gap-text.ts'
import type { LaggingRow, RegisterFigures, RegisterRow } from './register-rows.ts'
import type { Target } from './target.ts'

/** Everything a summary is made of; the root reads it from the rooms. */
export interface Figures extends RegisterFigures {
  readonly tree: UnitTree
  readonly today: PlainDate
  /** The assessment year whose registers count. */
  readonly year: string
  /** Of the cycle, or the one that the next cycle would use. */
  readonly rubric: Pick<Rubric, 'shares' | 'nearest' | 'gates' | 'sections' | 'items'>
  /** The newest cycle that has figures. */
  readonly cycle: { readonly id: string; readonly name: string } | undefined
  /** The year of a newer cycle that is open and has none yet. */
  readonly ahead: string | undefined
  readonly publicUrl: string
  /** Of the communities that the cycle froze; empty without a cycle. */
  readonly grades: readonly CommunityGrade[]
  /** The same of the cycle before; undefined where there was none. */
  readonly gradesBefore: readonly CommunityGrade[] | undefined
  readonly satisfaction: SatisfactionBook
  /** The share of satisfied residents to be reached where no round says otherwise, 0 to 1. */
  readonly satisfactionTarget: number
  /** Meetings of a unit in the assessment year: due up to now, and held. */
  readonly meetings: (code: string) => { readonly due: number; readonly held: number }
}

export interface CommunityRow extends CommunityGrade {
  readonly satisfaction: Satisfaction | undefined
}

export interface SubdistrictRow {
  readonly code: string
  readonly name: string
  readonly communities: number
  readonly targets: readonly Target[]
  /** By the share of 合格以上, then of 一流; equal shares share a rank. */
  readonly rank: number
}

export interface Summary {
  /** The one unit above all that is summed up; undefined where there are several. */
  readonly of: Unit | undefined
  /** The assessment year that the registers are read of. */
  readonly year: string
  readonly cycle: Figures['cycle']
  readonly ahead: Figures['ahead']
  readonly units: { readonly subdistricts: number; readonly communities: number }
  readonly targets: readonly Target[]
  readonly subdistricts: readonly SubdistrictRow[]
  readonly communities: readonly CommunityRow[]
  /** Guarantees and optimisations of subdistricts and communities. */
  readonly registers: readonly RegisterRow[]
  readonly lagging: readonly LaggingRow[]
  readonly highlights: readonly Highlight[]
  readonly nameOf: (code: string) => string
  readonly partTitle: PartTitle
  /** The address of a community's rating of the cycle, for what leaves the house. */
  readonly ratingUrl: (code: string) => string | undefined
}

/** Reads the summary of what an actor may see; of everything without one. `of` narrows it to a unit within sight; `year` names a cycle. */
export type ReadSummary = (actor?: Actor, of?: string, year?: string) => Promise<Summary>
