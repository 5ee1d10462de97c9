import { Command, CommanderError } from 'commander'
import { formsCli } from './forms/cli.ts'
import { meetingsCli } from './meetings/cli.ts'
import { holidaysCli } from './meetings/holidays/cli.ts'
import type { ChatLink } from './people/chat.ts'
import { peopleCli } from './people/cli.ts'
import { ratingParts } from './rating-parts.ts'
import { ratingsCli } from './ratings/cli.ts'
import { lintRubric } from './ratings/parse-rubric.ts'
import { summaryReader } from './read-summary.ts'
import { type CliRoom, cliRoom, type Outcome } from './shared/cli.ts'
import type { Kit } from './shared/kit.ts'
import { storeCli } from './shared/store/cli.ts'
import type { Report } from './shared/store/json/verify.ts'
import type { Lang } from './shared/words.ts'
import { standingsCli } from './standings/cli.ts'
import { summaryCli } from './summary/cli.ts'
import { surveysCli } from './surveys/cli.ts'
import { lintSurvey } from './surveys/survey-form.ts'
import { unitsCli } from './units/cli.ts'

export interface Call {
  readonly argv: readonly string[]
  readonly lang: Lang
  readonly readFile: CliRoom['readFile']
  /** Unknown while no bot runs. */
  readonly chatLink?: ChatLink
  /** Reads the data folder through; without it there is no command `store verify`. */
  readonly verify?: () => Promise<Report>
}

/** Runs one command of the command line and says what it printed; never throws for what the caller got wrong. */
export async function runCommand(kit: Kit, { chatLink = () => undefined, ...call }: Call): Promise<Outcome> {
  return runProgram(call, room => {
    unitsCli(room, kit)
    formsCli(room, kit, { faults: [lintRubric], warnings: [lintSurvey] })
    peopleCli(room, kit, chatLink)
    meetingsCli(room, kit)
    holidaysCli(room, kit)
    ratingsCli(room, kit, ratingParts(kit))
    standingsCli(room, kit)
    summaryCli(room, summaryReader(kit))
    surveysCli(room, kit)
  })
}

/** Runs a command about the store itself, which must also work on one that cannot be opened. */
export function runStoreCommand(call: Call): Promise<Outcome> {
  return runProgram(call, () => undefined)
}

async function runProgram(
  { argv, lang, readFile, verify }: Call,
  addCommands: (room: CliRoom) => void,
): Promise<Outcome> {
  const printed = { out: '', err: '' }
  const program = new Command('sanlianchuang')
    .description('三联创: ratings, meetings and satisfaction of a district’s associations')
    .exitOverride()
    .configureOutput({
      writeOut: text => {
        printed.out += text
      },
      writeErr: text => {
        printed.err += text
      },
    })
  const { room, outcome } = cliRoom(program, lang, readFile)
  addCommands(room)
  if (verify) storeCli(room, verify)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return outcome() ?? { ...printed, code: 0 }
  } catch (error) {
    if (error instanceof CommanderError) return { ...printed, code: error.exitCode === 0 ? 0 : 2 }
    if (error instanceof Error) return { ...printed, err: `${error.message}\n`, code: 1 }
    throw error
  }
}
