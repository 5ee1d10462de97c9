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
  return {
    unit,
    channel,
    choices: right ?? choices,
    flags,
    excluded: excluded.has(id),
    corrected: right !== undefined,
  }
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

/** Puts lines in the order of the headings; choices that are no theme's stand together as JSON. */
export function answerCells({ form }: Round): (line: AnswerLine) => readonly Cell[] {
  const themes = form.themes.map(({ name }) => name)
  const isTheme = new Set(themes)
  return ({ unit, channel, choices, flags, excluded, corrected }) => {
    const cells: Cell[] = [unit, channel]
    for (const name of themes) cells.push(choiceCell(choices[name]))
    cells.push(otherCell(choices, isTheme), flags.join(' '), excluded ? 1 : 0, corrected ? 1 : 0)
    return cells
  }
}

function otherCell(choices: Answer['choices'], isTheme: ReadonlySet<string>): Cell {
  const others = Object.entries(choices).filter(([name]) => !isTheme.has(name))
  return others.length === 0 ? null : JSON.stringify(Object.fromEntries(others))
}

function choiceCell(choice: Answer['choices'][string] | undefined): Cell {
  if (choice === undefined || typeof choice === 'number' || typeof choice === 'string') return choice
  return JSON.stringify(choice)
}
