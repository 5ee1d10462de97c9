import { z } from 'zod'
import type { Say, Text } from '../shared/words.ts'
import { deedWords as words } from './deed-words.ts'

const name = z.string().max(40)
const names = z.array(name).readonly()
const yesNo = z.boolean()

/** What was changed of a group. */
const changeSchema = z.discriminatedUnion('field', [
  z.object({ field: z.literal('name'), from: name, to: name }).readonly(),
  z.object({ field: z.literal('covers'), from: z.string().max(100), to: z.string().max(100) }).readonly(),
  z.object({ field: z.literal('leader'), from: yesNo, to: yesNo }).readonly(),
  z.object({ field: z.literal('closed'), from: yesNo, to: yesNo }).readonly(),
])
export type GroupChange = z.infer<typeof changeSchema>

/** What was done to the groups of a community, as the history keeps it: facts, to be said in the reader's language. */
export const deedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('added'), names }).readonly(),
  z.object({ kind: z.literal('carried'), year: z.string().regex(/^\d{4}$/), names }).readonly(),
  z
    .object({
      kind: z.literal('changed'),
      group: name,
      changes: z.array(changeSchema).readonly(),
      /** Whether it was confirmed as five-good until then. */
      unconfirmed: z.boolean(),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('counted'),
      month: z.string(),
      /** How many; not known of deeds from before this was kept. */
      groups: z.int().min(0).optional(),
      activities: z.int().min(0),
      publicity: z.int().min(0),
    })
    .readonly(),
  z.object({ kind: z.literal('marked'), group: name, marks: z.array(z.string()).readonly() }).readonly(),
  z
    .object({
      kind: z.literal('appraised'),
      group: name,
      outcome: z.enum(['confirmed', 'declined']),
      reason: z.string().max(300),
    })
    .readonly(),
  /** From before deeds were kept as facts. */
  z.object({ kind: z.literal('noted'), text: z.string().max(400) }).readonly(),
])
export type Deed = z.infer<typeof deedSchema>

/** A deed in words; `goodTitle` says what a good of five-good groups is called. */
export function sayDeed(deed: Deed, t: Say, goodTitle: (id: string) => Text | undefined): string {
  const list = (parts: readonly string[]) => parts.join(t(words.comma))
  switch (deed.kind) {
    case 'added':
      return t(words.added, { names: list(deed.names) })
    case 'carried':
      return t(words.carried, { year: deed.year, names: list(deed.names) })
    case 'changed': {
      const said = deed.changes.map(change => sayChange(change, t))
      return t(words.changed, {
        group: deed.group,
        changes: [...said, ...(deed.unconfirmed ? [t(words.unconfirmed)] : [])].join(t(words.semicolon)),
      })
    }
    case 'counted':
      return deed.groups === undefined
        ? t(words.countedSums, { month: deed.month, activities: deed.activities, publicity: deed.publicity })
        : t(words.counted, { ...deed, groups: deed.groups })
    case 'marked': {
      const titles = deed.marks.map(id => {
        const title = goodTitle(id)
        return title ? t(title) : id
      })
      return titles.length === 0
        ? t(words.unmarked, { group: deed.group })
        : t(words.marked, { group: deed.group, marks: list(titles) })
    }
    case 'appraised':
      return deed.outcome === 'confirmed' ? t(words.confirmed, deed) : t(words.declined, deed)
    case 'noted':
      return deed.text
  }
}

function sayChange(change: GroupChange, t: Say): string {
  switch (change.field) {
    case 'name':
      return t(words.renamed, { to: change.to })
    case 'covers':
      return change.to === '' ? t(words.coversNone) : t(words.covers, { to: change.to })
    case 'leader':
      return t(change.to ? words.leaderFilled : words.leaderGone)
    case 'closed':
      return t(change.to ? words.closed : words.reopened)
  }
}
