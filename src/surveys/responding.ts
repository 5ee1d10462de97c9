import { type Posted, readAnswers } from '../forms/answers.ts'
import type { Form } from '../forms/form.ts'
import { askedOf, stepOf } from '../forms/paging.ts'
import type { AnswerError, Data } from '../forms/verdict.ts'
import type { Store } from '../shared/store/port.ts'
import { type Instant, type PlainDate, plainDate } from '../shared/time.ts'
import { type Answer, saysTheSame } from './answer.ts'
import type { Round } from './round.ts'
import { answers } from './store.ts'
import type { Watch } from './watch.ts'

/** A validated answer in its two parts: what is counted, and what is only read. */
export function partsOf(form: Form, data: Data): Pick<Answer, 'choices' | 'texts'> {
  const choices: Answer['choices'] = {}
  const texts: Answer['texts'] = {}
  for (const name in data) {
    const value = data[name]
    if (value === undefined || value === null || value === '') continue
    if (isCounted(form, name)) choices[name] = value as Answer['choices'][string]
    else texts[name] = value as Answer['texts'][string]
  }
  return { choices, texts }
}

function isCounted(form: Form, name: string): boolean {
  const question = form.question(name)
  switch (question?.type) {
    case 'radiogroup':
    case 'dropdown':
    case 'checkbox':
    case 'rating':
    case 'boolean':
    case 'matrix':
      return true
    case 'text':
    case 'comment':
    case 'ranking':
    case 'html':
    case 'expression':
    case undefined:
      return false
  }
}

/** What became of a posted page of a form. */
export type Responded =
  | {
      readonly kind: 'page'
      readonly page: number
      readonly answers: Data
      readonly errors: readonly AnswerError[]
    }
  /** On disk; `again` when it was there before. */
  | { readonly kind: 'stored'; readonly again: boolean }
  /** Another answer has used the code. */
  | { readonly kind: 'spent'; readonly page: number; readonly answers: Data }
  /** Another answer is stored under this id; it stays as it is. */
  | { readonly kind: 'conflict'; readonly page: number; readonly answers: Data }

/** Where and how an answer came. */
export type Arrival = Pick<Answer, 'id' | 'unit' | 'channel' | 'hour'> & {
  readonly today: PlainDate
  /** Of the one-time code, in coded rounds. */
  readonly token?: string | undefined
  /** Looks at what residents send, and at which moment. */
  readonly watched?: { readonly watch: Watch; readonly at: Instant }
}

/**
 * Whether what was posted is on disk already, word for word: a page that is sent again, because the reply was lost, is
 * thanked also when the round has closed since. It is read as on the day on which it was stored.
 */
export async function isStored(
  store: Store,
  round: Round,
  form: Form,
  posted: Posted,
  sent: Pick<Answer, 'id' | 'unit'>,
): Promise<boolean> {
  const stored = await store.fact(answers, round.id, sent.id)
  if (!stored) return false
  const today = plainDate(stored.hour.slice(0, 10))
  const step = stepOf(form, readAnswers(form, posted), askedOf(form, posted), { today })
  if (step.kind === 'page') return false
  return saysTheSame(stored, { ...stored, ...sent, ...partsOf(form, step.verdict.data) })
}

/** Takes what was posted: leads on to the form's next page, says what is wrong, or stores the answer once. */
export async function respond(
  store: Store,
  round: Round,
  form: Form,
  posted: Posted,
  arrival: Arrival,
): Promise<Responded> {
  const { id, unit, channel, hour, today, token, watched } = arrival
  const asked = askedOf(form, posted)
  const step = stepOf(form, readAnswers(form, posted), asked, { today })
  if (step.kind === 'page') return step
  const { choices, texts } = partsOf(form, step.verdict.data)
  const judged = watched?.watch.judge({ id, unit, choices, channel }, round, watched.at)
  // Written out, not spread: V8 gives each object made by `{ ...one, another }` a hidden class of its own, which makes it and
  // everything that reads it several times as dear.
  const answer: Answer = judged?.signals.length
    ? { id, unit, choices, texts, channel, flags: judged.signals, hour }
    : { id, unit, choices, texts, channel, hour }
  const appended =
    token === undefined
      ? await store.append(answers, round.id, answer)
      : await store.spend(answers, round.id, answer, token)
  if (appended.added) {
    judged?.stored()
    return { kind: 'stored', again: false }
  }
  if ('spent' in appended) return { kind: 'spent', page: asked.page ?? 0, answers: step.answers }
  if (saysTheSame(appended.stored, answer)) return { kind: 'stored', again: true }
  return { kind: 'conflict', page: asked.page ?? 0, answers: step.answers }
}
