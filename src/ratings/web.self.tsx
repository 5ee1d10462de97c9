import { Hono } from 'hono'
import { isRefusal } from '../shared/refusal.ts'
import { actorOf, viewOf, type WebEnv } from '../shared/web/env.ts'
import { readBody } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import type { Desk, Opened } from './desk.ts'
import type { EvidenceDesk } from './evidencing.ts'
import { readAnswer } from './fields.tsx'
import { SelfPage } from './pages.self.tsx'
import { mayDo } from './perform.ts'
import { filledIn, offeredFor } from './prefill.ts'
import { no } from './refusals.ts'
import type { Section } from './rubric.ts'
import { answerFaults, askedOf, changedMeanwhile, type SectionInput, saveSection } from './self-assessment.ts'
import { actionName, stateName } from './steps.ts'
import { words } from './words.ts'

type Body = Readonly<Record<string, unknown>>

/** The self-assessment, section by section. */
export function selfWeb(desk: Desk, evidence: EvidenceDesk) {
  const web = new Hono<WebEnv>()
  const path = '/ratings/:cycle/:community/self/:section'

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
      theirs: changedMeanwhile(now.rating, section, input),
      faults: faults.length > 0 ? Object.fromEntries(faults) : { form: t(saved.text, saved.values) },
    }
    return page(c, title(t, now), <SelfPage {...now} {...shown} />, saved.status)
  })

  return web
}

function title(t: ReturnType<typeof viewOf>['t'], { rating }: Opened): string {
  return t(words.selfTitle, { name: rating.name })
}

function notNow({ rating, hand }: Opened) {
  return hand.roles.includes('lead')
    ? no.outOfOrder({ action: actionName('save'), state: stateName(rating.state) })
    : no.notYourLevel({ action: actionName('save') })
}

function readSection(body: Body, section: Section, { rating }: Opened): SectionInput {
  const texts = (name: string) => {
    const value = body[name]
    const all = (Array.isArray(value) ? value : [value]).filter(
      (each): each is string => typeof each === 'string',
    )
    return all.length > 0 ? all : undefined
  }
  const questions = section.items.flatMap(item => askedOf(item, rating))
  const values = questions.map(
    question => [question.name, readAnswer(question, texts(question.name))] as const,
  )
  const notes = section.items.map(item => [item.id, texts(`note-${item.id}`)?.[0] ?? ''] as const)
  return {
    section: section.id,
    base: Number(texts('base')?.[0]) || 0,
    values: Object.fromEntries(values.filter(([, value]) => value !== undefined)),
    notes: Object.fromEntries(notes),
  }
}
