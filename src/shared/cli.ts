import type { Command } from 'commander'
import type { z } from 'zod'
import { isRefusal, type Refusal } from './refusal.ts'
import { type Lang, speaker } from './words.ts'

/** What a command prints: `json` with `--json`, else `text`. */
export interface Printed {
  readonly json: unknown
  readonly text: string
  /** A "no" that has something to show: exit 1, the text on standard error and, with `--json`, the document as well. */
  readonly refused?: boolean
}

export interface CliCommand<I> {
  /** Words and arguments: `units import <file>`. */
  readonly name: string
  readonly about: string
  /** Commander's flags and what they mean: `['--dry-run', 'check only']`. */
  readonly options?: readonly (readonly [flags: string, about: string])[]
  /** Arguments and options by name; what does not fit is wrong usage (exit 2). */
  readonly input: z.ZodType<I>
  readonly run: (input: I) => Promise<Printed | Refusal>
}

export interface CliRoom {
  command<I>(command: CliCommand<I>): void
  /** Reads a file named on the command line, relative to where the command was called. */
  readonly readFile: (path: string) => Promise<Uint8Array>
  readonly lang: Lang
}

export interface Outcome {
  readonly out: string
  readonly err: string
  /** 0 done, 1 refused, 2 wrong usage. */
  readonly code: 0 | 1 | 2
}

/** Collects every room's commands under one commander program and remembers what the called one came to. */
export function cliRoom(
  program: Command,
  lang: Lang,
  readFile: CliRoom['readFile'],
): { room: CliRoom; outcome: () => Outcome | undefined } {
  let outcome: Outcome | undefined
  const command = <I>(added: CliCommand<I>): void => {
    const words = added.name.split(' ')
    const groups = words.slice(0, words.findIndex(isArgument) < 0 ? -1 : words.findIndex(isArgument) - 1)
    const leaf = groups
      .reduce(groupUnder, program)
      .command(words.slice(groups.length).join(' '))
      .description(added.about)
    for (const [flags, about] of added.options ?? []) leaf.option(flags, about)
    leaf.option('--json', 'print one JSON document')
    leaf.action(async () => {
      outcome = await runCommand(added, leaf, lang)
    })
  }
  return { room: { command, readFile, lang }, outcome: () => outcome }
}

async function runCommand<I>(command: CliCommand<I>, leaf: Command, lang: Lang): Promise<Outcome> {
  const named = Object.fromEntries(
    leaf.registeredArguments.map((argument, at) => [argument.name(), leaf.processedArgs[at]]),
  )
  const { json, ...options } = leaf.opts()
  const input = command.input.safeParse({ ...options, ...named })
  if (!input.success) {
    const faults = input.error.issues.map(issue => usageFault(leaf, { ...options, ...named }, issue))
    return { out: '', err: `${faults.join('\n')}\n${hint(leaf)}\n`, code: 2 }
  }
  const result = await command.run(input.data)
  if (isRefusal(result)) {
    return { out: '', err: `${speaker(lang)(result.text, result.values)}\n`, code: 1 }
  }
  if (result.refused) {
    return { out: json ? `${JSON.stringify(result.json, null, 2)}\n` : '', err: `${result.text}\n`, code: 1 }
  }
  return { out: `${json ? JSON.stringify(result.json, null, 2) : result.text}\n`, err: '', code: 0 }
}

/** Says what is missing or wrong by the name under which it is typed. */
function usageFault(
  leaf: Command,
  given: Readonly<Record<string, unknown>>,
  { path, message }: z.core.$ZodIssue,
): string {
  const name = String(path[0])
  const option = leaf.options.find(each => each.attributeName() === name)
  const typed = option?.flags ?? `<${name}>`
  if (given[name] !== undefined) return `${typed}: ${message}`
  return `${typed} is missing${option ? `: ${option.description}` : ''}`
}

function hint(leaf: Command): string {
  const words: string[] = []
  for (let at: Command | null = leaf; at?.parent; at = at.parent) words.unshift(at.name())
  return `“${words.join(' ')} --help” tells more.`
}

function isArgument(word: string): boolean {
  return word.startsWith('<') || word.startsWith('[')
}

function groupUnder(parent: Command, name: string): Command {
  return parent.commands.find(known => known.name() === name) ?? parent.command(name)
}
