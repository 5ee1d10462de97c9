import type { NewMessage } from '../delivery/message.ts'
import { queue } from '../delivery/store.ts'
import { followUps } from '../followups/store.ts'
import { heldByUnit } from '../meetings/figures.ts'
import { meetings } from '../meetings/store.ts'
import type { Person } from '../people/person.ts'
import { people } from '../people/store.ts'
import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Writing } from '../shared/store/port.ts'
import { dateOf, type PlainDate } from '../shared/time.ts'
import { speaker } from '../shared/words.ts'
import type { ReadSummary } from '../summary/summary.ts'
import { readTree } from '../units/store.ts'
import type { UnitTree } from '../units/tree.ts'
import { type Bulletin, type Content, issue, type Overdue } from './bulletin.ts'
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

async function tellAll(tx: Writing, bulletin: Bulletin, { now, publicUrl }: BulletinKit): Promise<void> {
  const tree = await readTree(tx)
  for (const person of await tx.all(people)) {
    const note = noteTo(person, bulletin, tree, publicUrl)
    if (note) await queue(tx, note, now())
  }
}

/** What a person is told of a new bulletin, with how many overdue follow-ups of the own units it names; nothing without a duty. */
export function noteTo(
  { id: to, lang, duties, ended }: Person,
  { id, year, no, content }: Bulletin,
  tree: UnitTree,
  publicUrl: string,
): NewMessage | undefined {
  if (ended || duties.length === 0) return undefined
  const { district, from, to: until, overdue } = content
  const t = speaker(lang)
  const isOwn = ({ owner, unit }: Overdue) =>
    duties.some(duty => (owner === undefined ? tree.find(duty.unit)?.name === unit : duty.unit === owner))
  const n = overdue.filter(isOwn).length
  const yours = n > 0 ? t(words.noteYours, { n }) : ''
  return {
    key: `bulletin:${id}:${to}`,
    kind: 'bulletin.issued',
    to,
    text: t(words.noteIssued, { district, year, no, from, to: until, yours }).trim(),
    buttons: [[{ label: t(words.openPage), url: `${publicUrl}/bulletins/${id}` }]],
    repeatable: false,
  }
}
