import type { Question } from '../forms/form.ts'
import { punctuation } from '../shared/punctuation.ts'
import type { View } from '../shared/web/env.ts'
import type { Faults } from '../shared/web/form.tsx'
import { drawFrame } from '../shared/web/frame.ts'
import type { Opened } from './desk.ts'
import type { Evidence } from './evidence.ts'
import { QuestionField } from './fields.tsx'
import { EvidenceRow } from './pages.evidence.tsx'
import { awaits, RecordedFigures } from './pages.state.tsx'
import { ratingPath } from './paths.ts'
import type { Item, Points } from './rubric.ts'
import { SavedMark } from './saving.tsx'
import { saidAnswer, sourceName } from './say.ts'
import { askedOf, longestNote, type SectionInput } from './self-assessment.ts'
import { words } from './words.ts'

export interface ItemProps extends Pick<Opened, 'rating' | 'hand' | 'earlier'> {
  readonly view: View
  readonly item: Item
  /** What the answers come to; null is held. */
  readonly points: Points | null
  readonly files: readonly Evidence[]
  /** What was sent and is not saved. */
  readonly sent?: SectionInput
  readonly faults?: Faults
  /** What the cycle before offers, by question. */
  readonly offered: Readonly<Record<string, unknown>>
  /** Questions that were just filled in from it, and are not saved. */
  readonly taken?: readonly string[]
}

/** One item of the form: what it asks, what the records say, its files and its note; it saves itself. */
export function ItemFields(props: ItemProps) {
  const { view, rating, hand, item, points, sent, faults, files } = props
  const { t } = view
  const values = sent?.values ?? rating.values
  const note = sent?.notes[item.id] ?? rating.notes[item.id] ?? ''
  const asked = askedOf(item, rating)
  const waits = asked.length === 0 && awaits(hand.rubric, rating, item)
  const fill = {
    path: `${ratingPath(rating)}/self/${item.section}/items/${item.id}`,
    points: points === null ? t(words.heldNow) : t(words.pointsNow, { points, of: item.points }),
    figures: <RecordedFigures view={view} rubric={hand.rubric} rating={rating} item={item} />,
    questions: asked.map(question => (
      <>
        <QuestionField
          view={view}
          question={question}
          value={values[question.name]}
          fault={faults?.[question.name]}
        />
        <OfferedLine {...props} question={question} />
      </>
    )),
    files: <EvidenceRow view={view} rating={rating} item={item} files={files} />,
    note,
    base: rating.revision,
  }
  return itemFrame(fill, item, view, asked.length > 0 ? 'asked' : waits ? 'waits' : 'known', note !== '')
}

/** What is the same at an item in every association's form. */
const itemFrame = drawFrame(
  ['path', 'points', 'figures', 'questions', 'files', 'note', 'base'],
  (gap, item: Item, { t }: View, state: 'asked' | 'waits' | 'known', noted: boolean) => (
    <article id={item.id} data-save={gap.path}>
      <h3>
        {item.id} {t(item.title)}{' '}
        <span class="badge" data-figure="points">
          {gap.points}
        </span>
      </h3>
      <p>
        <small>
          {t(item.rule)}
          {t(punctuation.gap)}
          {t(words.evidence, { text: item.evidence })}
        </small>
      </p>
      {gap.figures}
      {item.source !== 'reported' && state === 'asked' && (
        <p>
          <small>{t(words.noRecords, { source: sourceName(item.source) })}</small>
        </p>
      )}
      {state === 'waits' && <p class="warn">{t(words.waits)}</p>}
      {gap.questions}
      {gap.files}
      <details open={noted}>
        <summary>{t(words.note)}</summary>
        <textarea
          id={`note-${item.id}`}
          name={`note-${item.id}`}
          rows={2}
          maxlength={longestNote}
          aria-label={t(words.noteOn, { item: item.id })}
        >
          {gap.note}
        </textarea>
      </details>
      <SavedMark part={item.id} base={gap.base} />
    </article>
  ),
  20,
)

/** What the cycle before said to a question, and whether it has just been put in. */
function OfferedLine({
  view: { t },
  question,
  offered,
  taken = [],
  earlier,
}: ItemProps & { question: Question }) {
  const value = offered[question.name]
  if (value === undefined || !earlier) return null
  return (
    <p>
      <small>{t(words.earlierAnswer, { year: earlier.cycle, answer: saidAnswer(question, value, t) })}</small>{' '}
      {taken.includes(question.name) && <span class="badge warn">{t(words.prefilledMark)}</span>}
    </p>
  )
}
