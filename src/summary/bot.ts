import { Composer, InputFile } from 'grammy'
import type { BotContext } from '../shared/bot/context.ts'
import type { BotFeature } from '../shared/bot/feature.ts'
import { workbook } from '../shared/workbook.ts'
import { holds } from '../units/scope.ts'
import { waysToNearest } from './nearest.ts'
import type { ReadSummary } from './summary.ts'
import { type ReadReport, summaryTables } from './tables.ts'
import { summaryText } from './text.ts'
import { words } from './words.ts'

/** `/summary`: the targets of what the person may see; a lead's own association, and for staff the tables as XLSX too. */
export function summaryBot(read: ReadSummary, readReport: ReadReport): BotFeature {
  const composer = new Composer<BotContext>()
  composer.command('summary', async (ctx, next) => {
    if (!ctx.actor) return next()
    const summary = await read(ctx.actor)
    await ctx.answer(summaryText(summary, ctx.say), waysToNearest(summary, ctx.say))
    if (!holds(ctx.actor, 'district', 'subdistrict')) return
    const file = await workbook(summaryTables(summary, await readReport(ctx.actor), ctx.say))
    await ctx.replyWithDocument(new InputFile(file, `${ctx.say(words.title)}.xlsx`))
  })
  return { composer, commands: [{ command: 'summary', text: words.command }] }
}
