import { isDeepStrictEqual } from 'node:util'
import { type Posted, readAnswers } from '../forms/answers.ts'
import type { Form } from '../forms/form.ts'
import { askedOf, type Step, stepOf } from '../forms/paging.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import type { Store } from '../shared/store/port.ts'
import { type PlainDate, plainDate } from '../shared/time.ts'
import { chosenNumbers, compared, onPaper } from './double-entry.ts'
import type { Entered } from './entering.ts'
import { type FormAgain, type FormAt, formId, type RightEntry } from './paper-form.ts'
import { no } from './refusals.ts'
import { partsOf } from './responding.ts'
import type { Round, RoundUnit } from './round.ts'
import { answers, paperForms } from './store.ts'
import type { Typist } from './typist.ts'

/** The paper forms of a unit, as far as entering them twice goes. */
export interface UnitForms {
  readonly unit: RoundUnit
  readonly entered: number
  /** Those that are to be entered again and were not yet, and whether the viewer typed them the first time. */
  readonly due: readonly { readonly number: number; readonly isOwn: boolean }[]
  /** Those whose two entries differ, and nobody has said which is right. */
  readonly open: readonly FormAgain[]
}

/** The units whose forms came on paper, with what is still to be done; none in rounds that ask for no double entry. */
export async function formsOf(
  store: Store,
  round: Round,
  units: readonly RoundUnit[],
  typist: Typist,
): Promise<readonly UnitForms[]> {
  const { doubleEntry } = round.standard
  if (!doubleEntry) return []
  const typists = new Map<string, Map<number, string>>()
  const again = new Map<string, FormAgain>()
  const settled = new Set<string>()
  for await (const form of store.facts(paperForms, round.id)) {
    const key = `${form.unit} ${form.number}`
    if (form.kind === 'again') again.set(key, form)
    else if (form.kind === 'settled') settled.add(key)
    else {
      const numbers = typists.get(form.unit) ?? new Map<number, string>()
      typists.set(form.unit, numbers.set(form.number, form.typist))
    }
  }
  return units.flatMap(unit => {
    const numbers = typists.get(unit.code)
    if (!numbers) return []
    const place = { round: round.id, unit: unit.code }
    const due = chosenNumbers([...numbers.keys()], place, doubleEntry)
      .filter(number => !again.has(`${unit.code} ${number}`))
      .map(number => ({ number, isOwn: typist.isOwn({ ...place, number }, numbers.get(number) ?? '') }))
    const differing = [...again.values()].filter(form => form.unit === unit.code && form.differs.length > 0)
    const open = differing.filter(({ number }) => !settled.has(`${unit.code} ${number}`))
    return [{ unit, entered: numbers.size, due, open }]
  })
}

/** A form with what was typed from it a second time. */
export interface TypedAgain extends Entered {
  readonly form: Form
  readonly number: number
  readonly posted: Posted
}

export type EnteredAgain =
  | Extract<Step, { kind: 'page' }>
  | { readonly kind: 'stored'; readonly form: FormAgain }

/** Whether a person may enter a form a second time: it was chosen, is not done, and somebody else typed it first. */
export async function mayEnterAgain(
  store: Store,
  { round, unit, number }: Entered & { readonly number: number },
  typist: Typist,
): Promise<Refusal | undefined> {
  const [forms] = await formsOf(store, round, [unit], typist)
  const due = forms?.due.find(one => one.number === number)
  if (!due) return no.notChosen({ number })
  return due.isOwn ? no.otherTypistNeeded({ number }) : undefined
}

