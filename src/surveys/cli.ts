import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { CliRoom } from '../shared/cli.ts'
import type { Kit } from '../shared/kit.ts'
import { percent } from '../shared/percent.ts'
import { isRefusal } from '../shared/refusal.ts'
import { dateOf, plainDateSchema } from '../shared/time.ts'
import { speaker } from '../shared/words.ts'
import { calendar } from './calendar.ts'
import { countedOf } from './counting.ts'
import { unitOnPaper } from './entering.ts'
import { resultsOf } from './figures.ts'
import { faultLines, importSheet, planSheet } from './importing.ts'
import { issueCodes } from './issuing.ts'
import { loadSurvey } from './load.ts'
import { leafAt, rootOf } from './merkle.ts'
import { compiledForms } from './pages.rendered.ts'
import { bases } from './rates.ts'
import { fixedRoots, receiptTree } from './receipts.ts'
import { no } from './refusals.ts'
import { closeSurvey, finishSurvey, openSurvey } from './register.ts'
import { linksJson, resultsJson, roundJson } from './results-json.ts'
import { lastDayOf, mostTypingDays, stateOn } from './round.ts'
import { sheetWords } from './sheet-words.ts'
import { rounds } from './store.ts'
import type { Counts } from './tally.ts'
import { typistOf } from './typist.ts'
import { verdictWord } from './verdict-text.ts'

