import { z } from 'zod'
import type { Form } from '../forms/form.ts'
import { compileScoring, type Scoring, scoreItem } from '../forms/score.ts'
import type { Data } from '../forms/verdict.ts'
import type { Text } from '../shared/words.ts'
import { words } from './words.ts'

/** From the best down; what is below `pass` fails and has to be rectified. */
export const bands = ['excellent', 'good', 'pass', 'fail'] as const
export type Band = (typeof bands)[number]

const standardSchema = z
  .object({
    total: z.number().positive(),
    /** The fewest points of each band. */
    bands: z.object({ excellent: z.number(), good: z.number(), pass: z.number() }).readonly(),
    /** Workdays after the meeting in which minutes are filed in time. */
    filedWithinWorkdays: z.int().positive(),
    /** Days that a failed association has, unless the inspectors give others. */
    rectifyWithinDays: z.int().positive(),
  })
  .readonly()

interface Line {
  readonly name: string
  readonly title: Text
  readonly scoring: Scoring
}

/** The inspection sheet as read from its definition: its questions, what each is worth, and the standard. */
export interface Sheet {
  readonly form: Form
  readonly lines: readonly Line[]
  readonly standard: z.infer<typeof standardSchema>
}

/** The definition cannot serve as an inspection sheet. */
export class BrokenSheet extends Error {
  override readonly name = 'BrokenSheet'
}

/** Reads the scoring out of a form; throws `BrokenSheet` when it has none or the lines do not make up the total. */
export function sheetOf(form: Form): Sheet {
  const standard = standardSchema.safeParse(form.scoring)
  if (!standard.success) throw new BrokenSheet(`${form.name}: scoring: ${standard.error.message}`)
  const known = new Set(form.questions.map(question => question.name))
  const lines = form.questions.flatMap(({ name, title, scoring }) => {
    if (scoring === undefined) return []
    const compiled = compileScoring(scoring, known)
    if ('faults' in compiled) {
      throw new BrokenSheet(`${form.name}: ${name}: ${compiled.faults.map(({ text }) => text.en).join('; ')}`)
    }
    return [{ name, title, scoring: compiled.scoring }]
  })
  const total = sum(lines.map(line => line.scoring.points))
  if (total !== standard.data.total) throw new BrokenSheet(`${form.name}: the lines make ${total} points`)
  return { form, lines, standard: standard.data }
}

/** The points of each line of the sheet for one inspector's answers. */
export function pointsOf({ lines }: Sheet, answers: Data): Readonly<Record<string, number>> {
  return Object.fromEntries(
    lines.map(({ name, scoring }) => {
      const score = scoreItem(scoring, answers)
      return [name, score.held ? 0 : score.points]
    }),
  )
}

export function bandOf(points: number, { bands: from }: Sheet['standard']): Band {
  if (points >= from.excellent) return 'excellent'
  if (points >= from.good) return 'good'
  return points >= from.pass ? 'pass' : 'fail'
}

export function bandName(band: Band): Text {
  return words[band]
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
