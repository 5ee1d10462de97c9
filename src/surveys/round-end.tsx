import type { View } from '../shared/web/env.ts'
import { FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import type { Text } from '../shared/words.ts'
import { openingWords } from './opening-words.ts'
import type { Round, RoundState } from './round.ts'
import { roundEndWords } from './round-end-words.ts'

interface RoundEndProps {
  readonly view: View
  readonly round: Round
  readonly state: RoundState
  readonly typed?: Typed | undefined
  readonly faults?: Faults | undefined
}

/** The next step towards the end of a round, or the way back from it. */
export function RoundEnd(props: RoundEndProps) {
  const { view, round, state } = props
  const path = `/surveys/${round.id}`
  switch (state) {
    case 'planned':
    case 'open':
      return (
        <EndForm
          view={view}
          path={`${path}/close`}
          title={roundEndWords.close}
          hint={roundEndWords.closeHint}
        />
      )
    case 'typing':
      return (
        <>
          <EndForm
            view={view}
            path={`${path}/publish`}
            title={roundEndWords.finishTyping}
            hint={roundEndWords.finishTypingHint}
          />
          <ReopenForm {...props} />
        </>
      )
    case 'closed':
      return <ReopenForm {...props} />
  }
}

interface EndProps {
  readonly view: View
  readonly path: string
  readonly title: Text
  readonly hint: Text
}

/** A step towards the end of the round: one press, and what it means. */
function EndForm({ view: { t }, path, title, hint }: EndProps) {
  return (
    <>
      <h2>{t(title)}</h2>
      <form method="post" action={path}>
        <p>{t(hint)}</p>
        <button type="submit" class="secondary">
          {t(title)}
        </button>
      </form>
    </>
  )
}

function ReopenForm({ view, round, typed = {}, faults }: RoundEndProps) {
  const given = { view, typed, ...(faults ? { faults } : {}) }
  return (
    <>
      <h2>{view.t(roundEndWords.reopen)}</h2>
      <FaultList view={view} faults={faults} />
      <form method="post" action={`/surveys/${round.id}/reopen`}>
        <Field {...given} name="reason" label={view.t(roundEndWords.reason)} />
        <Field
          {...given}
          name="closes"
          type="date"
          label={view.t(roundEndWords.newCloses)}
          hint={view.t(openingWords.closesHint)}
        />
        <button type="submit">{view.t(roundEndWords.reopen)}</button>
      </form>
    </>
  )
}
