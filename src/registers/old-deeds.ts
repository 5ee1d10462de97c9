import type { Deed, GroupChange } from './deeds.ts'

/**
 * Lifts a community's groups to version 2: the history told deeds in short signs, such as `2026-03: 4 / 2`, and now keeps
 * them as facts. What cannot be read stays as it was written.
 */
export function withDeeds(old: unknown): unknown {
  const { history, ...list } = old as { history: readonly { deed: string }[] }
  return { ...list, history: history.map(entry => ({ ...entry, deed: deedFrom(entry.deed) })) }
}

function deedFrom(text: string): Deed {
  const names = (joined = '') => joined.split('、').map(name => name.slice(0, 40))
  const [, added] = /^\+ (.+)$/su.exec(text) ?? []
  if (added) return { kind: 'added', names: names(added) }
  const [, year, carried] = /^(\d{4}) → (.+)$/su.exec(text) ?? []
  if (year) return { kind: 'carried', year, names: names(carried) }
  const [, group = '', outcome, reason = ''] = /^(.{1,40}?): (confirmed|declined) ?(.*)$/su.exec(text) ?? []
  if (outcome === 'confirmed' || outcome === 'declined')
    return { kind: 'appraised', group, outcome, reason: reason.slice(0, 300) }
  const [, month, activities, publicity] = /^(\d{4}-\d{2}): (\d+) \/ (\d+)$/.exec(text) ?? []
  if (month) return { kind: 'counted', month, activities: Number(activities), publicity: Number(publicity) }
  const [, marker, marks] = /^(.{1,40}?): (–|\w+(?:, \w+)*)$/su.exec(text) ?? []
  if (marker && marks) return { kind: 'marked', group: marker, marks: marks === '–' ? [] : marks.split(', ') }
  return changedFrom(text) ?? { kind: 'noted', text }
}

/** `第1小组: leader true → false; confirmed → –`; undefined where a part of it is something else. */
function changedFrom(text: string): Deed | undefined {
  const [, group = '', rest = ''] = /^(.{1,40}?): (.+)$/su.exec(text) ?? []
  const parts = rest.split('; ')
  const unconfirmed = parts.at(-1) === 'confirmed → –'
  const changes = (unconfirmed ? parts.slice(0, -1) : parts).map(changeFrom)
  if (changes.length === 0 || changes.some(change => change === undefined)) return undefined
  return { kind: 'changed', group, changes: changes.filter(change => change !== undefined), unconfirmed }
}

function changeFrom(part: string): GroupChange | undefined {
  const [, field, from = '', to = ''] = /^(name|covers|leader|closed) (.*) → (.*)$/su.exec(part) ?? []
  switch (field) {
    case 'name':
      return { field, from: from.slice(0, 40), to: to.slice(0, 40) }
    case 'covers':
      return { field, from: from.slice(0, 100), to: to.slice(0, 100) }
    case 'leader':
    case 'closed':
      return { field, from: from === 'true', to: to === 'true' }
    default:
      return undefined
  }
}
