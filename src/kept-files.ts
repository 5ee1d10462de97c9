import { join } from 'node:path'
import { isShown as isAttached } from './meetings/attachments.ts'
import { attachments } from './meetings/store.ts'
import { isShown } from './ratings/evidence.ts'
import { evidence } from './ratings/store.ts'
import { keptFiles } from './shared/files/kept-files.ts'
import type { Swept } from './shared/files/sweep.ts'
import type { Kit } from './shared/kit.ts'

/** The files of ratings. Every room that keeps files has a folder of its own. */
export const evidenceFiles = ({ files }: Pick<Kit, 'files'>) => keptFiles(join(files, 'evidence'))

/** The files of meetings: photos of sheets, and what belongs to minutes. */
export const meetingFiles = ({ files }: Pick<Kit, 'files'>) => keptFiles(join(files, 'meetings'))

/** Which files the rooms' records still show; whatever else lies in their folders is deleted. */
export function sweptFiles(kit: Pick<Kit, 'files' | 'store'>): readonly Swept[] {
  const hashes = (shown: readonly { readonly hash: string }[]) => new Set(shown.map(({ hash }) => hash))
  return [
    {
      files: evidenceFiles(kit),
      shown: async () => hashes((await kit.store.all(evidence)).filter(isShown)),
    },
    {
      files: meetingFiles(kit),
      shown: async () => hashes((await kit.store.all(attachments)).filter(isAttached)),
    },
  ]
}
