import { percent } from '../shared/percent.ts'
import { punctuation } from '../shared/punctuation.ts'
import type { Say, Text } from '../shared/words.ts'
import { gradeText, keyText, nearestTitle, statusText, targetLines } from './figures-text.ts'
import { gapText } from './gap-text.ts'
import { nearestOf, nearestText } from './nearest.ts'
import type { CommunityRow, Summary } from './summary.ts'
import type { Target } from './target.ts'
import { words } from './words.ts'

/** The summary as a message: a line or two a target, as short as a chat wants it. */
export function summaryText(summary: Summary, t: Say): string {
  const { units, targets, communities } = summary
  if (units.communities === 0) return t(words.noUnits)
  const head = [saidUnits(summary, t), saidCycle(summary, t)]
  const only = communities.length === 1 ? communities[0] : undefined
  const body = only ? communityText(only, summary, t) : targets.map(target => targetText(target, summary, t))
  return [head.join(' · '), ...body].join('\n\n')
}

/** More communities than these are counted, not named. */
const mostNamed = 5

/** What is summed up: a community or a subdistrict by name, of more only how many there are. */
export function saidUnits({ of, units, communities, nameOf }: Summary, t: Say): string {
  if (of?.level === 'subdistrict') return t(words.unitsOf, { name: of.name, communities: units.communities })
  const { length } = communities
  if (of?.level === 'district' || length === 0 || length > mostNamed) return t(words.units, units)
  return communities
    .map(({ name, subdistrict }) => t(words.withRemark, { text: name, remark: nameOf(subdistrict) }))
    .join(t(punctuation.list))
}

/** Of which cycle the figures are, and that a newer year is open without any. */
export function saidCycle({ cycle, ahead }: Summary, t: Say): string {
  if (!cycle) return t(words.noCycle)
  const text = t(words.cycle, { name: cycle.name })
  return ahead === undefined
    ? text
    : t(words.withRemark, { text, remark: t(words.cycleAhead, { name: ahead }) })
}

function targetText(target: Target, summary: Summary, t: Say): string {
  const value = `${t(keyText(target.key))} ${percent(target.value, target.target)} · ${t(statusText(target.status))}`
  const aim = t(words.atLeast, { target: percent(target.target) })
  const head = t(words.withRemark, { text: value, remark: aim })
  return [head, ...targetLines(target, t), ...nearestLine(target, summary, t)].join('\n')
}

function nearestLine(target: Target, summary: Summary, t: Say): string[] {
  const named = nearestOf(target, summary.partTitle, t).map(each => nearestText(each, t))
  return named.length === 0
    ? []
    : [
        t(words.labelled, {
          label: nearestTitle(target.key),
          text: named.slice(0, 3).join(t(words.semicolon)),
        }),
      ]
}

/** The own association, for a lead. */
function communityText(row: CommunityRow, { partTitle }: Summary, t: Say): string[] {
  const grade = gradeText(row.grade)
  const projected = gradeText(row.projected)
  const labelled = (label: Text, text: string | number | Text) => t(words.labelled, { label, text })
  const lines = [
    row.name,
    ...(grade ? [labelled(words.grade, grade)] : []),
    ...(row.inForce?.number
      ? [`${labelled(words.certificate, row.inForce.number)} · ${t(words.until)} ${row.inForce.until}`]
      : []),
    ...(projected && projected !== grade ? [labelled(words.projectedGrade, projected)] : []),
    ...(row.score === null ? [] : [labelled(words.score, row.score)]),
    gapText(row, partTitle, t),
    ...(row.satisfaction
      ? [
          t(words.withRemark, {
            text: labelled(
              words.rate,
              `${percent(row.satisfaction.rate)} · ${t(statusText(row.satisfaction.verdict))}`,
            ),
            remark: row.satisfaction.valid,
          }),
        ]
      : []),
  ]
  return [lines.filter(line => line !== '').join('\n')]
}
