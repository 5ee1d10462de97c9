import { megabytes, spaceTaken } from '../shared/files/sent.ts'
import { punctuation } from '../shared/punctuation.ts'
import { dateOf } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { FaultList, type Faults } from '../shared/web/form.tsx'
import { drawFrame } from '../shared/web/frame.ts'
import type { Opened } from './desk.ts'
import { attachingAs, type Evidence } from './evidence.ts'
import { evidenceWords } from './evidence-words.ts'
import { evidencePath, filePath } from './paths.ts'
import type { Item } from './rubric.ts'
import { roleName } from './say.ts'
import { words } from './words.ts'

interface Props extends Opened {
  readonly view: View
  readonly item: Item
  /** Everything that the association shows in this cycle. */
  readonly files: readonly Evidence[]
  /** In how many other places a content is shown, by hash; for those who score. */
  readonly elsewhere: ReadonlyMap<string, number>
  readonly saved: boolean
  readonly faults?: Faults
}

/** The files of one item: seeing them, adding some, taking some back. */
export function EvidencePage(props: Props) {
  const { view, item, rating, cycle, hand, files, faults, saved } = props
  const { t } = view
  const { rubric } = hand
  const path = evidencePath(rating, item.id)
  const level = attachingAs(rating, hand)
  const own = files.filter(file => file.item === item.id)
  const limits = rubric.evidence
  return (
    <>
      <p class="actions">
        <a href={`/ratings/${cycle.id}/${rating.community}`}>{t(words.backToRating)}</a>
        {level === 'lead' && (
          <a href={`/ratings/${cycle.id}/${rating.community}/self/${item.section}#${item.id}`}>
            {t(evidenceWords.evidenceOpenForm)}
          </a>
        )}
        {level !== undefined && level !== 'lead' && (
          <a href={`/ratings/${cycle.id}/${rating.community}/review#${item.id}`}>{t(words.openReview)}</a>
        )}
      </p>
      <h1>{t(evidenceWords.evidenceTitle, { item: `${item.id} ${t(item.title)}`, name: rating.name })}</h1>
      <p>{t(words.evidence, { text: item.evidence })}</p>
      {saved && (
        <div class="notice good" role="status">
          {t(evidenceWords.evidenceAdded)}
        </div>
      )}
      <FaultList view={view} faults={faults} />
      {own.length === 0 ? (
        <p class="empty">{t(evidenceWords.evidenceNone)}</p>
      ) : (
        <ul class="cards plain">
          {own.map(file => (
            <FileCard {...props} file={file} mine={file.level === level} />
          ))}
        </ul>
      )}
      {level && (
        <form method="post" action={path} enctype="multipart/form-data">
          <label for="files">{t(evidenceWords.evidenceAdd)}</label>
          <input
            id="files"
            name="files"
            type="file"
            multiple
            required
            accept="image/jpeg,image/png,image/webp,.pdf,.xlsx,.docx"
            aria-describedby="files-hint"
            aria-invalid={faults?.files ? 'true' : undefined}
          />
          <small id="files-hint">
            {t(evidenceWords.evidenceHint, { file: limits.fileMegabytes, files: limits.itemFiles })}
            {t(punctuation.gap)}
            {t(evidenceWords.evidenceSpace, {
              used: megabytes(spaceTaken(files)),
              quota: limits.quotaMegabytes,
            })}
          </small>
          <button type="submit">{t(evidenceWords.evidenceUpload)}</button>
        </form>
      )}
    </>
  )
}

function FileCard({
  view: { t },
  rating,
  zone,
  file,
  mine,
  elsewhere,
}: Props & { file: Evidence; mine: boolean }) {
  const path = filePath(rating, file)
  const also = elsewhere.get(file.hash) ?? 0
  const facts = {
    level: roleName(file.level),
    who: file.byName,
    date: dateOf(file.at, zone),
    size: `${megabytes(file.bytes)} MB`,
  }
  return (
    <li>
      <a href={path}>
        {file.kind === 'jpeg' && <img src={`${path}?small`} alt="" loading="lazy" width="120" />}
        <span>{file.name || file.item}</span>
      </a>
      <br />
      <span class="badge">{file.kind.toUpperCase()}</span> <small>{t(evidenceWords.evidenceBy, facts)}</small>
      {also > 0 && <p class="warn">{t(evidenceWords.evidenceElsewhere, { count: also })}</p>}
      {mine && (
        <form method="post" action={`${path}/take-back`}>
          <button
            type="submit"
            class="secondary"
            aria-label={t(evidenceWords.evidenceTakeBackOf, { name: file.name })}
          >
            {t(evidenceWords.evidenceTakeBack)}
          </button>
        </form>
      )}
    </li>
  )
}

/** The files of an item in a row, small, with the way to all of them. */
export function EvidenceRow({
  view,
  rating,
  item,
  files,
}: Pick<Props, 'view' | 'rating' | 'item' | 'files'>) {
  const own = files.filter(file => file.item === item.id)
  const photos = own
    .filter(file => file.kind === 'jpeg')
    .slice(0, 3)
    .map(file => (
      <a href={filePath(rating, file)}>
        <img src={`${filePath(rating, file)}?small`} alt={file.name || file.item} loading="lazy" width="48" />
      </a>
    ))
  return fileRow({ photos, path: evidencePath(rating, item.id) }, view, own.length)
}

const fileRow = drawFrame(
  ['photos', 'path'],
  (gap, { t }: View, count: number) => (
    <p class="actions">
      {gap.photos}
      <a href={gap.path}>{t(evidenceWords.evidenceLink, { count })}</a>
    </p>
  ),
  20,
)
