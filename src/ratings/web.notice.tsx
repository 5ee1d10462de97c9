import { Hono } from 'hono'
import { z } from 'zod'
import { csvText } from '../shared/csv.ts'
import type { Kit } from '../shared/kit.ts'
import { paperFile, paperPage } from '../shared/papers/page.tsx'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { actorOf, viewOf, type Web, type WebEnv } from '../shared/web/env.ts'
import { asFile } from '../shared/web/file.ts'
import { type Faults, readForm, type Typed } from '../shared/web/form.tsx'
import { page, refusalPage } from '../shared/web/page.tsx'
import { workbook } from '../shared/workbook.ts'
import { holds } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { announceAll, sayWhereToObject } from './announcing.ts'
import type { Cycle } from './cycle.ts'
import type { Desk } from './desk.ts'
import { isListed, type NoticeOf, noticeCells, noticeCounts, noticePaper } from './notice.ts'
import { noticeWords } from './notice-words.ts'
import { noticesOver, type ObjectTo, objectToOf } from './object-to.ts'
import { NoticePage } from './pages.notice.tsx'
import { ObjectToPage } from './pages.object-to.tsx'
import { noticePath, objectToPath } from './paths.ts'
import type { Rating } from './rating.ts'
import { no } from './refusals.ts'
import { drawByStratum, generator } from './sample.ts'
import { ratingCycles, ratings } from './store.ts'
import { words } from './words.ts'

/** The public notice for everyone, as a page, a paper and a table; and for the district, where one objects to it. */
export function noticeWeb(kit: Kit, desk: Desk) {
  const web = new Hono<WebEnv>()
  const { store } = kit

  web.get('/notice/:cycle', async c => {
    const seen = await seenOf(c)
    if (isRefusal(seen)) return refusalPage(c, seen)
    return page(
      c,
      c.get('t')(words.noticeTitle, { year: seen.cycle.year }),
      <NoticePage {...seen} view={viewOf(c)} />,
    )
  })

  web.get('/notice/:cycle/print', async c => {
    const seen = await seenOf(c)
    if (isRefusal(seen)) return refusalPage(c, seen)
    const path = noticePath(seen.cycle)
    return paperPage(c, paperOf(c, seen), {
      from: { path, title: c.get('t')(words.noticeLink) },
      file: `${path}/notice.docx`,
    })
  })

  web.get('/notice/:cycle/notice.docx', async c => {
    const seen = await seenOf(c)
    return isRefusal(seen) ? refusalPage(c, seen) : paperFile(c, paperOf(c, seen))
  })

  web.get('/notice/:cycle/list.csv', async c => {
    const seen = await seenOf(c)
    if (isRefusal(seen)) return refusalPage(c, seen)
    const { title, rows } = tableOf(c, seen)
    return asFile(c, title, 'csv').body(csvText(rows))
  })

  web.get('/notice/:cycle/list.xlsx', async c => {
    const seen = await seenOf(c)
    if (isRefusal(seen)) return refusalPage(c, seen)
    const table = tableOf(c, seen)
    return asFile(c, table.title, 'xlsx').body(await workbook([table]))
  })

  web.get('/notice/:cycle/draws.json', async c => {
    const seen = await seenOf(c)
    if (isRefusal(seen)) return refusalPage(c, seen)
    const { sample } = await desk.rubricOf(seen.cycle)
    return c.json({ cycle: seen.cycle.id, generator, draws: drawsOf(seen.cycle, sample) })
  })

  web.get('/ratings/:cycle/notice', c => contactPage(c))

  web.post('/ratings/:cycle/notice', async c => {
    const actor = actorOf(c)
    if (!holds(actor, 'district')) return refusalPage(c, no.districtOnly())
    const seen = await seenOf(c)
    if (isRefusal(seen)) return refusalPage(c, seen)
    const { cycle } = seen
    const form = await readForm(c, contactSchema)
    if (!form.ok) return contactPage(c, form)
    const { go, ...given } = form.data
    const set = await sayWhereToObject(kit, actor, cycle.id, asContact(given))
    if (isRefusal(set)) return contactPage(c, { typed: form.typed, faults: faultOf(c, set) }, set)
    if (go === 'save') return c.redirect(objectToPath(cycle), 303)
    const announced = await announceAll(desk, actor, cycle.id)
    return isRefusal(announced) ? refusalPage(c, announced) : c.redirect(`/ratings/${cycle.id}`, 303)
  })

  async function seenOf(c: Web): Promise<Seen | Refusal> {
    const id = c.req.param('cycle') ?? ''
    const cycle = await store.find(ratingCycles, id)
    if (!cycle) return no.unknownCycle({ cycle: id })
    const tree = await readTree(store)
    return {
      cycle,
      ratings: await store.list(ratings, 'cycle', cycle.id),
      subdistrictName: (code: string) => tree.find(code)?.name ?? '',
      district: tree.district?.name ?? '',
    }
  }

  async function contactPage(c: Web, again?: { typed: Typed; faults: Faults }, refusal?: Refusal) {
    if (!holds(actorOf(c), 'district')) return refusalPage(c, no.districtOnly())
    const seen = await seenOf(c)
    if (isRefusal(seen)) return refusalPage(c, seen)
    const { cycle, ratings: own } = seen
    const earlier = objectToOf(cycle) ? undefined : await earlierOf(cycle)
    const known = objectToOf(cycle) ?? (earlier && objectToOf(earlier))
    return page(
      c,
      c.get('t')(noticeWords.title, { year: cycle.year }),
      <ObjectToPage
        {...{ view: viewOf(c), cycle, zone: kit.zone }}
        counts={noticeCounts(own, desk.today())}
        below={own.filter(each => each.state === 'proposed' && !isListed(each)).length}
        over={noticesOver(own, desk.today())}
        typed={again?.typed ?? (known ? asTyped(known) : {})}
        offeredFrom={again ? undefined : earlier?.year}
        faults={again?.faults}
      />,
      again ? (refusal?.status ?? 422) : 200,
    )
  }

  /** The latest cycle before this one that says where to object. */
  async function earlierOf({ id }: Cycle) {
    const all = await store.all(ratingCycles)
    return all.filter(cycle => cycle.id < id && objectToOf(cycle)).at(-1)
  }

  return web
}

