import { Composer, InputFile } from 'grammy'
import type { Actor } from '../shared/actor.ts'
import type { BotContext } from '../shared/bot/context.ts'
import type { BotFeature } from '../shared/bot/feature.ts'
import type { Kit } from '../shared/kit.ts'
import { dateOf } from '../shared/time.ts'
import { qrPicture } from '../shared/web/qr-picture.ts'
import { scopeOf } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { words } from './bot-words.ts'
import { lastDayOf, type Round, type RoundUnit, stateOn } from './round.ts'
import { rounds } from './store.ts'

/** More than so many are a page to print, not pictures to pass on. */
const mostPictures = 3

/** `/survey`: the link and the code of the own unit in every round that is open. */
export function surveysBot(kit: Kit): BotFeature {
  const composer = new Composer<BotContext>()
  composer.chatType('private').command('survey', async (ctx, next) => {
    if (!ctx.actor) return next()
    const open = await openRounds(kit, ctx.actor)
    if (open.length === 0) return ctx.answer(ctx.say(words.none))
    for (const { round, units } of open) await tell(ctx, round, units)
  })

  const tell = async (ctx: BotContext, round: Round, units: readonly RoundUnit[]) => {
    const told = { title: round.form.title, date: lastDayOf(round), n: units.length }
    if (units.length > mostPictures) {
      return ctx.answer(ctx.say(words.many, { ...told, url: `${kit.publicUrl}/surveys/${round.id}/posters` }))
    }
    for (const { name, link } of units) {
      const url = `${kit.publicUrl}/s/${link}`
      const caption = ctx.say(words.poster, { ...told, unit: name, url })
      await ctx.replyWithPhoto(new InputFile(qrPicture(url), 'qr.png'), { caption })
    }
  }
  return { composer, commands: [{ command: 'survey', text: words.command }] }
}

async function openRounds({ store, now, zone }: Kit, actor: Actor) {
  const today = dateOf(now(), zone)
  const own = new Set(scopeOf(actor, await readTree(store)).map(unit => unit.id))
  return (await store.all(rounds))
    .filter(round => stateOn(round, today) === 'open')
    .map(round => ({ round, units: round.units.filter(unit => own.has(unit.code)) }))
    .filter(({ units }) => units.length > 0)
}
