import { Hono } from 'hono'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { actorOf, type View, viewOf, type WebEnv } from '../shared/web/env.ts'
import { readBody } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { begin, decide } from './decision.ts'
import type { Desk, Opened } from './desk.ts'
import type { EvidenceDesk } from './evidencing.ts'
import { formWords } from './form-words.ts'
import { gateVerdicts } from './grade.ts'
import { targets } from './grades.ts'
import type { Meanwhile } from './meanwhile.ts'
import { ReviewPage } from './pages.review.tsx'
import { marksOf } from './pages.score-row.tsx'
import { mayDo } from './perform.ts'
import type { Rating, Review } from './rating.ts'
import { no } from './refusals.ts'
import {
  type Reviewer,
  type ReviewInput,
  reviewFaults,
  reviewOf,
  saveReview,
  scoredMeanwhile,
  scoresBelow,
} from './review.ts'
import { opinionRow, rowIds } from './review-rows.ts'
import { itemOf, type Rubric } from './rubric.ts'
import { type Answered, type Controls, readBases, refused, savedNow } from './saving.tsx'
import { lacking } from './say.ts'
import { meanwhileLines } from './say-changes.ts'
import { selfScoresOf, totalOf } from './score-sheet.ts'
import { actionName } from './steps.ts'
import { words } from './words.ts'

type Body = Readonly<Record<string, unknown>>

/** The table in which the subdistrict accepts and the district checks, saved row by row as it is typed. */
export function reviewWeb(kit: Kit, desk: Desk, evidence: EvidenceDesk) {
  const web = new Hono<WebEnv>()
  const path = '/ratings/:cycle/:community/review'

  web.get(path, async c => {
    const { cycle, community } = c.req.param()
    const opened = await desk.open(actorOf(c), cycle, community)
    if (isRefusal(opened)) return refusalPage(c, opened)
    const level = levelOf(opened)
    if (!level) return refusalPage(c, no.notYourLevel({ action: actionName('score') }))
    const saved = c.req.query('saved') !== undefined
    const files = await evidence.of(opened.rating.id)
    return page(
      c,
      opened.rating.name,
      <ReviewPage {...opened} {...{ view: viewOf(c), level, saved, files }} />,
    )
  })

  web.post(path, async c => {
    const { cycle, community } = c.req.param()
    const actor = actorOf(c)
    const opened = await desk.open(actor, cycle, community)
    if (isRefusal(opened)) return refusalPage(c, opened)
    const level = levelOf(opened)
    if (!level) return refusalPage(c, no.notYourLevel({ action: actionName('score') }))
    const body = await readBody(c)
    const input = readReview(body, opened)
    const saved = await desk.change(actor, cycle, community, (rating, hand) => {
      const begun = begin(rating, hand)
      const scored = isRefusal(begun) ? begun : saveReview(begun, level, input, hand)
      if (isRefusal(scored) || body.go !== 'decide') return scored
      const action = level === 'subdistrict' ? 'accept' : 'verify'
      return decide(scored, { action, reason: '', items: [] }, hand)
    })
    if (!isRefusal(saved)) {
      const at = `/ratings/${cycle}/${community}`
      return c.redirect(body.go === 'decide' ? at : `${at}/review?saved`, 303)
    }
    if (saved.status !== 409 && saved.status !== 422) return refusalPage(c, saved)
    const t = c.get('t')
    const now = await desk.open(actor, cycle, community)
    if (isRefusal(now) || !levelOf(now)) return refusalPage(c, saved)
    const found = Object.entries(reviewFaults(opened.rating, level, input, opened.hand))
    const theirs = scoredMeanwhile(now.rating, level, input, opened.hand.rubric)
    const faults = Object.fromEntries(found.map(([id, fault]) => [id, t(fault.text, fault.values)]))
    const shown = {
      view: viewOf(c),
      level,
      files: await evidence.of(now.rating.id),
      sent: input,
      saved: false,
      theirs: meanwhileLines(opened.hand.rubric, theirs, t),
      faults: found.length > 0 ? faults : { form: t(saved.text, saved.values) },
    }
    return page(c, now.rating.name, <ReviewPage {...now} {...shown} />, saved.status)
  })

  web.post(`${path}/rows/:row`, async c => {
    const { cycle, community, row } = c.req.param()
    const actor = actorOf(c)
    const view = viewOf(c)
    const opened = await desk.open(actor, cycle, community)
    if (isRefusal(opened)) return c.json(refused(opened, view), opened.status)
    const { rubric } = opened.hand
    const level = levelOf(opened)
    if (!level) return c.json(refused(no.notYourLevel({ action: actionName('score') }), view), 403)
    if (!rowIds(rubric).includes(row)) return c.json(refused(no.unknownItem({ item: row }), view), 404)
    const input = { ...readReview(await readBody(c), opened), rows: [row] }
    let now = opened.rating
    const saved = await desk.change(actor, cycle, community, (rating, hand) => {
      now = rating
      const begun = begin(rating, hand)
      return isRefusal(begun) ? begun : saveReview(begun, level, input, hand)
    })
    if (!isRefusal(saved)) {
      const said = savedNow(kit.now(), kit.zone, view)
      return c.json(savedRow(saved, level, row, opened, said, view))
    }
    const theirs = saved.status === 409 ? scoredMeanwhile(now, level, input, rubric) : []
    if (theirs.length === 0) return c.json(refused(saved, view), saved.status)
    const answer: Answered = {
      state: 'choose',
      base: now.revision,
      said: view.t(formWords.mineKept),
      lines: meanwhileLines(rubric, theirs, view.t),
      values: controlsOf(row, reviewOf(now, level), theirs),
    }
    return c.json(answer, saved.status)
  })

  return web
}

