import { act, type FollowUp } from '../followups/follow-up.ts'
import { actsOf, type Opening, openFollowUp } from '../followups/ledger.ts'
import { followUps } from '../followups/store.ts'
import type { Data } from '../forms/verdict.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { meetings } from '../meetings/store.ts'
import type { Actor } from '../shared/actor.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Reading, Writing } from '../shared/store/port.ts'
import { dateOf, dayTime, type PlainDate, plusDays } from '../shared/time.ts'
import { defaultLang, speaker } from '../shared/words.ts'
import { readTree } from '../units/store.ts'
import {
  blank,
  conclude,
  type Deed,
  type Fault,
  fileSheet,
  type Inspection,
  type InspectionWay,
  noteFault,
  recheck,
  reply,
} from './inspection.ts'
import { mayInspect, mayReply } from './may.ts'
import { no } from './refusals.ts'
import type { Sheet } from './sheet.ts'
import { inspections } from './store.ts'
import { tellConcluded, tellRechecked, tellReply } from './telling.ts'
import { words } from './words.ts'

export type InspectKit = Pick<Kit, 'store' | 'now' | 'newId' | 'zone' | 'publicUrl'>

/** The meeting, when the actor may inspect it: begun, and neither cancelled nor given up. */
export async function meetingToInspect(
  from: Reading,
  id: string,
  actor: Actor,
  { now, zone }: Pick<Kit, 'now' | 'zone'>,
): Promise<Meeting | Refusal> {
  const meeting = await from.find(meetings, id)
  if (!meeting) return no.noMeeting()
  const tree = await readTree(from)
  const unit = tree.find(meeting.unit)
  if (!unit || !mayInspect(actor, tree, unit)) return no.notYours()
  if (meeting.status === 'cancelled' || meeting.status === 'notHeld') return no.nothingHeld()
  if (now() < meeting.starts) return no.notBegun({ starts: dayTime(meeting.starts, zone) })
  return meeting
}

/** What an inspector does with an inspection that has not been concluded. */
export type Step =
  | { readonly kind: 'sheet'; readonly answers: Data; readonly way: InspectionWay }
  | {
      readonly kind: 'fault'
      readonly fault: Pick<Fault, 'what' | 'advice'> & { due: PlainDate | undefined }
    }
  | { readonly kind: 'conclude'; readonly due?: PlainDate | undefined }

/** Keeps one step; the first one begins the inspection, the last one opens its follow-ups and tells the association. */
export async function inspect(
  kit: InspectKit,
  sheet: Sheet,
  { meeting: id, step }: { readonly meeting: string; readonly step: Step },
  actor: Actor,
): Promise<Inspection | Refusal> {
  return kit.store.write(actor.id, async tx => {
    const meeting = await meetingToInspect(tx, id, actor, kit)
    if (isRefusal(meeting)) return meeting
    const known = await tx.find(inspections, id)
    const { unit, title, starts } = meeting
    const was = known ?? blank({ id, unit, title, on: dateOf(starts, kit.zone) }, sheet)
    const deed = { by: actor.id, at: kit.now(), zone: kit.zone }
    const next = stepped(was, step, sheet, deed, kit.newId)
    if (isRefusal(next)) return next
    if (next.concluded) {
      const told = { ...deed, publicUrl: kit.publicUrl }
      const due = step.kind === 'conclude' ? step.due : undefined
      const opened = await openFaults(tx, next, { sheet, due, opening: { ...told, toldApart: true } })
      if (isRefusal(opened)) return opened
      await tellConcluded(tx, next, opened, told)
    }
    return known ? tx.change(inspections, id, () => next) : tx.add(inspections, next)
  })
}

function stepped(was: Inspection, step: Step, sheet: Sheet, deed: Deed, newId: () => string) {
  switch (step.kind) {
    case 'sheet':
      return fileSheet(was, sheet, step, deed)
    case 'fault':
      return noteFault(was, { id: newId(), ...step.fault }, deed)
    case 'conclude':
      return conclude(was, sheet, deed)
  }
}

