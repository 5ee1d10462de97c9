import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { type Answer, answerSchema, paperId } from './answer.ts'
import { countersOf } from './tally.ts'

export const rightEntries = ['first', 'second'] as const
export type RightEntry = (typeof rightEntries)[number]

const choicesSchema = answerSchema.unwrap().shape.choices
const aboutSchema = { id: z.string(), unit: z.string(), number: z.int().positive() }

/**
 * What is kept of a questionnaire on paper beside its answer: that it was entered, that it was entered again, and which
 * entry the paper proved right. Whoever typed stands in it as a mark that only tells whether it was the same person, and
 * no time does.
 */
export const paperFormSchema = z.discriminatedUnion('kind', [
  z.object({ ...aboutSchema, kind: z.literal('entered'), typist: z.string() }).readonly(),
  z
    .object({
      ...aboutSchema,
      kind: z.literal('again'),
      typist: z.string(),
      choices: choicesSchema,
      /** The fields that were compared, and those in which the two entries differ. */
      compared: z.array(z.string()).readonly(),
      differs: z.array(z.string()).readonly(),
    })
    .readonly(),
  z
    .object({
      ...aboutSchema,
      kind: z.literal('settled'),
      /** Who looked at the paper, as such a mark, and whether it was one of those who typed; older ones were kept without. */
      settler: z.string().optional(),
      settledBy: z.enum(['typist', 'other']).optional(),
      compared: z.array(z.string()).readonly(),
      /** By field in which the entries differed. */
      right: z.record(z.string(), z.enum(rightEntries)).readonly(),
      /** The answer's choices as they were entered first, and as they are on paper. */
      was: choicesSchema,
      is: choicesSchema,
    })
    .readonly(),
])
export type PaperForm = z.infer<typeof paperFormSchema>
export type FormAgain = Extract<PaperForm, { kind: 'again' }>
type SettledForm = Extract<PaperForm, { kind: 'settled' }>

/** A questionnaire by the number on it. */
export interface FormAt {
  readonly round: string
  readonly unit: string
  readonly number: number
}

const endings = { entered: '', again: '-again', settled: '-settled' } as const

/** The id of what is kept of a form; one of each kind a form. */
export function formId(kind: PaperForm['kind'], { round, unit, number }: FormAt): string {
  return paperId(round, unit, number) + endings[kind]
}

/** What is counted of paper forms: by field what was compared and which entry was wrong, and what corrections change. */
export function paperCounters(form: PaperForm): readonly string[] {
  const { unit } = form
  switch (form.kind) {
    case 'entered':
      return [`${unit}|entered`]
    case 'again': {
      if (form.differs.length > 0) return [`${unit}|again`, `${unit}|open`]
      return [`${unit}|again`, ...form.compared.map(field => `${unit}|=|${field}`)]
    }
    case 'settled': {
      const wrong = Object.entries(form.right).map(([field, right]) =>
        right === 'second' ? `${unit}|first|${field}` : `${unit}|second|${field}`,
      )
      return [
        `${unit}|settled`,
        ...(form.settledBy === 'typist' ? [`${unit}|own`] : []),
        ...(isDeepStrictEqual(form.was, form.is) ? [] : [`${unit}|corrected`]),
        ...form.compared.map(field => `${unit}|=|${field}`),
        ...wrong,
        ...changed(form),
      ]
    }
  }
}

const [takenOff, putOn] = ['-', '+']

/** The answers' counters that a correction takes one off, or adds one to, marked so. */
function changed({ unit, was, is }: SettledForm): readonly string[] {
  const of = (choices: Answer['choices']) => new Set(countersOf({ unit, channel: 'paper', choices }))
  const [before, after] = [of(was), of(is)]
  return [
    ...[...before].filter(name => !after.has(name)).map(name => takenOff + name),
    ...[...after].filter(name => !before.has(name)).map(name => putOn + name),
  ]
}

/** The answers' counters with the corrections that the counters of paper forms tell. */
export function withCorrections(
  counts: ReadonlyMap<string, number>,
  paper: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  let next: Map<string, number> | undefined
  for (const [name, count] of paper) {
    const sign = name[0]
    if (sign !== takenOff && sign !== putOn) continue
    next ??= new Map(counts)
    const of = name.slice(1)
    next.set(of, (next.get(of) ?? 0) + (sign === putOn ? count : -count))
  }
  return next ?? counts
}