function savedRow(
  rating: Rating,
  level: Reviewer,
  row: string,
  { hand: { rubric } }: Opened,
  said: string,
  { t }: View,
): Answered {
  const review = reviewOf(rating, level)
  const item = itemOf(rubric, row)
  const marks = item && marksOf(review.scores[row], scoresBelow(rubric, rating, level)[row])
  const gap = item && { gap: lacking(item, review.scores[row]) }
  const figures = {
    ...gap,
    total: t(words.scoresSaved, { points: totalOf(rubric, review.scores) }),
  }
  const values = controlsOf(row, review)
  return { state: 'saved', base: rating.revision, said, values, figures, ...(marks ? { marks } : {}) }
}

/** What a row's controls hold, or only those of some columns. */
function controlsOf(row: string, review: Review, only?: readonly Meanwhile[]): Controls {
  const wanted = (field: string) => only?.some(each => each.field === field) ?? true
  const score = review.scores[row]
  const asked = review.rectifications[row]
  const judged = targets.map(
    target => [`gate-${row}-${target}`, [review.gates[row]?.[target] ?? '']] as const,
  )
  const text =
    row === opinionRow ? { opinion: [review.opinion] } : { [`reason-${row}`]: [review.reasons[row] ?? ''] }
  return {
    ...(wanted('score') ? { [`score-${row}`]: [score == null ? '' : String(score)] } : {}),
    ...(wanted('text') ? text : {}),
    ...(wanted('verdicts') ? Object.fromEntries(judged) : {}),
    ...(wanted('rectification')
      ? { [`measure-${row}`]: [asked?.measure ?? ''], [`due-${row}`]: [asked?.due ?? ''] }
      : {}),
  }
}

/** As which level the person scores now, if at all. */
function levelOf({ rating, hand }: Opened): Reviewer | undefined {
  const may = mayDo(rating, hand)
  if (may.includes('startReview') || may.includes('score')) return 'subdistrict'
  return may.includes('startCheck') || may.includes('check') ? 'district' : undefined
}

/** Scores as typed. An empty one is held where the item may be held, else not scored; what is no number is over the maximum. */
function readReview(body: Body, { rating, hand: { rubric } }: Opened): ReviewInput {
  const text = (name: string) => {
    const value = body[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  const self = selfScoresOf(rubric, rating)
  const scores = rubric.items.flatMap(({ id }): readonly (readonly [string, number | null])[] => {
    const typed = text(`score-${id}`).normalize('NFKC')
    if (typed === '') return self[id] === null ? [[id, null]] : []
    return [[id, Number.isFinite(Number(typed)) ? Number(typed) : Number.MAX_SAFE_INTEGER]]
  })
  const ids = [...rubric.items, ...rubric.gates].map(({ id }) => id)
  return {
    base: Number(text('base')) || 0,
    bases: readBases(body, rowIds(rubric)),
    scores: Object.fromEntries(scores),
    reasons: Object.fromEntries(ids.map(id => [id, text(`reason-${id}`).slice(0, 500)] as const)),
    gates: readGates(rubric, text),
    rectifications: readAsked(rubric, text),
    opinion: text('opinion').slice(0, 1000),
  }
}

function readAsked(rubric: Rubric, text: (name: string) => string) {
  const asked = rubric.items.map(({ id }) => {
    const typed = { measure: text(`measure-${id}`).slice(0, 300), due: text(`due-${id}`) }
    return [id, typed] as const
  })
  return Object.fromEntries(asked.filter(([, { measure, due }]) => measure !== '' || due !== ''))
}

function readGates(rubric: Rubric, text: (name: string) => string): ReviewInput['gates'] {
  const judged = rubric.gates.map(gate => {
    const verdicts = targets.flatMap(target => {
      const verdict = gateVerdicts.find(each => each === text(`gate-${gate.id}-${target}`))
      return verdict ? [[target, verdict] as const] : []
    })
    return [gate.id, Object.fromEntries(verdicts)] as const
  })
  return Object.fromEntries(judged.filter(([, verdicts]) => Object.keys(verdicts).length > 0))
}
