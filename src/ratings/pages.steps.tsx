import { type Again, ReasonForm, sentTo } from '../shared/web/again.tsx'
import type { View } from '../shared/web/env.ts'
import { appealWords } from './appeal-words.ts'
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
  readonly mayAppeal: boolean
  readonly again?: Again | undefined
}

/** What the signed-in person may do with the rating, because the rule allows it. */
export function StepForms({ view, cycle, rating, hand, may, mayAppeal, again }: Props) {
  const { t } = view
  const path = `/ratings/${cycle.id}/${rating.community}`
  const reviews = may.some(action => ['startReview', 'score', 'startCheck', 'check'].includes(action))
  const buttons = may.filter(isButton)
  if (may.length === 0)
    return <p class="muted">{t(mayAppeal ? appealWords.onlyAppeal : words.nothingToDo)}</p>
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
      {may.includes('submit') && <SubmitForm {...{ view, path, again }} chosen={rating.target} />}
      {buttons.map(action => (
        <StepForm {...{ view, path, action, rating, again }} items={hand.rubric.items} />
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
  again,
}: {
  view: View
  path: string
  chosen?: string | undefined
  again?: Again | undefined
}) {
  const { open, faults } = sentTo(again, 'submit')
  return (
    <details open={open}>
      <summary>{t(words.submitTitle)}</summary>
      <form method="post" action={`${path}/submit`}>
        <fieldset id="submit-target">
          <legend>{t(words.target)}</legend>
          {targets.map(target => (
            <label>
              <input type="radio" name="target" value={target} required checked={chosen === target} />
              {t(gradeName(target))}
            </label>
          ))}
          {faults?.target && <span class="fault">{faults.target}</span>}
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
  readonly again: Again | undefined
}

function StepForm({ view, path, action, rating, items, again }: StepFormProps) {
  const { t } = view
  const rule = transitions[action]
  const name = t(
    action === 'announce' && !isListed(rating) ? noticeWords.announceOneBelow : actionName(action),
  )
  if (!rule.reason)
    return (
      <form method="post" action={`${path}/steps`}>
        <button type="submit" name="action" value={action}>
          {name}
        </button>
      </form>
    )
  const { open, chosen, typed, faults } = sentTo(again, action)
  return (
    <details open={open}>
      <summary>{name}</summary>
      <ReasonForm
        {...{ view, again }}
        action={`${path}/steps`}
        form={action}
        label={t(words.reason)}
        most={500}
        buttons={[{ name: 'action', value: action, label: name }]}
        quiet
      >
        {rule.items && (
          <fieldset id={`${action}-items`}>
            <legend>{t(words.itemsConcerned)}</legend>
            {items.map(({ id, title }) => (
              <label>
                <input type="checkbox" name="items" value={id} checked={chosen.items?.includes(id)} /> {id}{' '}
                {t(title)}
              </label>
            ))}
            {faults?.items && <span class="fault">{faults.items}</span>}
          </fieldset>
        )}
        {action === 'review' && (
          <fieldset>
            <legend>{name}</legend>
            {(['yes', 'no'] as const).map(passed => (
              <label>
                <input
                  type="radio"
                  name="passed"
                  value={passed}
                  required
                  checked={typed?.passed === passed}
                />{' '}
                {t(passed === 'yes' ? words.passed : words.notPassed)}
              </label>
            ))}
          </fieldset>
        )}
      </ReasonForm>
    </details>
  )
}
