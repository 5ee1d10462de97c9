import { Hono } from 'hono'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { actorOf, type View, viewOf, type WebEnv } from '../shared/web/env.ts'
import { readBody } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import type { Desk, Opened } from './desk.ts'
import type { EvidenceDesk } from './evidencing.ts'
import { readAnswer } from './fields.tsx'
import { formWords } from './form-words.ts'
import type { Meanwhile } from './meanwhile.ts'
import { saveScript } from './pages.save-script.ts'
import { SelfPage, sumText } from './pages.self.tsx'
import { mayDo } from './perform.ts'
import { filledIn, offeredFor } from './prefill.ts'
import type { Rating } from './rating.ts'
import { no } from './refusals.ts'
import type { Item, Section } from './rubric.ts'
import { type Answered, type Controls, readBases, refused, savedNow } from './saving.tsx'
import { meanwhileLines } from './say-changes.ts'
import { selfScoresOf } from './score-sheet.ts'
import {
  answerFaults,
  askedOf,
  changedMeanwhile,
  noteField,
  type SectionInput,
  saveSection,
} from './self-assessment.ts'
import { actionName, stateName } from './steps.ts'
import { words } from './words.ts'

type Body = Readonly<Record<string, unknown>>

/** The self-assessment, section by section, and item by item as it is typed. */
export function selfWeb(kit: Kit, desk: Desk, evidence: EvidenceDesk) {
  const web = new Hono<WebEnv>()
  const path = '/ratings/:cycle/:community/self/:section'

  web.get('/rating-form.js', c =>
    c.body(saveScript, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=300',
    }),
  )

  web.get(path, async c => {
    const { cycle, community, section: id } = c.req.param()
    const opened = await desk.open(actorOf(c), cycle, community)
    if (isRefusal(opened)) return refusalPage(c, opened)
    const section = opened.hand.rubric.sections.find(each => each.id === id)
    if (!section) return refusalPage(c, no.unknownSection({ section: id }))
    if (!mayDo(opened.rating, opened.hand).includes('save')) return refusalPage(c, notNow(opened))
    const saved = c.req.query('saved') !== undefined
    const files = await evidence.of(opened.rating.id)
    return page(
      c,
      title(c.get('t'), opened),
      <SelfPage {...opened} {...{ view: viewOf(c), section, saved, files }} />,
    )
  })

  web.post(path, async c => {
    const { cycle, community, section: id } = c.req.param()
    const actor = actorOf(c)
    const opened = await desk.open(actor, cycle, community)
    if (isRefusal(opened)) return refusalPage(c, opened)
    const { rubric } = opened.hand
    const section = rubric.sections.find(each => each.id === id)
    if (!section) return refusalPage(c, no.unknownSection({ section: id }))
    const body = await readBody(c)
    const input = readSection(body, section, opened)
    if (body.go === 'prefill') {
      if (!mayDo(opened.rating, opened.hand).includes('save')) return refusalPage(c, notNow(opened))
      const filled = filledIn(input.values, offeredFor(section, opened.rating, opened.earlier, opened.hand))
      const shown = { view: viewOf(c), section, saved: false, files: await evidence.of(opened.rating.id) }
      const sent = { ...input, values: filled.values }
      return page(
        c,
        title(c.get('t'), opened),
        <SelfPage {...opened} {...shown} sent={sent} taken={filled.taken} />,
      )
    }
    const saved = await desk.change(actor, cycle, community, (rating, hand) =>
      saveSection(rating, input, hand),
    )
    if (!isRefusal(saved)) {
      const next = rubric.sections[rubric.sections.indexOf(section) + 1]
      const to = body.go === 'next' ? (next?.id ?? id) : id
      return c.redirect(`/ratings/${cycle}/${community}/self/${to}?saved`, 303)
    }
    if (saved.status !== 409 && saved.status !== 422) return refusalPage(c, saved)
    const now = await desk.open(actor, cycle, community)
    if (isRefusal(now) || !mayDo(now.rating, now.hand).includes('save')) return refusalPage(c, saved)
    const t = c.get('t')
    const faults = answerFaults(rubric, input, opened.hand).map(
      fault => [fault.question, t(fault.text)] as const,
    )
    const shown = {
      view: viewOf(c),
      section,
      files: await evidence.of(now.rating.id),
      sent: input,
      saved: false,
      theirs: meanwhileLines(rubric, changedMeanwhile(now.rating, section, input), t),
      faults: faults.length > 0 ? Object.fromEntries(faults) : { form: t(saved.text, saved.values) },
    }
    return page(c, title(t, now), <SelfPage {...now} {...shown} />, saved.status)
  })

  web.post(`${path}/items/:item`, async c => {
    const { cycle, community, section: id, item: itemId } = c.req.param()
    const actor = actorOf(c)
    const view = viewOf(c)
    const opened = await desk.open(actor, cycle, community)
    if (isRefusal(opened)) return c.json(refused(opened, view), opened.status)
    const { rubric } = opened.hand
    const section = rubric.sections.find(each => each.id === id)
    const item = section?.items.find(each => each.id === itemId)
    if (!section || !item) return c.json(refused(no.unknownItem({ item: itemId }), view), 404)
    const input = readSection(await readBody(c), section, opened, [item])
    let now = opened.rating
    const saved = await desk.change(actor, cycle, community, (rating, hand) => {
      now = rating
      return saveSection(rating, input, hand)
    })
    if (!isRefusal(saved))
      return c.json(savedItem(saved, section, item, opened, savedNow(kit.now(), kit.zone, view), view))
    const theirs = changedMeanwhile(now, section, input)
    const faults = answerFaults(rubric, input, opened.hand).map(({ text }) => view.t(text))
    const answer: Answered =
      theirs.length > 0 && faults.length === 0
        ? {
            state: 'choose',
            base: now.revision,
            said: view.t(formWords.mineKept),
            lines: meanwhileLines(rubric, theirs, view.t),
            values: controlsOf(item, now, theirs),
          }
        : faults.length > 0
          ? { state: 'wrong', said: faults.join(' ') }
          : refused(saved, view)
    return c.json(answer, saved.status)
  })

  return web
}

