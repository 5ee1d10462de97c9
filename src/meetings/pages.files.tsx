import { megabytes } from '../shared/files/sent.ts'
import type { Text } from '../shared/words.ts'
import { type AttachmentKind, attachmentKinds } from './attachments.ts'
import type { MeetingProps } from './meeting-props.ts'
import { momentText } from './saying.ts'
import { standards } from './standards-file.ts'
import { words } from './words.ts'

/** The files of a meeting, with the forms that add some for whoever convenes it. */
export function MeetingFiles(props: MeetingProps) {
  const { view, meeting, files, may, over, faults } = props
  const { t } = view
  const adds = may.convene && over && meeting.status !== 'cancelled' && meeting.status !== 'notHeld'
  const open = attachmentKinds.filter(kind => kind === 'sheet' || !meeting.minutes?.final)
  if (files.length === 0 && !adds) return null
  return (
    <section id="files">
      <h2>{t(words.filesTitle)}</h2>
      {files.length > 0 && (
        <ul class="cards plain">
          {files.map(file => (
            <FileCard {...props} file={file} mine={adds && open.includes(file.about)} />
          ))}
        </ul>
      )}
      {adds && (
        <details open={open.some(kind => faults?.[`files-${kind}`] !== undefined)}>
          <summary>{t(words.filesAdd)}</summary>
          {open.map(kind => (
            <form
              method="post"
              action={`/meetings/${meeting.id}/files/${kind}`}
              enctype="multipart/form-data"
            >
              <label for={`files-${kind}`}>{t(kindName(kind))}</label>
              <input
                id={`files-${kind}`}
                name="files"
                type="file"
                multiple
                required
                accept={`image/jpeg,image/png,image/webp${kind === 'sheet' ? '' : ',.pdf,.xlsx,.docx'}`}
                {...(faults?.[`files-${kind}`] && {
                  'aria-invalid': 'true' as const,
                  'aria-describedby': `files-${kind}-fault`,
                })}
              />
              <small>{t(words.filesHint, { limit: standards.attachments.fileMegabytes })}</small>
              {faults?.[`files-${kind}`] && (
                <span class="fault" id={`files-${kind}-fault`}>
                  {faults[`files-${kind}`]}
                </span>
              )}
              <button type="submit" class="secondary">
                {t(words.filesUpload)}
              </button>
            </form>
          ))}
        </details>
      )}
    </section>
  )
}

function FileCard({
  view: { t },
  zone,
  meeting,
  nameOf,
  file,
  mine,
}: MeetingProps & { file: MeetingProps['files'][number]; mine: boolean }) {
  const path = `/meetings/${meeting.id}/files/${file.id}`
  return (
    <li>
      <a href={path}>
        {file.kind === 'jpeg' && (
          <>
            <img src={`${path}?small`} alt="" loading="lazy" width="120" />
            <br />
          </>
        )}
        <span>{file.name || t(kindName(file.about))}</span>
      </a>
      <br />
      <span class="badge">{t(kindName(file.about))}</span>{' '}
      <small>
        {nameOf(file.by)} · {momentText(file.at, zone, t)} · {megabytes(file.bytes)} MB
      </small>
      {mine && (
        <form method="post" action={`${path}/take-back`}>
          <button type="submit" class="secondary" aria-label={`${t(words.filesTakeBack)} ${file.name}`}>
            {t(words.filesTakeBack)}
          </button>
        </form>
      )}
    </li>
  )
}

function kindName(kind: AttachmentKind): Text {
  switch (kind) {
    case 'sheet':
      return words.sheetPhoto
    case 'minutes':
      return words.minutesFile
  }
}
