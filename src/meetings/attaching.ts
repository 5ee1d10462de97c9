import type { Actor } from '../shared/actor.ts'
import type { KeptFiles } from '../shared/files/kept-files.ts'
import { keepAll, type Sent } from '../shared/files/sent.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Reading } from '../shared/store/port.ts'
import { readTree } from '../units/store.ts'
import { type Attachment, type AttachmentKind, attach, attachable, isShown, roomOf } from './attachments.ts'
import { mayConvene } from './expected.ts'
import type { Meeting } from './meeting.ts'
import { no } from './refusals.ts'
import { standards } from './standards-file.ts'
import { attachments, meetings } from './store.ts'

type AttachKit = Pick<Kit, 'store' | 'now' | 'newId' | 'zone'>

/** Adds files to a meeting, of whoever convenes it: all of them, or none when one is refused. */
export async function addFiles(
  kit: AttachKit,
  files: KeptFiles,
  { meeting: id, about, sent }: { meeting: string; about: AttachmentKind; sent: readonly Sent[] },
  actor: Actor,
): Promise<readonly Attachment[] | Refusal> {
  const { store, now, newId, zone } = kit
  const open = async (from: Reading) => attachableBy(from, id, about, { actor, at: now(), zone })
  const opened = await open(store)
  if (isRefusal(opened)) return opened
  const kept = await keepAll(files, sent, standards.attachments)
  if (isRefusal(kept)) return kept
  return store.write(actor.id, async tx => {
    const meeting = await open(tx)
    if (isRefusal(meeting)) return meeting
    const added: Attachment[] = []
    for (const each of kept) {
      const room = roomOf(meeting)
      const file = { id: newId(), meeting: id, room, about, ...each, by: actor.id, at: now() }
      const taken = attach(file, await tx.list(attachments, 'room', room))
      if (isRefusal(taken)) return taken
      added.push(taken === file ? await tx.add(attachments, file) : taken)
    }
    return added
  })
}

/** Takes a file back. Its record stays, with who took it back. */
export function takeFileBack(
  { store, now, zone }: AttachKit,
  { meeting: id, file }: { readonly meeting: string; readonly file: string },
  actor: Actor,
): Promise<Attachment | Refusal> {
  return store.write(actor.id, async tx => {
    const found = await shownFile(tx, id, file)
    if (isRefusal(found)) return found
    const at = now()
    const meeting = await attachableBy(tx, id, found.about, { actor, at, zone })
    if (isRefusal(meeting)) return meeting
    return tx.change(attachments, file, each => ({ ...each, removed: { by: actor.id, at } }))
  })
}

/** A file that a meeting shows. */
export async function shownFile(from: Reading, meeting: string, id: string): Promise<Attachment | Refusal> {
  const file = await from.find(attachments, id)
  return file && file.meeting === meeting && isShown(file) ? file : no.noFile()
}

async function attachableBy(
  from: Reading,
  id: string,
  about: AttachmentKind,
  { actor, at, zone }: { readonly actor: Actor; readonly at: Meeting['starts']; readonly zone: string },
): Promise<Meeting | Refusal> {
  const meeting = await from.find(meetings, id)
  if (!meeting) return no.noMeeting()
  if (!mayConvene(actor, await readTree(from), meeting)) return no.notYours()
  return attachable(meeting, about, { by: actor.id, at, zone }) ?? meeting
}