function savedItem(
  rating: Rating,
  section: Section,
  item: Item,
  { hand: { rubric } }: Opened,
  said: string,
  { t }: View,
): Answered {
  const scores = selfScoresOf(rubric, rating)
  const points = scores[item.id]
  const figures = {
    points: points == null ? t(words.heldNow) : t(words.pointsNow, { points, of: item.points }),
    section: t(words.outOf, { points: sumText(section, scores), of: section.points }),
  }
  return { state: 'saved', base: rating.revision, said, values: controlsOf(item, rating), figures }
}

/** What an item's controls hold, or only those of some fields. */
function controlsOf(item: Item, rating: Rating, only?: readonly Meanwhile[]): Controls {
  const wanted = (field: string) => only?.some(each => each.field === field) ?? true
  const held = (value: unknown) =>
    value === undefined ? [] : Array.isArray(value) ? value.map(String) : [String(value)]
  const answers = askedOf(item, rating).filter(({ name }) => wanted(name))
  const note = wanted(noteField) ? [[`note-${item.id}`, held(rating.notes[item.id])] as const] : []
  return Object.fromEntries([
    ...answers.map(({ name }) => [name, held(rating.values[name])] as const),
    ...note,
  ])
}

function title(t: ReturnType<typeof viewOf>['t'], { rating }: Opened): string {
  return t(words.selfTitle, { name: rating.name })
}

function notNow({ rating, hand }: Opened) {
  return hand.roles.includes('lead')
    ? no.outOfOrder({ action: actionName('save'), state: stateName(rating.state) })
    : no.notYourLevel({ action: actionName('save') })
}

/** A section as it was sent, or some of its items. */
function readSection(
  body: Body,
  section: Section,
  { rating }: Opened,
  items: readonly Item[] = section.items,
): SectionInput {
  const texts = (name: string) => {
    const value = body[name]
    const all = (Array.isArray(value) ? value : [value]).filter(
      (each): each is string => typeof each === 'string',
    )
    return all.length > 0 ? all : undefined
  }
  const questions = items.flatMap(item => askedOf(item, rating))
  const values = questions.map(
    question => [question.name, readAnswer(question, texts(question.name))] as const,
  )
  const notes = items.map(item => [item.id, texts(`note-${item.id}`)?.[0] ?? ''] as const)
  return {
    section: section.id,
    items: items.map(({ id }) => id),
    base: Number(texts('base')?.[0]) || 0,
    bases: readBases(
      body,
      items.map(({ id }) => id),
    ),
    values: Object.fromEntries(values.filter(([, value]) => value !== undefined)),
    notes: Object.fromEntries(notes),
  }
}
