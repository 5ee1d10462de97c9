import { AgainFaults } from '../shared/web/again.tsx'
import type { View } from '../shared/web/env.ts'
import { Fillings, Legend } from './chart.tsx'
import { type Exclusion, madeTogether } from './exclusion.ts'
import { AnswersForm, FlaggedTable } from './pages.review-answers.tsx'
import { GroupsForm } from './pages.review-groups.tsx'
import { Proposals, type ProposalsProps } from './pages.review-proposals.tsx'
import type { Flagged, Narrowing, ReviewQueue } from './review-queue.ts'
import { reviewWords, stateWord } from './review-words.ts'
import type { Round } from './round.ts'

interface ReviewProps extends ProposalsProps {
  readonly queue: ReviewQueue
  /** What the list of single answers is narrowed to. */
  readonly only: Narrowing
  readonly exclusions: readonly Exclusion[]
}

/** Answers with signals, what was proposed about them, and what two people decided. */
export function ReviewPage(props: ReviewProps) {
  const { view, round, queue, exclusions, notOneOfTwo, again } = props
  const { t } = view
  // Above the queue, which may be hundreds of rows long: whoever comes to decide sees what there is to decide.
  const waiting = exclusions.filter(({ state }) => state === 'proposed')
  const decided = exclusions.filter(({ state }) => state !== 'proposed')
  return (
    <>
      <Fillings />
      <h1>{t(reviewWords.review)}</h1>
      <p>
        <a href={`/surveys/${round.id}`}>{t(round.form.title)}</a>
      </p>
      <AgainFaults view={view} again={again} labels={{}} />
      <p>{t(reviewWords.reviewHint)}</p>
      {notOneOfTwo && <p class="notice">{t(notOneOfTwo.text, notOneOfTwo.values)}</p>}
      {(queue.waiting > 0 || exclusions.length > 0) && <Legend view={view} names={round.form.levelNames} />}
      {waiting.length > 0 && <h2>{t(reviewWords.waitingTitle)}</h2>}
      {madeTogether(waiting).map(together => (
        <Proposals {...props} together={together} />
      ))}
      <Queue {...props} />
      {decided.length > 0 && <h2>{t(reviewWords.decisions)}</h2>}
      {madeTogether(decided).map(together => (
        <Proposals {...props} together={together} />
      ))}
    </>
  )
}

function Queue({ view, round, queue, only, notOneOfTwo, again }: ReviewProps) {
  const { t } = view
  if (queue.waiting === 0) return <p>{t(reviewWords.noFlagged)}</p>
  return (
    <>
      <h2>{t(reviewWords.queueTitle, { count: queue.waiting })}</h2>
      {notOneOfTwo ? (
        <FlaggedTable {...{ view, round, flagged: queue.flagged }} />
      ) : (
        <>
          <GroupsForm {...{ view, round, queue, again }} />
          <AnswersForm {...{ view, round, queue, only, again }} />
        </>
      )}
    </>
  )
}

interface ExclusionProps {
  readonly view: View
  readonly round: Round
  readonly exclusion: Exclusion
  readonly flagged: readonly Flagged[]
}

/** The answers of one proposal. */
export function ExclusionPage({ view, round, exclusion, flagged }: ExclusionProps) {
  const { t } = view
  return (
    <>
      <h1>{t(reviewWords.proposalTitle)}</h1>
      <p>
        <a href={`/surveys/${round.id}/review`}>{t(reviewWords.toReview)}</a>
      </p>
      <p>
        <strong>{t(stateWord(exclusion.state))}</strong> · {exclusion.proposed.note}
      </p>
      <p>{t(reviewWords.flaggedCount, { shown: flagged.length, count: exclusion.answers.length })}</p>
      <FlaggedTable {...{ view, round, flagged }} />
    </>
  )
}
