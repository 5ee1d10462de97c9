import { Hono } from 'hono'
import { z } from 'zod'
import { readAnswers } from '../forms/answers.ts'
import type { AnswerError, Data } from '../forms/verdict.ts'
import { readDistrict, seatsOf } from '../meetings/calling.ts'
import { loadHolidays } from '../meetings/holiday-data.ts'
import { readHolidays } from '../meetings/holidays/calendar.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { attendances, meetings } from '../meetings/store.ts'
import { tally } from '../meetings/tally.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { dateOf, dayTime, plainDateSchema } from '../shared/time.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { type Faults, readBody, readForm, type Typed } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { scopeOf } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { faultsOf, inspect, meetingToInspect, recheckFaults, replyTo, type Step } from './inspecting.ts'
import { blank, type Inspection, inspectionWays } from './inspection.ts'
import { knownAnswers } from './known.ts'
import { mayInspect, mayReply, maySee } from './may.ts'
import { InspectionPage } from './pages.inspection.tsx'
import { InspectionsPage } from './pages.tsx'
import { no } from './refusals.ts'
import type { Sheet } from './sheet.ts'
import { readSheetFile } from './sheet-file.ts'
import { inspections } from './store.ts'
import { turns } from './turn.ts'
import { reportWeb, type YearParts } from './web.report.tsx'
import { words } from './words.ts'

const perPage = 50

const postedSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const waySchema = z.object({ _way: z.enum(inspectionWays).catch('onSite') })
const faultSchema = z.object({
  what: z.string().max(200).default(''),
  advice: z.string().max(200).default(''),
  due: plainDateSchema.optional(),
})
const concludeSchema = z.object({ rectifyBy: plainDateSchema.optional() })
const replySchema = z.object({ reply: z.string().max(500).default('') })
const recheckSchema = z.object({
  outcome: z.enum(['passed', 'notPassed']),
  finding: z.string().max(500).default(''),
})

interface Given {
  readonly answers?: Data
  readonly errors?: readonly AnswerError[]
  readonly typed?: Typed
  readonly faults?: Faults
}

