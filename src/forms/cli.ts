import { basename } from 'node:path'
import { z } from 'zod'
import type { CliRoom, Printed } from '../shared/cli.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { dateOf } from '../shared/time.ts'
import { type Say, speaker } from '../shared/words.ts'
import { compileForm } from './definition.ts'
import type { FormFault } from './fault.ts'
import type { Form } from './form.ts'
import { no } from './refusals.ts'
import type { Verdict } from './verdict.ts'

/** What a room says of a form that may be one of its own; nothing of any other. */
type FormLint = (form: Form) => readonly FormFault[]

/** What the rooms find wrong with their forms, and what only keeps a form from being used by them. */
interface FormLints {
  readonly faults: readonly FormLint[]
  readonly warnings: readonly FormLint[]
}

export function formsCli(
  cli: CliRoom,
  { now, zone }: Pick<Kit, 'now' | 'zone'>,
  lints: FormLints = { faults: [], warnings: [] },
): void {
  const t = speaker(cli.lang)
  const readText = async (file: string) => new TextDecoder().decode(await cli.readFile(file))

  cli.command({
    name: 'forms lint <file>',
    about: 'list faults and warnings of a definition',
    input: z.object({ file: z.string() }),
    async run({ file }) {
      const json = parsed(await readText(file))
      if (isRefusal(json)) return json
      const compiled = compileForm(json, basename(file, '.json'))
      const said = (by: readonly FormLint[]) =>
        'form' in compiled ? by.flatMap(lint => lint(compiled.form)) : []
      const faults = 'faults' in compiled ? compiled.faults : said(lints.faults)
      const warnings = 'form' in compiled ? [...compiled.form.warnings, ...said(lints.warnings)] : []
      const text = [...told(faults, t), ...told(warnings, t)].join('\n')
      return { json: { faults, warnings }, text: text || 'ok', refused: faults.length > 0 }
    },
  })

  cli.command({
    name: 'forms validate <file>',
    about: 'check answers, one JSON object a line, against a definition',
    options: [['--answers <file>', 'the answers, JSON Lines']],
    input: z.object({ file: z.string(), answers: z.string() }),
    async run({ file, answers }): Promise<Printed | Refusal> {
      const json = parsed(await readText(file))
      if (isRefusal(json)) return json
      const compiled = compileForm(json)
      if ('faults' in compiled) return no.faulty({ faults: told(compiled.faults, t).join('\n') })
      const around = { today: dateOf(now(), zone) }
      const lines = (await readText(answers)).split(/\r?\n/).filter(line => line.trim() !== '')
      const verdicts = lines.map(line => compiled.form.validate(answerIn(line), around))
      return {
        json: verdicts.map(shown),
        text: verdicts.map(verdict => JSON.stringify(shown(verdict))).join('\n'),
      }
    },
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return no.notJson({ reason: error instanceof Error ? error.message : '' })
  }
}

/** A line that is not JSON counts as an answer that is not a form. */
function answerIn(line: string): unknown {
  const json = parsed(line)
  return isRefusal(json) ? undefined : json
}

function told(faults: readonly FormFault[], t: Say): readonly string[] {
  return faults.map(({ place, text }) => `${place || '.'}: ${t(text)}`)
}

function shown({ valid, errors, data }: Verdict) {
  return {
    valid,
    errors: errors.map(({ question, type, row }) => ({ question, type, ...(row ? { row } : {}) })),
    data,
  }
}
