import type { Refusal } from '../shared/refusal.ts'
import { plainTimeSchema } from '../shared/time.ts'
import { early } from './changing.ts'
import { type Deed, isComing, type Meeting, statusName } from './meeting.ts'
import type { Notes } from './minutes-notes.ts'
import { type HeadField, headFields, limits, type Minutes, type MinutesItem } from './minutes-shape.ts'
import { no } from './refusals.ts'

export const itemParts = ['title', 'points', 'problems', 'raised'] as const
type ItemPart = (typeof itemParts)[number]

/**
 * A field of the minutes by its name in a form: `chair`, `recorder`, `place`, `from`, `until`, `text`, or a part of an
 * item, `points.ID`. `raised` is `yes` or empty.
 */
export interface FieldChange {
  readonly field: string
  /** What the writer saw in it. */
  readonly was: string
  readonly now: string
}

/** A field that somebody else changed to something different meanwhile; theirs stands until the writer decides. */
export interface Conflict {
  readonly field: string
  readonly theirs: string
}

export interface Written {
  readonly meeting: Meeting
  readonly conflicts: readonly Conflict[]
}

/** The minutes of a meeting as they are shown before anybody wrote: the agenda of its series. */
export function draftOf({ minutes }: Pick<Meeting, 'minutes'>, agenda: readonly string[]): Draft {
  const item = { points: '', problems: '', raised: false }
  return minutes ?? { items: agenda.map((title, at) => ({ id: `t${at + 1}`, title, ...item })), text: '' }
}
export type Draft = Pick<Minutes, 'items' | 'text'> & Partial<Minutes>

/** An item that came from the agenda of the series and about which nothing was said. */
const isUntouched = ({ id, points, problems }: MinutesItem) => /^t\d+$/.test(id) && points + problems === ''

/** All fields of a draft by their names. */
export function fieldsOf(draft: Draft): ReadonlyMap<string, string> {
  const heads = headFields.map(field => [field, draft[field] ?? ''] as const)
  const items = draft.items.flatMap(item =>
    itemParts.map(part => [`${part}.${item.id}`, partOf(item, part)] as const),
  )
  return new Map([...heads, ['text', draft.text], ...items])
}

const partOf = (item: MinutesItem, part: ItemPart) =>
  part === 'raised' ? (item.raised ? 'yes' : '') : item[part]

/**
 * Writes fields into the minutes of a meeting that began, until they are final. Of two who write at once each keeps what
 * only they changed; what both changed to different things is a conflict, and nothing of the later writer's is kept there.
 * An item all of whose parts are empty is taken out. Refused when a field is too long, no time, or there are too many items.
 */
export function writeMinutes(
  meeting: Meeting,
  agenda: readonly string[],
  changes: readonly FieldChange[],
  deed: Deed,
): Written | Refusal {
  const refused = notWritable(meeting, deed)
  if (refused) return refused
  const draft = draftOf(meeting, agenda)
  const fields = new Map(fieldsOf(draft))
  const conflicts: Conflict[] = []
  let changed = false
  for (const { field, was, now } of changes) {
    const there = fields.get(field) ?? ''
    if (was === now || there === now) continue
    const fault = faultOf(field, now)
    if (fault) return fault
    if (there !== was) conflicts.push({ field, theirs: there })
    else {
      fields.set(field, now)
      changed = true
    }
  }
  if (!changed) return { meeting, conflicts }
  const minutes = fromFields(draft, fields, deed)
  if (minutes.items.length > limits.items) return no.tooManyItems({ limit: limits.items })
  return { meeting: withMinutes(meeting, minutes, deed), conflicts }
}

