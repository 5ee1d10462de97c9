import { Choice, Field } from '../shared/web/form.tsx'
import { attendanceKinds, kindName, leaveKinds, leaveName } from './attendance.ts'
import type { MeetingProps } from './meeting-props.ts'
import { words } from './words.ts'

/** What whoever is expected says instead of coming: leave, asked for before, or a deputy. */
export function ExcuseForms({ view, meeting, colleagues }: MeetingProps) {
  const { t } = view
  const at = `/meetings/${meeting.id}`
  return (
    <details>
      <summary>{t(words.cannotCome)}</summary>
      <form method="post" action={`${at}/leave`}>
        <Choice
          view={view}
          name="leave"
          label={t(words.leaveKind)}
          hint={t(words.leaveHint)}
          options={leaveKinds.map(kind => [kind, t(leaveName(kind))] as const)}
        />
        <button type="submit" class="secondary">
          {t(words.leave)}
        </button>
      </form>
      <form method="post" action={`${at}/deputy`}>
        <Field view={view} name="post" label={t(words.deputyPost)} hint={t(words.deputyHint)} optional />
        {colleagues.length > 0 && (
          <Choice
            view={view}
            name="deputy"
            label={t(words.deputyPerson)}
            hint={t(words.deputyPersonHint)}
            options={[['', '–'], ...colleagues.map(({ id, name }) => [id, name] as const)]}
            optional
          />
        )}
        <button type="submit" class="secondary">
          {t(words.deputy)}
        </button>
      </form>
    </details>
  )
}

/** Leave that waits for the word of those who convene. */
export function PendingLeave({ view: { t }, meeting, board, may }: MeetingProps) {
  if (!may.correct || board.pending.length === 0) return null
  return (
    <>
      <h2>{t(words.pendingTitle)}</h2>
      <ul class="plain">
        {board.pending.map(({ id, name, state }) => (
          <li>
            <form method="post" action={`/meetings/${meeting.id}/leave/${id}`} class="actions">
              <span>
                {name} · {state}
              </span>
              <button type="submit" name="decision" value="approve">
                {t(words.approve)}
              </button>
              <button type="submit" name="decision" value="decline" class="secondary">
                {t(words.decline)}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}

export function CorrectionForm({ view, meeting, board, typed, faults }: MeetingProps) {
  const { t } = view
  if (board.persons.length === 0) return null
  const given = { view, ...(typed && { typed }), ...(faults && { faults }) }
  const people = [
    ...board.persons.map(({ id, name }) => [id, name] as const),
    ...board.others.map(({ id, name }) => [id, t(words.asObserver, { name })] as const),
  ]
  return (
    <details>
      <summary>{t(words.correctTitle)}</summary>
      <form method="post" action={`/meetings/${meeting.id}/correct`}>
        <Choice {...given} name="person" label={t(words.person)} options={people} />
        <Choice
          {...given}
          name="kind"
          label={t(words.stateLabel)}
          options={attendanceKinds.map(kind => [kind, t(kindName(kind))] as const)}
        />
        <Choice
          {...given}
          name="correctLeave"
          label={t(words.leaveKind)}
          options={[['', '–'], ...leaveKinds.map(kind => [kind, t(leaveName(kind))] as const)]}
          optional
        />
        <Field {...given} name="deputyPost" label={t(words.deputyPost)} hint={t(words.deputyHint)} optional />
        <Field {...given} name="because" label={t(words.reason)} hint={t(words.correctHint)} />
        <button type="submit" class="secondary">
          {t(words.correctButton)}
        </button>
      </form>
    </details>
  )
}
