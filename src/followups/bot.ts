import { Composer } from 'grammy'
import type { BotContext } from '../shared/bot/context.ts'
import type { BotFeature } from '../shared/bot/feature.ts'
import type { Kit } from '../shared/kit.ts'
import { dateOf, type PlainDate } from '../shared/time.ts'
import type { Say, Text } from '../shared/words.ts'
import { readTree } from '../units/store.ts'
import { words } from './bot-words.ts'
import { confirmerActs, type FollowUp, isOverdue, ownerActs, stateName } from './follow-up.ts'
import { actsOf } from './ledger.ts'
import { followUps } from './store.ts'

const mostLines = 10

/** `/tasks`: what waits for the person in the ledger, to do or to confirm, the most urgent first. */
export function followUpsBot({ store, now, zone, publicUrl }: Kit): BotFeature {
  const composer = new Composer<BotContext>()
  composer.chatType('private').command('tasks', async (ctx, next) => {
    const { actor } = ctx
    if (!actor) return next()
    const tree = await readTree(store)
    const can = (followUp: FollowUp, acts: readonly string[]) =>
      actsOf(actor, tree, followUp).some(each => acts.includes(each))
    const all = (await store.all(followUps)).toSorted((a, b) => (a.due < b.due ? -1 : 1))
    const mine = all.filter(followUp => can(followUp, ownerActs))
    const toConfirm = all.filter(followUp => !mine.includes(followUp) && can(followUp, confirmerActs))
    const told = { today: dateOf(now(), zone), t: ctx.say }
    const text = [...listed(words.mine, mine, told), ...listed(words.toConfirm, toConfirm, told)].join('\n')
    const page = [[{ label: ctx.say(words.open), url: `${publicUrl}/followups` }]]
    await ctx.answer(text === '' ? ctx.say(words.none) : text, page)
  })
  return { composer, commands: [{ command: 'tasks', text: words.command }] }
}

function listed(
  title: Text,
  found: readonly FollowUp[],
  { today, t }: { readonly today: PlainDate; readonly t: Say },
): readonly string[] {
  if (found.length === 0) return []
  const lines = found.slice(0, mostLines).map(followUp =>
    t(words.line, {
      what: followUp.what,
      state: stateName(followUp.state),
      due: followUp.due,
      late: isOverdue(followUp, today) ? t(words.late) : '',
    }),
  )
  return [t(title, { n: found.length }), ...lines, ...(found.length > mostLines ? [t(words.more)] : [])]
}
