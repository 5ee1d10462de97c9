import { Composer } from 'grammy'
import { type BotContext, isPress } from '../shared/bot/context.ts'
import type { BotFeature } from '../shared/bot/feature.ts'
import { makePress } from '../shared/bot/press.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal } from '../shared/refusal.ts'
import { holds } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { bindGroup, boundUnit, unbindChat, unitMeant, unitsToBind } from './groups.ts'
import { no } from './refusals.ts'
import { words } from './words.ts'

const isStaff: NonNullable<BotFeature['commands'][number]['for']> = actor =>
  holds(actor, 'district', 'subdistrict')

/** Binding a group chat to a unit, by its staff. */
export function deliveryBot({ store, now }: Kit): BotFeature {
  const composer = new Composer<BotContext>()
  const group = composer.chatType(['group', 'supergroup'])

  const bind = async (ctx: BotContext, asked: string) => {
    const { actor, chat } = ctx
    if (!actor || !chat) return
    const tree = await readTree(store)
    const found = unitMeant(actor, tree, asked)
    if (isRefusal(found)) return ctx.answer(ctx.say(found.text, found.values))
    const [unit, ...others] = found
    if (!unit) return ctx.answer(ctx.say(no.mayNotBind().text))
    if (others.length > 0) {
      const rows = found.slice(0, 20).map(each => [{ label: each.name, data: makePress('bind', each.id) }])
      return ctx.answer(ctx.say(words.bindWhich), rows)
    }
    const title = 'title' in chat ? (chat.title ?? '') : ''
    const deed = { by: actor, at: now() }
    const own = new Set(unitsToBind(actor, tree).map(each => each.id))
    const kept = await store.write(actor.id, async tx => {
      const before = await boundUnit(tx, chat.id)
      if (before !== undefined && !own.has(before)) return no.boundElsewhere()
      return bindGroup(tx, { chat: chat.id, title, unit: unit.id }, deed)
    })
    if (isRefusal(kept)) return ctx.show(ctx.say(kept.text))
    return ctx.show(ctx.say(words.groupBound, { unit: unit.name }))
  }

  group.on('my_chat_member', ctx =>
    ctx.actor && isStaff(ctx.actor) ? ctx.answer(ctx.say(words.groupJoined)) : undefined,
  )
  group.command('bind', ctx => bind(ctx, ctx.match.trim()))
  group.filter(isPress('bind'), ctx => bind(ctx, ctx.press.id))
  group.command('unbind', async ctx => {
    const { actor } = ctx
    if (!actor) return
    const tree = await readTree(store)
    const own = new Set(unitsToBind(actor, tree).map(unit => unit.id))
    const ended = await store.write(actor.id, async tx => {
      const before = await boundUnit(tx, ctx.chat.id)
      if (before !== undefined && !own.has(before)) return no.mayNotBind()
      return unbindChat(tx, ctx.chat.id)
    })
    if (isRefusal(ended)) return ctx.answer(ctx.say(ended.text))
    return ctx.answer(ctx.say(ended ? words.groupUnbound : words.groupWasFree))
  })
  return {
    composer,
    commands: [
      { command: 'bind', text: words.bindCommand, where: 'group', for: isStaff },
      { command: 'unbind', text: words.unbindCommand, where: 'group', for: isStaff },
    ],
  }
}