/** Adds notes to the end of the minutes; `last` is the item that what came before them ended in. */
export function addNotes(
  meeting: Meeting,
  { more, items }: Pick<Notes, 'more' | 'items'>,
  last: string | undefined,
  deed: Deed,
): Meeting | Refusal {
  const refused = notWritable(meeting, deed)
  if (refused) return refused
  const draft = draftOf(meeting, [])
  const goesOn = draft.items.some(item => item.id === last)
  const added = draft.items.map(item =>
    item.id === last ? { ...item, points: joined(item.points, more) } : item,
  )
  const next = {
    ...draft,
    text: goesOn ? draft.text : joined(draft.text, more),
    items: [...added, ...items.map(item => ({ ...item, raised: false }))],
  }
  for (const [field, value] of fieldsOf(next)) {
    const fault = faultOf(field, value)
    if (fault) return fault
  }
  if (next.items.length > limits.items) return no.tooManyItems({ limit: limits.items })
  return withMinutes(meeting, { by: deed.by, ...next, at: deed.at }, deed)
}

const joined = (before: string, more: string) => [before, more].filter(text => text !== '').join('\n')

function notWritable(meeting: Meeting, deed: Deed): Refusal | undefined {
  if (meeting.status === 'cancelled' || meeting.status === 'notHeld')
    return no.finished({ status: statusName(meeting.status) })
  return minutesFixed(meeting) ?? early(meeting, deed)
}

function faultOf(field: string, value: string): Refusal | undefined {
  const [part = '', id] = field.split('.')
  if (id === undefined && (part === 'from' || part === 'until'))
    return value === '' || plainTimeSchema.safeParse(value).success
      ? undefined
      : no.noSuchTime({ time: value })
  const limit = id === undefined && isHead(part) ? limits.head : Reflect.get(limits, part)
  return typeof limit === 'number' && value.length > limit ? no.minutesTooLong({ limit }) : undefined
}

const isHead = (field: string): field is HeadField => headFields.some(each => each === field)

/** Minutes say that a meeting took place, also where nobody signed in. */
function withMinutes(meeting: Meeting, minutes: Minutes, { at }: Deed): Meeting {
  const status = isComing(meeting) && at >= meeting.ends ? 'held' : meeting.status
  return { ...meeting, status, minutes }
}

function fromFields(draft: Draft, fields: ReadonlyMap<string, string>, deed: Deed): Minutes {
  const of = (field: string) => fields.get(field) ?? ''
  const ids = [...fields.keys()].flatMap(field => field.split('.')[1] ?? [])
  const items = [...new Set(ids)]
    .map(id => ({
      id,
      title: of(`title.${id}`),
      points: of(`points.${id}`),
      problems: of(`problems.${id}`),
      raised: of(`raised.${id}`) === 'yes',
    }))
    .filter(({ title, points, problems }) => title + points + problems !== '')
  const heads = headFields.map(field => [field, of(field) || undefined] as const)
  const head = Object.fromEntries(heads.filter(([, value]) => value !== undefined))
  const { chair: _, recorder: __, place: ___, from: ____, until: _____, ...rest } = draft
  return { by: deed.by, ...rest, ...head, items, text: of('text'), at: deed.at }
}

/** The items to be issued: of an agenda that was not kept to, the rest is left out. */
export function itemsTold({ items }: Pick<Minutes, 'items'>): readonly MinutesItem[] {
  return items.filter(item => !isUntouched(item))
}

/** Makes the minutes final: the meeting was held, and neither they nor its sign-ins can be changed by those who came. */
export function finalise(meeting: Meeting, { by, at }: Deed): Meeting | Refusal {
  const { minutes } = meeting
  if (minutes?.final) return meeting
  if (!minutes || (minutes.text === '' && itemsTold(minutes).length === 0)) return no.minutesNeeded()
  const status = isComing(meeting) ? 'held' : meeting.status
  return { ...meeting, status, minutes: { ...minutes, final: { by, at } } }
}

/** Adds to final minutes what has to be set right; the minutes themselves stay as they were. */
export function amend(meeting: Meeting, text: string, { by, at }: Deed): Meeting | Refusal {
  const { minutes } = meeting
  if (!minutes?.final) return no.minutesOpen()
  if (text.trim() === '') return no.minutesNeeded()
  const additions = [...(minutes.additions ?? []), { text: text.trim(), by, at }]
  return { ...meeting, minutes: { ...minutes, additions } }
}

/** The refusal of whatever would change final minutes. */
export function minutesFixed({ minutes }: Meeting): Refusal | undefined {
  return minutes?.final && no.minutesFinal()
}
