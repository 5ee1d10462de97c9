import { queue } from '../delivery/store.ts'
import { followUps } from '../followups/store.ts'
import { heldByUnit } from '../meetings/figures.ts'
import { meetings } from '../meetings/store.ts'
import { people } from '../people/store.ts'
import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Writing } from '../shared/store/port.ts'
import { dateOf, type PlainDate } from '../shared/time.ts'
import { speaker } from '../shared/words.ts'
import type { ReadSummary } from '../summary/summary.ts'
import { readTree } from '../units/store.ts'
import { type Bulletin, type Content, issue } from './bulletin.ts'
import { contentOf } from './content.ts'
import { bulletins } from './store.ts'
import { words } from './words.ts'

export interface Period {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** What the rooms beside this one tell it. */
export interface BulletinParts {
  readonly summary: ReadSummary
  /** The calendar of workdays, as published today. */
  readonly workdays: () => Promise<(from: PlainDate, n: number) => { readonly date: PlainDate }>
  /** Good examples of the period, by the unit's name. */
  readonly highlights: (period: Period) => Promise<Content['highlights']>
}

type BulletinKit = Pick<Kit, 'store' | 'now' | 'zone' | 'publicUrl'>

/** What a bulletin of the period would say today, of the whole district. */
export async function draft(
  { store, now, zone }: BulletinKit,
  parts: BulletinParts,
  period: Period,
): Promise<Content> {
  const tree = await readTree(store)
  const held = heldByUnit(await store.all(meetings), { ...period, now: now() })
  const workday = await parts.workdays()
  const sources = {
    summary: await parts.summary(),
    tree,
    meetings: (unit: string) => held.get(unit) ?? { due: 0, held: 0 },
    followUps: await store.all(followUps),
    workdayAfter: (from: PlainDate, n: number) => workday(from, n).date,
    highlights: await parts.highlights(period),
  }
  return contentOf(sources, { ...period, today: dateOf(now(), zone) })
}

/** Issues the bulletin of a period and tells everybody who works for the district's units, once. */
export async function issueBulletin(
  kit: BulletinKit,
  parts: BulletinParts,
  asked: Period & { readonly no: number; readonly remark: string },
  actor: Actor,
): Promise<Bulletin | Refusal> {
  const { from, to, no, remark } = asked
  const content = await draft(kit, parts, { from, to })
  const at = kit.now()
  return kit.store.write(actor.id, async tx => {
    const today = dateOf(at, kit.zone)
    const bulletin = issue({ no, content, remark }, await tx.all(bulletins), { actor, at, today })
    if (isRefusal(bulletin)) return bulletin
    await tellAll(tx, bulletin, kit)
    return tx.add(bulletins, bulletin)
  })
}

async function tellAll(tx: Writing, { id, year, no, content }: Bulletin, { now, publicUrl }: BulletinKit) {
  const tree = await readTree(tx)
  const { district, from, to, overdue } = content
  for (const person of await tx.all(people)) {
    if (person.ended || person.duties.length === 0) continue
    const t = speaker(person.lang)
    const units = new Set(person.duties.map(duty => tree.find(duty.unit)?.name))
    const n = overdue.filter(({ unit }) => units.has(unit)).length
    const yours = n > 0 ? t(words.noteYours, { n }) : ''
    const message = {
      key: `bulletin:${id}:${person.id}`,
      kind: 'bulletin.issued',
      to: person.id,
      text: t(words.noteIssued, { district, year, no, from, to, yours }).trim(),
      buttons: [[{ label: t(words.openPage), url: `${publicUrl}/bulletins/${id}` }]],
      repeatable: false,
    }
    await queue(tx, message, now())
  }
}
