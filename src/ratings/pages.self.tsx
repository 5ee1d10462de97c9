import { punctuation } from '../shared/punctuation.ts'
import type { View } from '../shared/web/env.ts'
import type { Faults } from '../shared/web/form.tsx'
import { FaultList } from '../shared/web/form.tsx'
import type { Opened } from './desk.ts'
import type { Evidence } from './evidence.ts'
import { formWords } from './form-words.ts'
import { ItemFields } from './pages.self-item.tsx'
import { SubmitForm } from './pages.steps.tsx'
import { mayDo } from './perform.ts'
import { filledIn, offeredFor } from './prefill.ts'
import type { Section } from './rubric.ts'
import { SaveScript, savingForm } from './saving.tsx'
import { selfScoresOf, totalOf } from './score-sheet.ts'
import type { SectionInput } from './self-assessment.ts'
import { words } from './words.ts'

interface Props extends Opened {
  readonly view: View
  readonly section: Section
  readonly files: readonly Evidence[]
  /** What was sent and is not saved. */
  readonly sent?: SectionInput
  readonly faults?: Faults
  /** What somebody else changed meanwhile, in sentences. */
  readonly theirs?: readonly string[]
  readonly saved: boolean
  /** Questions that were just filled in from the cycle before, and are not saved. */
  readonly taken?: readonly string[]
}

/** One section of the self-assessment; every section is saved by itself. */
export function SelfPage(props: Props) {
  const { view, cycle, rating, hand, section, sent, faults, theirs = [], saved } = props
  const { t } = view
  const path = `/ratings/${cycle.id}/${rating.community}`
  const scores = selfScoresOf(hand.rubric, rating)
  const offered = offeredFor(section, rating, props.earlier, hand)
  const blank = filledIn((sent ?? rating).values, offered).taken.length
  return (
    <>
      <p>
        <a href={path}>{t(words.backToRating)}</a>
      </p>
      <h1>{t(words.selfTitle, { name: rating.name })}</h1>
      {saved && (
        <div class="notice good" role="status">
          {t(words.savedTotal, { points: totalOf(hand.rubric, scores) })}
        </div>
      )}
      <ReturnNotice view={view} rating={rating} />
      {props.taken && (
        <div class="notice care" role="status">
          {t(words.prefilled, { count: props.taken.length, year: props.earlier?.cycle ?? '' })}
        </div>
      )}
      {theirs.length > 0 && <Theirs view={view} lines={theirs} />}
      <FaultList view={view} faults={faults} />
      <nav aria-label={t(words.sections)}>
        <ul>
          {hand.rubric.sections.map(each => (
            <li>
              <a
                href={`${path}/self/${each.id}`}
                {...(each.id === section.id ? { 'aria-current': 'page' } : {})}
              >
                {each.id} {t(each.title)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2>
        {section.id} {t(section.title)}{' '}
        <span class="muted" data-figure="section">
          {t(words.outOf, { points: sumText(section, scores), of: section.points })}
        </span>
      </h2>
      <p>
        <small>{t(formWords.savesItself)}</small>
      </p>
      <form method="post" action={`${path}/self/${section.id}`} {...savingForm(view)}>
        <input type="hidden" name="base" value={String(rating.revision)} />
        {section.items.map(item => (
          <ItemFields {...props} item={item} points={scores[item.id] ?? null} offered={offered} />
        ))}
        <div class="actions">
          <button type="submit" name="go" value="next">
            {t(words.saveNext)}
          </button>
          <button type="submit" name="go" value="stay" class="secondary">
            {t(words.save)}
          </button>
          {blank > 0 && (
            <button type="submit" name="go" value="prefill" class="secondary">
              {t(words.prefill, { count: blank, year: props.earlier?.cycle ?? '' })}
            </button>
          )}
        </div>
      </form>
      {mayDo(rating, hand).includes('submit') && (
        <SubmitForm view={view} path={path} chosen={rating.target} />
      )}
      <SaveScript />
    </>
  )
}

export function sumText(section: Section, scores: Readonly<Record<string, number | null>>): string {
  const sum = section.items.reduce((total, item) => total + (scores[item.id] ?? 0), 0)
  return String(Math.round(sum * 100) / 100)
}

function ReturnNotice({ view: { t }, rating }: Pick<Props, 'view' | 'rating'>) {
  const last = rating.history.findLast(event => event.to === 'returned' && event.action !== 'save')
  if (rating.state !== 'returned' || !last) return null
  return (
    <div class="notice care">
      {t(words.returnedBecause, { items: last.items.join(t(punctuation.list)), reason: last.reason })}
    </div>
  )
}

/** What the later of two people is told, and that saving again puts the own values in the others' place. */
export function Theirs({ view: { t }, lines }: { view: View; lines: readonly string[] }) {
  return (
    <div class="faults" role="alert">
      <ul>
        {lines.map(line => (
          <li>{line}</li>
        ))}
      </ul>
      <p>{t(words.overwrite)}</p>
    </div>
  )
}
