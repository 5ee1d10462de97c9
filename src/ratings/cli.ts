import { z } from 'zod'
import type { CliRoom } from '../shared/cli.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { speaker } from '../shared/words.ts'
import type { CommunityGrade } from './attainment.ts'
import { type RatingParts, ratingDesk } from './desk.ts'
import { fairness } from './fairness.ts'
import { fairnessWords } from './fairness-words.ts'
import { gradeRows } from './grade-row.ts'
import { readDraft } from './parse-rubric.ts'
import { preview } from './preview.ts'
import { no } from './refusals.ts'
import { drawByStratum, drawSample, generator } from './sample.ts'
import { saidGrade, saidScore } from './say.ts'
import { spotCheckable } from './spot-check.ts'
import { stateName } from './steps.ts'
import { ratingCycles, ratings } from './store.ts'
import { words } from './words.ts'

/** The grade that holds today, of this cycle or an earlier one. */
function inForceJson(row: CommunityGrade | undefined) {
  return row?.inForce ? { grade: row.grade, ...row.inForce } : null
}

const cycleId = z.string().min(1)

export function ratingsCli(cli: CliRoom, kit: Kit, parts: RatingParts): void {
  const t = speaker(cli.lang)
  const { store } = kit
  const desk = ratingDesk(kit, parts)

  cli.command({
    name: 'rating open',
    about: 'open the rating cycle of a year for every community',
    options: [['--year <Y>', 'the assessment year, such as 2026']],
    input: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    async run({ year }) {
      const opened = await desk.openYear({ id: 'cli' }, year)
      if (isRefusal(opened)) return opened
      const { communities, draws, ...cycle } = opened.cycle
      const text = t(words.openedLine, { year, count: communities.length, cycle: cycle.id })
      return { json: { cycle: { ...cycle, communities: communities.length } }, text }
    },
  })

  cli.command({
    name: 'rating list',
    about: 'list the ratings of a cycle',
    options: [['--cycle <C>', 'the cycle, such as 2026']],
    input: z.object({ cycle: cycleId }),
    async run({ cycle }) {
      if (!(await store.find(ratingCycles, cycle))) return no.unknownCycle({ cycle })
      const all = await store.list(ratings, 'cycle', cycle)
      const held = new Map((await gradeRows(store, desk.today(), cycle)).rows.map(row => [row.code, row]))
      return {
        json: all.map(({ community, name, subdistrict, state, target, sampled, grade, result }) => ({
          code: community,
          name,
          subdistrict,
          state,
          target: target ?? null,
          selfScore: result.selfScore,
          acceptanceScore: result.subdistrictScore,
          districtScore: result.districtScore,
          score: result.score,
          sampled,
          grade,
          projected: grade ?? result.projected,
          inForce: inForceJson(held.get(community)),
        })),
        text: all
          .map(rating =>
            [
              rating.community,
              rating.name,
              t(stateName(rating.state)),
              saidScore(rating.result.selfScore),
              saidScore(rating.result.subdistrictScore),
              saidScore(rating.result.districtScore),
              saidGrade(rating, t),
            ].join('\t'),
          )
          .join('\n'),
      }
    },
  })

  cli.command({
    name: 'rating fairness',
    about: 'compare self-scores, acceptance and checks, and say which items tell apart',
    options: [['--cycle <C>', 'the cycle, such as 2026']],
    input: z.object({ cycle: cycleId }),
    async run({ cycle: id }) {
      const cycle = await store.find(ratingCycles, id)
      if (!cycle) return no.unknownCycle({ cycle: id })
      const found = fairness(await desk.rubricOf(cycle), await store.list(ratings, 'cycle', id))
      const { points: _, items, ...compared } = found
      const json = {
        cycle: id,
        ...compared,
        items: items.map(({ item, ...rest }) => ({ item: item.id, ...rest })),
      }
      const lines = found.subdistricts.map(({ subdistrict, leniency, verdict }) =>
        [subdistrict, leniency.n, leniency.mean?.toFixed(2) ?? '–', t(fairnessWords[verdict])].join('\t'),
      )
      return { json, text: lines.join('\n') }
    },
  })

  cli.command({
    name: 'rating preview <file>',
    about: 'what a draft of the rubric would change against a cycle; changes nothing',
    options: [['--cycle <C>', 'the cycle, such as 2026']],
    input: z.object({ file: z.string(), cycle: cycleId }),
    async run({ file, cycle: id }) {
      const cycle = await store.find(ratingCycles, id)
      if (!cycle) return no.unknownCycle({ cycle: id })
      const draft = readDraft(await cli.readFile(file))
      if (isRefusal(draft)) return draft
      const all = await store.list(ratings, 'cycle', id)
      const found = preview(await desk.rubricOf(cycle), draft, all, { today: desk.today() })
      const lines = found.rows.map(({ community, name, before, after }) =>
        [community, name, before.score, before.grade, after.score, after.grade].join('\t'),
      )
      return { json: { cycle: id, draft: draft.version, ...found }, text: lines.join('\n') }
    },
  })

  cli.command({
    name: 'rating sample',
    about: 'draw a stored spot check again, or try a seed on what could be drawn now; changes nothing',
    options: [
      ['--cycle <C>', 'the cycle, such as 2026'],
      ['--seed <S>', 'the seed'],
    ],
    input: z.object({ cycle: cycleId, seed: z.string().min(1) }),
    async run({ cycle: id, seed }) {
      const cycle = await store.find(ratingCycles, id)
      if (!cycle) return no.unknownCycle({ cycle: id })
      const rubric = await desk.rubricOf(cycle)
      const stored = cycle.draws.find(draw => draw.seed === seed)
      const now = spotCheckable(await store.list(ratings, 'cycle', id), rubric, { today: desk.today() })
      const from = stored?.from ?? now.map(({ community, subdistrict }) => ({ community, subdistrict }))
      const subdistricts = drawByStratum(from, seed, rubric.sample)
      const drawn = drawSample(from, seed, rubric.sample)
      return {
        json: {
          cycle: id,
          seed,
          generator,
          stored: stored !== undefined,
          at: stored?.at ?? null,
          from: from.map(({ community }) => community),
          subdistricts,
          drawn,
          same: stored ? stored.drawn.join() === drawn.join() : null,
        },
        text: drawn.length > 0 ? drawn.join('\n') : t(no.nothingToDraw().text),
      }
    },
  })
}
