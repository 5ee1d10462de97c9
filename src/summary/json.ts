import type { Lagging } from '../standings/lagging.ts'
import type { Satisfaction } from '../surveys/overview.ts'
import type { Summary } from './summary.ts'
import type { Target } from './target.ts'

/** The shape that scripts rely on: shares from 0 to 1, closed words in English, null for what is not known. */
export function summaryJson({
  cycle,
  units,
  targets,
  subdistricts,
  communities,
  registers,
  lagging,
  highlights,
}: Summary) {
  return {
    cycle: cycle ?? null,
    units,
    targets: targets.map(targetJson),
    subdistricts: subdistricts.map(({ targets: own, ...row }) => ({ ...row, targets: own.map(targetJson) })),
    communities: communities.map(({ satisfaction, ...row }) => ({
      ...row,
      satisfaction: satisfaction ? satisfactionJson(satisfaction) : null,
    })),
    registers,
    highlights: highlights.map(({ year, subdistrict, unit, theme, text }) => ({
      year,
      subdistrict,
      unit,
      theme,
      text,
    })),
    lagging: lagging.map(({ lagging: listed, ...row }) => ({ ...row, ...laggingJson(listed) })),
  }
}

function targetJson(target: Target) {
  if (target.key !== 'qualifiedOrBetter' && target.key !== 'firstClass') return target
  const { nearest, ...rest } = target
  return {
    ...rest,
    nearest: nearest.map(({ code, name, projected, score, gap }) => ({ code, name, projected, score, gap })),
  }
}

function laggingJson(listed: Lagging | undefined) {
  return {
    listed: listed !== undefined,
    reasons: listed?.reasons ?? null,
    helper: listed?.helper ?? null,
    plan: listed?.plan ?? null,
    checks: (listed?.checks ?? []).map(({ on, done }) => ({ on, outcome: done?.outcome ?? null })),
    lifted: listed?.lifted ? { on: listed.lifted.on, reason: listed.lifted.reason } : null,
  }
}

function satisfactionJson({
  valid,
  dontKnow,
  levels,
  strict,
  broad,
  index,
  interval,
  verdict,
  basis,
}: Satisfaction) {
  return { valid, dontKnow, levels, strict, broad, index, interval, verdict, basis }
}