/** Each fault becomes a follow-up of the association; a failed inspection one more, for the whole. */
async function openFaults(
  tx: Writing,
  inspection: Inspection,
  {
    sheet,
    due,
    opening,
  }: { readonly sheet: Sheet; readonly due: PlainDate | undefined; readonly opening: Opening },
): Promise<readonly FollowUp[] | Refusal> {
  const t = speaker(defaultLang)
  const { id, unit, title, on, concluded } = inspection
  const source = { kind: 'inspection' as const, id, title: `${title} ${on}` }
  const today = dateOf(opening.at, opening.zone)
  const later = plusDays(today, sheet.standard.rectifyWithinDays)
  const whole = { id: `${id}-r`, what: t(words.rectify, { mean: concluded?.mean ?? 0 }), due: due ?? later }
  const faults = inspection.faults.map(fault => ({ ...fault, what: t(words.faultAndAdvice, fault) }))
  const all: FollowUp[] = []
  for (const asked of concluded?.band === 'fail' ? [...faults, whole] : faults) {
    // A fault that was noted long before the end may have a date that is over; it cannot be due before it is told.
    const day = asked.due.localeCompare(today) < 0 ? today : asked.due
    const opened = await openFollowUp(
      tx,
      { id: asked.id, what: asked.what, due: day, owner: unit, source },
      opening,
    )
    if (isRefusal(opened)) return opened
    all.push(opened)
  }
  return all
}

/** Keeps the association's answer, and tells the inspectors. */
export async function replyTo(
  kit: InspectKit,
  id: string,
  text: string,
  actor: Actor,
): Promise<Inspection | Refusal> {
  return kit.store.write(actor.id, async tx => {
    const inspection = await tx.find(inspections, id)
    if (!inspection) return no.noInspection()
    if (!mayReply(actor, inspection)) return no.notYourReply()
    const next = reply(inspection, text, { by: actor.id, at: kit.now(), zone: kit.zone })
    if (isRefusal(next)) return next
    await tellReply(tx, next, { by: actor.id, at: kit.now(), publicUrl: kit.publicUrl })
    return tx.change(inspections, id, () => next)
  })
}

/** A second look at what the association has submitted: it is confirmed as done, or returned with what was found. */
export async function recheckFaults(
  { store, now, zone, publicUrl }: InspectKit,
  id: string,
  finding: { readonly passed: boolean; readonly text: string },
  actor: Actor,
): Promise<Inspection | Refusal> {
  return store.write(actor.id, async tx => {
    const inspection = await tx.find(inspections, id)
    if (!inspection) return no.noInspection()
    const tree = await readTree(tx)
    const unit = tree.find(inspection.unit)
    if (!unit || !mayInspect(actor, tree, unit)) return no.notYours()
    const deed = { by: actor.id, at: now(), zone }
    const next = recheck(inspection, finding, deed)
    if (isRefusal(next)) return next
    const doing = { act: finding.passed ? ('confirm' as const) : ('return' as const), note: finding.text }
    const submitted = (await faultsOf(tx, id)).filter(each => actsOf(actor, tree, each).includes(doing.act))
    if (submitted.length === 0) return no.nothingSubmitted()
    const looked: FollowUp[] = []
    for (const each of submitted) {
      const done = act(each, doing, deed)
      if (isRefusal(done)) return done
      looked.push(await tx.change(followUps, each.id, () => done))
    }
    await tellRechecked(tx, next, looked, { ...deed, publicUrl })
    return tx.change(inspections, id, () => next)
  })
}

/** The follow-ups that came out of an inspection. */
export function faultsOf(from: Reading, id: string): Promise<readonly FollowUp[]> {
  return from.list(followUps, 'source', `inspection:${id}`)
}
