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
  /** Answers that were proposed to be left out, and on which nobody has decided. */
  readonly undecided: number
  readonly typed?: Typed | undefined
  readonly faults?: Faults | undefined
}

/** The next step towards the end of a round, or the way back from it. */
export function RoundEnd(props: RoundEndProps) {
  switch (props.state) {
    case 'planned':
    case 'open':
      return <EndForm {...props} step="close" title={roundEndWords.close} hint={roundEndWords.closeHint} />
    case 'typing':
      return (
        <>
          <EndForm
            {...props}
            step="publish"
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

interface EndProps extends RoundEndProps {
  readonly step: 'close' | 'publish'
  readonly title: Text
  readonly hint: Text
}

/** A step towards the end of the round: one press, what it means, and what is to be decided before where it publishes the result. */
function EndForm({ view: { t }, round, state, undecided, step, title, hint }: EndProps) {
  const path = `/surveys/${round.id}`
  const publishes = state === 'typing' || round.typingDays === 0
  return (
    <>
      <h2>{t(title)}</h2>
      <form method="post" action={`${path}/${step}`}>
        <p>{t(hint)}</p>
        {publishes && undecided > 0 && (
          <p class="notice care">
            <a href={`${path}/review`}>{t(roundEndWords.undecided, { count: undecided })}</a>
          </p>
        )}
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