/** Inspections on the web: whose turn it is, and each inspection from the sheet to the re-check. */
export function inspectionsWeb(kit: Kit, parts: YearParts) {
  const { store, now, zone } = kit
  const web = new Hono<WebEnv>()
  const published = loadHolidays()
  const sheet: Sheet = readSheetFile()

  web.get('/inspections', async c => {
    const actor = actorOf(c)
    const tree = await readTree(store)
    const seen = scopeOf(actor, tree)
    const all = turns(
      seen.filter(unit => mayInspect(actor, tree, unit)),
      await store.all(inspections),
    )
    const pages = Math.max(1, Math.ceil(all.length / perPage))
    const at = Math.min(pages, pageSchema.parse(c.req.query('page') ?? '1'))
    const rows = await Promise.all(
      all
        .slice((at - 1) * perPage, at * perPage)
        .map(async turn => ({ ...turn, meeting: await meetingOf(turn.unit.id) })),
    )
    const ownUnits = actor.duties.map(duty => duty.unit)
    const own = (await Promise.all(ownUnits.map(unit => store.list(inspections, 'unit', unit)))).flat()
    const shown = own.filter(each => each.concluded).sort((a, b) => (a.on < b.on ? 1 : -1))
    const props = { view: viewOf(c), rows, own: shown, page: at, pages, dayOf: dayOfMeeting }
    return page(c, c.get('t')(words.title), <InspectionsPage {...props} />)
  })

  const dayOfMeeting = (meeting: Meeting) => dateOf(meeting.starts, zone)

  /** The latest meeting of a unit that has begun, took place and has not been inspected. */
  const meetingOf = async (unit: string): Promise<Meeting | undefined> => {
    const begun = (await store.list(meetings, 'unit', unit))
      .filter(({ status, starts }) => starts <= now() && status !== 'cancelled' && status !== 'notHeld')
      .sort((a, b) => (a.starts < b.starts ? 1 : -1))
    const latest = begun[0]
    return latest && (await store.find(inspections, latest.id)) ? undefined : latest
  }

  web.route('/', reportWeb(kit, sheet, parts))
  web.get('/inspections/:id', c => onePage(c))

  web.post('/inspections/:id/sheet', async c => {
    const posted = postedSchema.safeParse(await readBody(c))
    if (!posted.success) return onePage(c)
    const { _way: way } = waySchema.parse(posted.data)
    const read = readAnswers(sheet.form, posted.data)
    const verdict = sheet.form.validate(read.answers, { today: dateOf(now(), zone) })
    const errors = [...read.errors, ...verdict.errors]
    if (errors.length > 0) return onePage(c, { answers: read.answers, errors, typed: { _way: way } })
    return stepping(c, { kind: 'sheet', answers: verdict.data, way }, {})
  })
  web.post('/inspections/:id/faults', async c => {
    const form = await readForm(c, faultSchema)
    if (!form.ok) return onePage(c, form)
    const { what, advice, due } = form.data
    return stepping(c, { kind: 'fault', fault: { what, advice, due } }, form.typed)
  })
  web.post('/inspections/:id/conclude', async c => {
    const form = await readForm(c, concludeSchema)
    return form.ok
      ? stepping(c, { kind: 'conclude', due: form.data.rectifyBy }, form.typed)
      : onePage(c, form)
  })
  const stepping = async (c: Web, step: Step, typed: Typed) =>
    after(c, await inspect(kit, sheet, { meeting: idOf(c), step }, actorOf(c)), 'advice', typed)

  web.post('/inspections/:id/reply', async c => {
    const form = await readForm(c, replySchema)
    if (!form.ok) return onePage(c, form)
    return after(c, await replyTo(kit, idOf(c), form.data.reply, actorOf(c)), 'reply', form.typed)
  })
  web.post('/inspections/:id/recheck', async c => {
    const form = await readForm(c, recheckSchema)
    if (!form.ok) return onePage(c, form)
    const finding = { passed: form.data.outcome === 'passed', text: form.data.finding }
    return after(c, await recheckFaults(kit, idOf(c), finding, actorOf(c)), 'finding', form.typed)
  })

  const idOf = (c: Web) => c.req.param('id') ?? ''

  const after = (c: Web, outcome: unknown, field: string, typed: Typed) => {
    if (!isRefusal(outcome)) return c.redirect(`/inspections/${idOf(c)}`, 303)
    if (outcome.status !== 422) return refusalPage(c, outcome)
    return onePage(c, { typed, faults: { [field]: c.get('t')(outcome.text, outcome.values) } })
  }

  /** What the records know of the meeting, for whoever begins a sheet. */
  const known = async (meeting: Meeting): Promise<Data> => {
    const seats = seatsOf(meeting, await readDistrict(store, zone))
    const records = await store.list(attendances, 'meeting', meeting.id)
    const calendar = (await readHolidays(store, published)).of(meeting.unit)
    const record = { meeting, tally: tally(meeting, seats, records), calendar, zone }
    return knownAnswers(sheet, { ...record, today: dateOf(now(), zone) })
  }

  const onePage = async (c: Web, { answers, ...given }: Given = {}) => {
    const actor = actorOf(c)
    const tree = await readTree(store)
    const kept = await store.find(inspections, idOf(c))
    const meeting = await meetingToInspect(store, idOf(c), actor, kit)
    if (!kept && isRefusal(meeting)) return refusalPage(c, meeting)
    if (kept && !maySee(actor, tree, kept)) return refusalPage(c, no.notSeen())
    const inspection = kept ?? (isRefusal(meeting) ? undefined : begun(meeting))
    if (!inspection) return refusalPage(c, no.noInspection())
    const own = inspection.sheets.find(filled => filled.by === actor.id)
    const mine = own?.answers ?? (isRefusal(meeting) ? {} : await known(meeting))
    const people = (await readDistrict(store, zone)).people
    const props = {
      view: viewOf(c),
      sheet,
      inspection,
      today: dateOf(now(), zone),
      may: {
        inspect: !inspection.concluded && !isRefusal(meeting),
        reply: inspection.concluded !== undefined && mayReply(actor, inspection),
        recheck: inspection.concluded !== undefined && !isRefusal(meeting),
      },
      answers: answers ?? mine,
      own: own !== undefined,
      followUps: await faultsOf(store, inspection.id),
      nameOf: (id: string) => people.find(person => person.id === id)?.name ?? id,
      timeText: (at: Meeting['starts']) => dayTime(at, zone),
    }
    const title = c.get('t')(words.pageTitle, { title: inspection.title, on: inspection.on })
    const status = given.faults || given.errors ? 422 : 200
    return page(c, title, <InspectionPage {...props} {...given} />, status)
  }

  const begun = ({ id, unit, title, starts }: Meeting): Inspection =>
    blank({ id, unit, title, on: dateOf(starts, zone) }, sheet)

  return web
}

const pageSchema = z.coerce.number().int().min(1).catch(1)
