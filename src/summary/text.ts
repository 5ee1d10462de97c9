import { percent } from '../shared/percent.ts'
import type { Say } from '../shared/words.ts'
import {
  gapText,
  gradeText,
  keyText,
  lackText,
  nearestTitle,
  statusText,
  targetLines,
} from './figures-text.ts'
import type { CommunityRow, Summary } from './roll-up.ts'
import type { Target } from './target.ts'
import { words } from './words.ts'

/** The summary as a message: a line or two a target, as short as a chat wants it. */
export function summaryText(summary: Summary, t: Say): string {
  const { units, cycle, targets, communities } = summary
  if (units.communities === 0) return t(words.noUnits)
  const head = [t(words.units, units), cycle ? t(words.cycle, { name: cycle.name }) : t(words.noCycle)]
  const only = communities.length === 1 ? communities[0] : undefined
  const body = only ? communityText(only, t) : targets.map(target => targetText(target, t))
  return [head.join(' · '), ...body].join('\n\n')
}

function targetText(target: Target, t: Say): string {
  const value = `${t(keyText(target.key))} ${percent(target.value, target.target)} · ${t(statusText(target.status))}`
  const aim = t(words.atLeast, { target: percent(target.target) })
  return [`${value}（${aim}）`, ...targetLines(target, t), ...nearestLine(target, t)].join('\n')
}

function nearestLine(target: Target, t: Say): string[] {
  if (target.status === 'met' || target.status === 'noData') return []
  const named = nearestNames(target, t)
  return named.length === 0 ? [] : [`${t(nearestTitle(target.key))}: ${named.slice(0, 3).join('; ')}`]
}

/** Of units that lack something; the tables have them all. */
const mostNamed = 10

/** The nearest communities, each with what it lacks. */
export function nearestNames(target: Target, t: Say): string[] {
  switch (target.key) {
    case 'qualifiedOrBetter':
      return target.nearest.map(community => {
        // The gap of those whose scores suffice is the one to 一流, which is not asked here.
        const enough = community.projected === 'qualified' || community.projected === 'firstClass'
        return `${community.name} ${enough ? t(words.onlyFinal) : gapText(community, t)}`.trim()
      })
    case 'firstClass':
      return target.nearest.map(community => `${community.name} ${gapText(community, t)}`.trim())
    case 'satisfaction':
      return target.nearest.map(community => `${community.name} ${percent(community.rate, target.target)}`)
    case 'guarantees':
    case 'lagging':
    case 'highlights':
      return target.nearest
        .slice(0, mostNamed)
        .map(
          ({ name, lacks }) => `${name} ${lacks.map(lack => t(lackText(lack))).join(t(words.listSeparator))}`,
        )
    case 'meetings':
      return []
  }
}

/** The own association, for a lead. */
function communityText(row: CommunityRow, t: Say): string[] {
  const grade = gradeText(row.grade)
  const projected = gradeText(row.projected)
  const lines = [
    row.name,
    ...(grade ? [`${t(words.grade)}: ${t(grade)}`] : []),
    ...(row.inForce?.number
      ? [`${t(words.certificate)}: ${row.inForce.number} · ${t(words.until)} ${row.inForce.until}`]
      : []),
    ...(projected && projected !== grade ? [`${t(words.projectedGrade)}: ${t(projected)}`] : []),
    ...(row.score === null ? [] : [`${t(words.score)}: ${row.score}`]),
    gapText(row, t),
    ...(row.satisfaction
      ? [
          `${t(words.rate)}: ${percent(row.satisfaction.rate)} · ${t(statusText(row.satisfaction.verdict))} (${row.satisfaction.valid})`,
        ]
      : []),
  ]
  return [lines.filter(line => line !== '').join('\n')]
}