export function surveysCli(cli: CliRoom, kit: Kit): void {
  const { store } = kit
  const t = speaker(cli.lang)
  const today = () => dateOf(kit.now(), kit.zone)

  cli.command({
    name: 'survey open',
    about: 'open a round and print each unit’s link',
    options: [
      ['--form <name>', 'file name in surveys/, such as satisfaction'],
      ['--units <units>', 'all, or codes separated by commas; a subdistrict stands for its communities'],
      ['--opens <date>', 'first day'],
      ['--closes <date>', 'last day'],
      ['--basis <basis>', 'broad or strict'],
      ['--typing-days <days>', 'days after the last one on which paper forms are typed; 0 if not given'],
      ['--coded', 'an answer needs a one-time code, one a household'],
    ],
    input: z.object({
      form: z.string(),
      units: z.string().transform(text => (text === 'all' ? text : text.split(/[,，、\s]+/).filter(Boolean))),
      opens: plainDateSchema,
      closes: plainDateSchema,
      basis: z.enum(bases),
      typingDays: z.coerce.number().int().min(0).max(mostTypingDays).default(0),
      coded: z.boolean().optional(),
    }),
    async run({ form, coded = false, ...asked }) {
      const opening = { ...asked, coded }
      const survey = await loadSurvey(form)
      if (isRefusal(survey)) return survey
      const means = {
        id: kit.newId(),
        newLink: kit.newId,
        standard: survey.standard,
        by: 'cli',
        today: today(),
      }
      const round = await openSurvey(store, opening, survey.kept, means)
      if (isRefusal(round)) return round
      const links = linksJson(round, kit.publicUrl)
      return {
        json: { round: roundJson(round), links },
        text: [round.id, ...links.map(({ code, name, url }) => `${code}\t${name}\t${url}`)].join('\n'),
      }
    },
  })

  cli.command({
    name: 'survey close <round>',
    about: 'close a round',
    input: z.object({ round: z.string() }),
    async run({ round: id }) {
      const round = await closeSurvey(store, id, 'cli', today())
      if (isRefusal(round)) return round
      return { json: { round: roundJson(round) }, text: lastDayOf(round) }
    },
  })

  cli.command({
    name: 'survey publish <round>',
    about: 'say that all paper forms are typed, so that the result is published',
    input: z.object({ round: z.string() }),
    async run({ round: id }) {
      const round = await finishSurvey(store, id, 'cli', today())
      if (isRefusal(round)) return round
      return { json: { round: roundJson(round) }, text: `${kit.publicUrl}/r/${round.id}` }
    },
  })

  cli.command({
    name: 'survey import <file>',
    about: 'import answers that came on paper from XLSX or CSV; one line a questionnaire, its number first',
    options: [
      ['--round <round>', 'the round'],
      ['--unit <code>', 'the unit'],
      ['--dry-run', 'check the file and change nothing'],
    ],
    input: z.object({
      file: z.string(),
      round: z.string(),
      unit: z.string(),
      dryRun: z.boolean().default(false),
    }),
    async run({ file, round: id, unit: code, dryRun }) {
      const at = calendar(kit.zone)(kit.now())
      const round = await store.find(rounds, id)
      if (!round) return no.unknownRound({ id })
      if (!round.units.some(unit => unit.code === code)) return no.unknownUnits({ codes: code })
      const found = unitOnPaper(round, code, at.today)
      if (isRefusal(found)) return found
      const sheet = { ...found, form: compiledForms()(round), bytes: await cli.readFile(file) }
      const plan = await (dryRun ? planSheet : importSheet)(store, sheet, {
        ...at,
        typist: await typistOf(kit, id, 'cli'),
      })
      if (isRefusal(plan)) return plan
      const { faults, added, unchanged } = plan
      if (faults.length > 0)
        return no.faultyFile({ count: faults.length, faults: faultLines(plan, t).join('\n') })
      const counts = { added: added.length, unchanged: unchanged.length }
      const text = t(dryRun ? sheetWords.checked : sheetWords.imported, counts)
      return { json: { round: id, unit: code, dryRun, ...counts }, text }
    },
  })

  cli.command({
    name: 'survey codes <round>',
    about: 'make one-time codes for a unit of a coded round; they are printed once',
    options: [
      ['--unit <code>', 'the unit'],
      ['--count <number>', 'how many'],
    ],
    input: z.object({
      round: z.string(),
      unit: z.string(),
      count: z.coerce.number().int().min(1).max(10_000),
    }),
    async run({ round: id, unit: code, count }) {
      const round = await store.find(rounds, id)
      if (!round) return no.unknownRound({ id })
      const unit = round.units.find(one => one.code === code)
      if (!unit) return no.unknownUnits({ codes: code })
      const means = { ...kit, id: kit.newId(), by: 'cli', today: today() }
      const codes = await issueCodes(store, round, unit, count, means)
      if (isRefusal(codes)) return codes
      const url = `${kit.publicUrl}/s/${unit.link}`
      const json = { round: id, unit: code, codes: codes.map(one => ({ code: one, url: `${url}?c=${one}` })) }
      return { json, text: codes.join('\n') }
    },
  })

  cli.command({
    name: 'survey receipts <round>',
    about: 'print the root of a closed round’s receipts and all their hashes (RFC 6962)',
    input: z.object({ round: z.string() }),
    async run({ round: id }) {
      const round = await store.find(rounds, id)
      if (!round) return no.unknownRound({ id })
      if (stateOn(round, today()) !== 'closed') return no.notEnded({ date: round.closes })
      const tree = await receiptTree(store, round, setImmediate)
      const roots = await fixedRoots(store, round, tree)
      const leaves = Array.from({ length: tree.size }, (_, at) => leafAt(tree, at).toString('hex'))
      const root = rootOf(tree).toString('hex')
      return { json: { round: id, size: tree.size, root, roots, leaves }, text: [root, ...leaves].join('\n') }
    },
  })

  cli.command({
    name: 'survey results <round>',
    about: 'print a round’s results: the overall question, by unit and in all',
    input: z.object({ round: z.string() }),
    async run({ round: id }) {
      const round = await store.find(rounds, id)
      if (!round) return no.unknownRound({ id })
      const { all, counted, excluded } = await countedOf(store, id)
      const told = (counts: Counts) =>
        resultsJson(round, resultsOf(round, round.units, counts, round.form.overall), today())
      const json = { ...told(counted), excluded, totalWithExcluded: told(all).total }
      const rows = [...json.units, { code: '', name: '', ...json.total }].map(row =>
        [
          row.code,
          row.name,
          row.valid,
          percent(row[round.basis], round.standard.target),
          t(verdictWord(row.verdict)),
        ].join('\t'),
      )
      return { json, text: rows.join('\n') }
    },
  })
}