/** Keeps what a second person typed from a form that was chosen, beside the answer, which stays as it is. */
export async function enterAgain(
  store: Store,
  { round, unit, form, number, posted }: TypedAgain,
  typist: Typist,
  today: PlainDate,
): Promise<EnteredAgain | Refusal> {
  const at = { round: round.id, unit: unit.code, number }
  const known = await secondEntry(store, at)
  if (known) return no.enteredAgain({ number })
  const refused = await mayEnterAgain(store, { round, unit, number }, typist)
  if (refused) return refused
  const step = stepOf(form, readAnswers(form, posted), askedOf(form, posted), { today })
  if (step.kind === 'page') return step
  const first = await store.fact(answers, round.id, formId('entered', at))
  if (!first) return no.notChosen({ number })
  const { choices } = partsOf(form, step.verdict.data)
  const second: FormAgain = {
    id: formId('again', at),
    kind: 'again',
    unit: unit.code,
    number,
    typist: typist.mark(at),
    choices,
    ...compared(first.choices, choices),
  }
  const { added } = await store.append(paperForms, round.id, second)
  return added ? { kind: 'stored', form: second } : no.enteredAgain({ number })
}

/** The two entries of a form that differ, to be compared with the paper. */
export async function entriesOf(store: Store, at: FormAt) {
  const second = await secondEntry(store, at)
  const first = await store.fact(answers, at.round, formId('entered', at))
  const isSettled = (await store.fact(paperForms, at.round, formId('settled', at))) !== undefined
  if (!first || !second || second.differs.length === 0) return no.noDifference({ number: at.number })
  return isSettled ? no.alreadySettled({ number: at.number }) : { first, second }
}

/**
 * Says for every field in which the entries differ which of them is as on paper; the answer counts so from then on. Anybody
 * who types forms may look at the paper, since an office often has but two who do; how many were settled by one who had
 * typed the form is told.
 */
export async function settleForm(
  store: Store,
  { round, unit, form, number }: Omit<TypedAgain, 'posted'>,
  named: Readonly<Record<string, RightEntry | undefined>>,
  typist: Typist,
): Promise<Refusal | undefined> {
  const at = { round: round.id, unit: unit.code, number }
  const entries = await entriesOf(store, at)
  if (isRefusal(entries)) return entries
  const { first, second } = entries
  const right = Object.fromEntries(
    second.differs.flatMap(field => {
      const entry = named[field]
      return entry ? [[field, entry] as const] : []
    }),
  )
  if (Object.keys(right).length < second.differs.length) return no.nameEvery()
  const today = plainDate(first.hour.slice(0, 10))
  const said = { ...first.texts, ...onPaper(first.choices, second.choices, right) }
  const verdict = form.validate(said, { today })
  if (!verdict.valid) return no.notAnAnswer()
  const { added } = await store.append(paperForms, round.id, {
    id: formId('settled', at),
    kind: 'settled',
    settler: typist.mark(at),
    settledBy: (await isTypist(store, at, second, typist)) ? 'typist' : 'other',
    unit: unit.code,
    number,
    compared: second.compared,
    right,
    was: first.choices,
    is: partsOf(form, verdict.data).choices,
  })
  return added ? undefined : no.alreadySettled({ number })
}

/** Whether somebody typed this form, the first or the second time. */
async function isTypist(store: Store, at: FormAt, second: FormAgain, typist: Typist): Promise<boolean> {
  const first = await store.fact(paperForms, at.round, formId('entered', at))
  const marks = [second.typist, ...(first?.kind === 'entered' ? [first.typist] : [])]
  return marks.some(mark => typist.isOwn(at, mark))
}

/** The choices of answers that were set right, by the answer's id. */
export async function correctedChoices(store: Store, round: string) {
  const corrected = new Map<string, FormAgain['choices']>()
  if (!hasCorrections(await store.counts(paperForms, round))) return corrected
  for await (const form of store.facts(paperForms, round))
    if (form.kind === 'settled' && !isDeepStrictEqual(form.was, form.is))
      corrected.set(formId('entered', { round, unit: form.unit, number: form.number }), form.is)
  return corrected
}

function hasCorrections(counts: ReadonlyMap<string, number>): boolean {
  return [...counts.keys()].some(name => name.endsWith('|corrected'))
}

async function secondEntry(from: Pick<Store, 'fact'>, at: FormAt): Promise<FormAgain | undefined> {
  const form = await from.fact(paperForms, at.round, formId('again', at))
  return form?.kind === 'again' ? form : undefined
}
