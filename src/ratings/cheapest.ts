import { scoreItem } from '../forms/score.ts'
import type { Explanation, Scores } from './grade.ts'
import type { Target } from './grades.ts'
import { type Item, type Points, type PresentState, type Rubric, rounded } from './rubric.ts'

/** A step up of one item: from how many points to how many. */
export interface StepUp {
  readonly item: Item
  readonly from: Points
  readonly to: Points
}

/**
 * The steps that bring an association to a grade with the least work, dearest last: first within sections that are
 * below their share, then anywhere, until the points that the grade needs are covered. A step is the next band, or for
 * an item without bands all that is left of it; its work is the part by which the item's figure has to grow (a band
 * from 80 % that stands at 76 % needs 5 % more), divided by the points that it brings. Held items and failed gates are
 * no steps: the first wait, the second are told apart.
 */
export function cheapest(
  rubric: Rubric,
  explanation: Explanation,
  { scores, values }: { readonly scores: Scores; readonly values: PresentState },
  target: Target,
): readonly StepUp[] {
  const gap = explanation.gaps[target]
  const ranked = rubric.items
    .flatMap(item => stepOf(item, scores[item.id], values))
    .sort((a, b) => a.work - b.work || b.to - b.from - (a.to - a.from))
  const chosen: StepUp[] = []
  const gained = (within: (item: Item) => boolean) =>
    chosen.filter(({ item }) => within(item)).reduce((sum, { from, to }) => sum + to - from, 0)
  const take = (needed: number, within: (item: Item) => boolean) => {
    for (const { item, from, to } of ranked) {
      if (rounded(gained(within), rubric) >= needed) return
      if (within(item) && !chosen.some(each => each.item === item)) chosen.push({ item, from, to })
    }
  }
  for (const id of gap.sections) {
    const section = explanation.sections.find(each => each.section === id)
    const share = rubric.grades.firstClass.sectionPercent / 100
    if (section) take(rounded(section.of * share - section.points, rubric), item => item.section === id)
  }
  take(gap.points, () => true)
  return chosen
}

function stepOf(item: Item, points: Points | null | undefined, values: PresentState) {
  const scored = scoreItem(item.scoring, values)
  const from = points ?? 0
  if (points === null || scored.held || from >= item.points) return []
  const bands = item.scoring.bands
  // Bands stand from the highest to the lowest: the last one above the points is the nearest.
  const band = bands?.findLast(each => each.points > from)
  if (bands && !band) return []
  const to = band?.points ?? item.points
  const lacking = band
    ? Math.max(0, band.from - scored.value) / (band.from || 1)
    : (item.points - from) / item.points
  return [{ item, from, to, work: lacking / (to - from) }]
}
