import { type Reply, refused, reply, type Talker } from '../shared/bot/talker.ts'
import type { KeptFiles } from '../shared/files/kept-files.ts'
import type { Sent } from '../shared/files/sent.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { plusHours } from '../shared/time.ts'
import { addFiles } from './attaching.ts'
import type { AttachmentKind } from './attachments.ts'
import { meetingsToReport } from './calling.ts'
import { finish, talkOf } from './quick-report.ts'
import { meetings } from './store.ts'
import { words } from './words.ts'

/** After a report further photos of its sheet are taken for so long; an album comes as one message a picture. */
const hoursForMore = 2

/**
 * Takes a file for the meeting that is being talked about: the photo of the sheet in the quick report, or what belongs
 * to the minutes while they are written. `undefined` where none is waited for, so that others may take it.
 */
export async function takeFile(
  talker: Talker,
  files: KeptFiles,
  fetched: () => Promise<Sent | Refusal | undefined>,
): Promise<Reply | undefined> {
  const { kit, actor, t } = talker
  const wanted = await wantedFor(talker)
  if (!wanted) return undefined
  const sent = await fetched()
  if (!sent || isRefusal(sent)) return sent && refused(sent, t)
  const { meeting: id, about, isAsked } = wanted
  const added = await addFiles(kit, files, { meeting: id, about, sent: [sent] }, actor)
  if (isRefusal(added)) return refused(added, t)
  const { title } = await kit.store.get(meetings, id)
  const said = t(about === 'sheet' ? words.photoKept : words.fileKept, { title })
  return isAsked ? finish(talker, said) : reply(said)
}

interface Wanted {
  readonly meeting: string
  readonly about: AttachmentKind
  /** The report asks for it now, and is complete with it. */
  readonly isAsked: boolean
}

async function wantedFor(talker: Talker): Promise<Wanted | undefined> {
  const { kit, actor } = talker
  const talk = await talkOf(talker)
  if (talk?.step === 'photo') return { meeting: talk.meeting, about: 'sheet', isAsked: true }
  if (talk?.step === 'minutes') return { meeting: talk.meeting, about: 'minutes', isAsked: false }
  const since = plusHours(kit.now(), -hoursForMore)
  const reported = (await meetingsToReport(kit.store, actor, kit.now())).find(
    ({ report }) => report !== undefined && report.at >= since,
  )
  return reported && { meeting: reported.id, about: 'sheet', isAsked: false }
}