interface Seen extends Omit<NoticeOf, 'view'> {
  readonly cycle: Cycle
  readonly ratings: readonly Rating[]
}

/** Every spot check with all that somebody needs who draws it again; who drew it is nobody's business. */
function drawsOf({ draws }: Cycle, size: Parameters<typeof drawByStratum>[2]) {
  return draws.map(({ at, seed, from, drawn }) => ({
    at,
    seed,
    drawn,
    subdistricts: drawByStratum(from, seed, size),
  }))
}

function paperOf(c: Web, seen: Seen) {
  return noticePaper(seen.cycle, seen.ratings, { ...seen, view: viewOf(c) })
}

function tableOf(c: Web, seen: Seen) {
  const t = c.get('t')
  return {
    title: t(words.noticeTitle, { year: seen.cycle.year }),
    rows: noticeCells(seen.ratings, seen.subdistrictName, t),
  }
}

const said = (most: number) => z.string().trim().min(1).max(most)
const contactSchema = z.object({
  office: said(120),
  officeEn: said(240).optional(),
  phone: said(60),
  address: said(120),
  addressEn: said(240).optional(),
  hours: said(120),
  hoursEn: said(240).optional(),
  go: z.enum(['save', 'announce']).default('save'),
})
type Given = Omit<z.infer<typeof contactSchema>, 'go'>

function asContact({ office, officeEn, phone, address, addressEn, hours, hoursEn }: Given): ObjectTo {
  const pair = (zh: string, en: string | undefined) => ({ 'zh-CN': zh, ...(en ? { en } : {}) })
  return {
    office: pair(office, officeEn),
    phone,
    address: pair(address, addressEn),
    hours: pair(hours, hoursEn),
  }
}

function asTyped({ office, phone, address, hours }: ObjectTo): Typed {
  return {
    office: office['zh-CN'],
    officeEn: office.en ?? '',
    phone,
    address: address['zh-CN'],
    addressEn: address.en ?? '',
    hours: hours['zh-CN'],
    hoursEn: hours.en ?? '',
  }
}

/** A refusal is about the telephone, or about none of the fields. */
function faultOf(c: Web, { code, text, values }: Refusal): Faults {
  const said = c.get('t')(text, values)
  return code === 'badPhone' || code === 'mobilePhone' ? { phone: said } : { office: said }
}
