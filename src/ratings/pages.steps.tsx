import type { View } from '../shared/web/env.ts'
import type { Opened } from './desk.ts'
import { gradeName, targets } from './grades.ts'
import { isListed } from './notice.ts'
import { noticeWords } from './notice-words.ts'
import type { Rating } from './rating.ts'
import type { Item } from './rubric.ts'
import { transitions } from './state.ts'
import { type Action, actionName } from './steps.ts'
import { words } from './words.ts'

interface Props extends Pick<Opened, 'cycle' | 'rating' | 'hand'> {
  readonly view: View
  readonly may: readonly Action[]
}

/** What the signed-in person may do with the rating, because the rule allows it. */
export function StepForms({ view, cycle, rating, hand, may }: Props) {
  const { t } = view
  const path = `/ratings/${cycle.id}/${rating.community}`
  const reviews = may.some(action => ['startReview', 'score', 'startCheck', 'check'].includes(action))
  const buttons = may.filter(isButton)
  if (may.length === 0) return <p class="muted">{t(words.nothingToDo)}</p>
  return (
    <>
      <p class="actions">
        {may.includes('save') && (
          <a class="button" href={`${path}/self/${hand.rubric.sections[0]?.id ?? ''}`}>
            {t(words.fillSelf)}
          </a>
        )}
        {reviews && (
          <a class="button" href={`${path}/review`}>
            {t(words.openReview)}
          </a>
        )}
      </p>
      {may.includes('submit') && <SubmitForm view={view} path={path} chosen={rating.target} />}
      {buttons.map(action => (
        <StepForm {...{ view, path, action, rating }} items={hand.rubric.items} />
      ))}
    </>
  )
}

/** Deeds with a page of their own, and the one that only the appeal's decision does. */
const elsewhere: readonly Action[] = [
  'save',
  'submit',
  'startReview',
  'score',
  'startCheck',
  'check',
  'recall',
  'upholdAppeal',
]

function isButton(action: Action): boolean {
  return !elsewhere.includes(action)
}

export function SubmitForm({
  view: { t },
  path,
  chosen,
}: {
  view: View
  path: string
  chosen?: string | undefined
}) {
  return (
    <details>
      <summary>{t(words.submitTitle)}</summary>
      <form method="post" action={`${path}/submit`}>
        <fieldset>
          <legend>{t(words.target)}</legend>
          {targets.map(target => (
            <label>
              <input type="radio" name="target" value={target} required checked={chosen === target} />
              {t(gradeName(target))}
            </label>
          ))}
        </fieldset>
        <small>{t(words.submitHint)}</small>
        <div class="actions">
          <button type="submit">{t(words.submitTitle)}</button>
        </div>
      </form>
    </details>
  )
}

interface StepFormProps {
  readonly view: View
  readonly path: string
  readonly action: Action
  readonly rating: Rating
  readonly items: readonly Pick<Item, 'id' | 'title'>[]
}

function StepForm({ view: { t }, path, action, rating, items }: StepFormProps) {
  const rule = transitions[action]
  const isUnlisted = action === 'announce' && !isListed(rating)
  const button = (
    <button type="submit" name="action" value={action} class={rule.reason ? 'secondary' : undefined}>
      {t(isUnlisted ? noticeWords.announceOneBelow : actionName(action))}
    </button>
  )
  if (!rule.reason)
    return (
      <form method="post" action={`${path}/steps`}>
        {button}
      </form>
    )
  return (
    <details>
      <summary>{t(actionName(action))}</summary>
      <form method="post" action={`${path}/steps`}>
        {rule.items && (
          <fieldset>
            <legend>{t(words.itemsConcerned)}</legend>
            {items.map(({ id, title }) => (
              <label>
                <input type="checkbox" name="items" value={id} /> {id} {t(title)}
              </label>
            ))}
          </fieldset>
        )}
        {action === 'review' && (
          <fieldset>
            <legend>{t(actionName('review'))}</legend>
            <label>
              <input type="radio" name="passed" value="yes" required /> {t(words.passed)}
            </label>
            <label>
              <input type="radio" name="passed" value="no" /> {t(words.notPassed)}
            </label>
          </fieldset>
        )}
        <label for={`reason-${action}`}>{t(words.reason)}</label>
        <textarea id={`reason-${action}`} name="reason" required maxlength={500} rows={3} />
        {button}
      </form>
    </details>
  )
}
