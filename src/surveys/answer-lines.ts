import type { Cell } from '../shared/csv.ts'
import type { Answer } from './answer.ts'
import type { Round } from './round.ts'

/** An answer as it goes out: what was chosen. Free texts are listed apart, and no hour is told. */
export interface AnswerLine {
  readonly unit: string
  readonly channel: Answer['channel']
  readonly choices: Answer['choices']
  readonly flags: readonly string[]
  /** Whether two people decided to leave it out of the figures. */
  readonly excluded: boolean
  /** Whether a typing error was set right: the choices are those on paper. */
  readonly corrected: boolean
}

export function answerLine(
  { id, unit, channel, choices, flags = [] }: Answer,
  excluded: ReadonlySet<string>,
  corrected: ReadonlyMap<string, Answer['choices']>,
): AnswerLine {
  const right = corrected.get(id)
  const lines = { unit, channel, choices: right ?? choices, flags }
  return { ...lines, excluded: excluded.has(id), corrected: right !== undefined }
}

/** The keys of a table of answers; scripts rely on them, so they are the same in every language. */
export function answerHeadings({ form }: Round): readonly Cell[] {
  return [
    'unit',
    'channel',
    ...form.themes.map(({ name }) => name),
    'other',
    'flags',
    'excluded',
    'corrected',
  ]
}

/** A line in the order of the headings; choices that are no theme's stand together as JSON. */
export function answerCells({ form }: Round, line: AnswerLine): readonly Cell[] {
  const isTheme = (choice: string) => form.themes.some(({ name }) => name === choice)
  const other = Object.entries(line.choices).filter(([name]) => !isTheme(name))
  return [
    line.unit,
    line.channel,
    ...form.themes.map(({ name }) => choiceCell(line.choices[name])),
    other.length === 0 ? null : JSON.stringify(Object.fromEntries(other)),
    line.flags.join(' '),
    line.excluded ? 1 : 0,
    line.corrected ? 1 : 0,
  ]
}

function choiceCell(choice: Answer['choices'][string] | undefined): Cell {
  if (choice === undefined || typeof choice === 'number' || typeof choice === 'string') return choice
  return JSON.stringify(choice)
}
