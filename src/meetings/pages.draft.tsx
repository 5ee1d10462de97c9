import type { View } from '../shared/web/env.ts'
import { Choice, FaultList, Field } from '../shared/web/form.tsx'
import type { Text } from '../shared/words.ts'
import type { MeetingProps } from './meeting-props.ts'
import { type Conflict, type Draft, fieldsOf } from './minutes.ts'
import { limits } from './minutes-shape.ts'
import { Resolutions } from './pages.minutes.tsx'
import { words } from './words.ts'

interface DraftProps extends MeetingProps {
  /** The minutes as they stand, or as they begin. */
  readonly draft: Draft
  /** The id of the item that can be added. */
  readonly nextItem: string
  readonly conflicts: readonly Conflict[]
  readonly saved: boolean
}

/** Where minutes are written: the agenda with what was said, then the resolutions, then the last step. */
export function DraftPage(props: DraftProps) {
  const { view, meeting, draft, nextItem, conflicts, faults, saved } = props
  const { t } = view
  const at = `/meetings/${meeting.id}`
  const ids = [...draft.items.map(({ id }) => id), nextItem]
  return (
    <>
      <p>
        <a href={at}>{t(words.openPage)}</a>
      </p>
      <h1>{t(words.minutesEditOf, { title: meeting.title })}</h1>
      <p class="muted">{t(words.minutesAuto)}</p>
      <FaultList view={view} faults={faults} />
      {saved && (
        <div class="notice good" role="status">
          {t(words.minutesSaved)}
        </div>
      )}
      {conflicts.length > 0 && (
        <div class="faults" role="alert">
          <ul>
            {conflicts.map(({ field, theirs }) => (
              <li>
                <a href={`#${field}`} class="lines">
                  {t(words.minutesTheirs, {
                    field: t(labelOf(field)),
                    theirs: theirs || t(words.minutesEmptied),
                  })}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <form
        method="post"
        action={`${at}/minutes`}
        enctype="multipart/form-data"
        data-autosave
        data-saved={t(words.minutesSaved)}
        data-failed={t(words.minutesUnsaved)}
      >
        <div class="grid">
          <Line {...props} field="chair" max={limits.head} />
          <Line {...props} field="recorder" max={limits.head} />
          <Line {...props} field="place" max={limits.head} hint={meeting.place} />
          <Line {...props} field="from" type="time" />
          <Line {...props} field="until" type="time" />
        </div>
        {ids.map((id, place) => (
          <fieldset>
            <legend>
              <strong>{id === nextItem ? t(words.itemNew) : `${t(words.item)} ${place + 1}`}</strong>
            </legend>
            <Line {...props} field={`title.${id}`} max={limits.title} />
            <Area {...props} field={`points.${id}`} max={limits.points} rows={4} />
            <Area {...props} field={`problems.${id}`} max={limits.problems} rows={2} />
            {meeting.level !== 'district' && <Tick {...props} field={`raised.${id}`} />}
          </fieldset>
        ))}
        <p>
          <small>{t(words.itemHint)}</small>
        </p>
        <Area {...props} field="text" label={words.otherNotes} max={limits.text} rows={3} />
        <p class="actions">
          <button type="submit">{t(words.minutesSave)}</button>
          <span class="muted" data-state role="status" />
        </p>
      </form>
      <script src="/minutes-form.js" defer></script>
      <div id="resolutions">
        <Resolutions {...props} heading="h2" />
      </div>
      <ResolutionForm {...props} />
      {meeting.minutes && (
        <form method="post" action={`${at}/minutes/final`}>
          <h2>{t(words.finalise)}</h2>
          <p>
            <small>{t(words.finaliseHint)}</small>
          </p>
          <button type="submit" class="secondary">
            {t(words.finalise)}
          </button>
        </form>
      )}
    </>
  )
}

function labelOf(field: string): Text {
  switch (field.split('.')[0]) {
    case 'chair':
      return words.chair
    case 'recorder':
      return words.recorder
    case 'place':
      return words.place
    case 'from':
      return words.fromTime
    case 'until':
      return words.untilTime
    case 'title':
      return words.item
    case 'points':
      return words.points
    case 'problems':
      return words.problems
    case 'raised':
      return words.raisedProblem
  }
  return words.otherNotes
}

interface FieldProps extends DraftProps {
  readonly field: string
  readonly max?: number
  readonly hint?: string
}

/** What stands there now beside what is shown, so that two writers can be told apart. */
function Was({ draft, field }: Pick<FieldProps, 'draft' | 'field'>) {
  return <input type="hidden" name={`was.${field}`} value={fieldsOf(draft).get(field) ?? ''} />
}

const shownIn = ({ draft, field, typed }: FieldProps) => typed?.[field] ?? fieldsOf(draft).get(field) ?? ''

function Line(props: FieldProps & { type?: 'text' | 'time' }) {
  const { view, field, type = 'text', max, hint } = props
  return (
    <div>
      <label for={field}>{view.t(labelOf(field))}</label>
      <input id={field} name={field} type={type} value={shownIn(props)} maxlength={max} placeholder={hint} />
      <Was {...props} />
    </div>
  )
}

function Area(props: FieldProps & { rows: number; label?: Text }) {
  const { view, field, rows, max, label = labelOf(field) } = props
  return (
    <div>
      <label for={field}>{view.t(label)}</label>
      <textarea id={field} name={field} rows={rows} maxlength={max}>
        {shownIn(props)}
      </textarea>
      <Was {...props} />
    </div>
  )
}

function Tick(props: FieldProps) {
  const { view, field } = props
  return (
    <label>
      <input type="checkbox" name={field} value="yes" checked={shownIn(props) === 'yes'} />
      {view.t(labelOf(field))}
      <Was {...props} />
    </label>
  )
}

function ResolutionForm({ view, meeting, owners, typed, faults }: MeetingProps & { view: View }) {
  const { t } = view
  const given = { view, ...(typed && { typed }), ...(faults && { faults }) }
  return (
    <form method="post" action={`/meetings/${meeting.id}/resolutions`}>
      <h2>{t(words.resolutionAdd)}</h2>
      <Field {...given} name="what" label={t(words.resolution)} />
      <Choice
        {...given}
        name="owner"
        label={t(words.owner)}
        options={[['', '–'] as const, ...owners.map(unit => [unit.id, unit.name] as const)]}
      />
      <Field {...given} name="due" type="date" label={t(words.dueDate)} />
      <button type="submit" class="secondary">
        {t(words.resolutionAdd)}
      </button>
    </form>
  )
}
