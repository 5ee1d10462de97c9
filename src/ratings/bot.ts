import { Composer } from 'grammy'
import type { BotContext } from '../shared/bot/context.ts'
import type { BotFeature } from '../shared/bot/feature.ts'
import type { Kit } from '../shared/kit.ts'
import type { Say } from '../shared/words.ts'
import { scopeOf } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { evidenceBot } from './bot.evidence.ts'
import { words } from './bot-words.ts'
import type { Cycle } from './cycle.ts'
import type { RatingParts } from './desk.ts'
import { gradeName } from './grades.ts'
import { onNotice } from './notice.ts'
import { noticeWords } from './notice-words.ts'
import { contactParts, objectToOf } from './object-to.ts'
import { noticePath } from './paths.ts'
import type { Rating } from './rating.ts'
import { saidScore } from './say.ts'
import { stateName, states } from './steps.ts'
import { newestCycle, ratings } from './store.ts'

/** More than so many are counted instead of listed. */
const mostListed = 5

/** `/rating`: how the own associations stand in the newest cycle, and evidence for those of a lead. */
export function ratingsBot(kit: Kit, parts: RatingParts): BotFeature {
  const { store, publicUrl } = kit
  const composer = new Composer<BotContext>()
  const evidence = evidenceBot(kit, parts)
  composer.use(evidence.composer)
  composer.chatType('private').command('rating', async (ctx, next) => {
    if (!ctx.actor) return next()
    const own = new Set(scopeOf(ctx.actor, await readTree(store)).map(unit => unit.id))
    const cycle = await newestCycle(store)
    const all = cycle ? await store.list(ratings, 'cycle', cycle.id) : []
    const seen = all.filter(rating => own.has(rating.community))
    const [first] = seen
    if (!cycle || !first) return ctx.answer(ctx.say(words.none))
    const only = seen.length === 1 ? `/${first.community}` : ''
    const text =
      seen.length > mostListed
        ? counted(seen, cycle.year, ctx.say)
        : seen.map(each => line(each, ctx.say)).join('\n')
    const notices = noticeLines(cycle, seen, ctx.say)
    const url = `${publicUrl}/ratings/${cycle.id}${only}`
    const open = { label: ctx.say(words.open), url, signedIn: true }
    const notice = { label: ctx.say(noticeWords.openNotice), url: `${publicUrl}${noticePath(cycle)}` }
    await ctx.answer([text, ...notices].join('\n'), [
      ...(await evidence.ways(ctx.actor, seen, ctx.say)),
      notices.length > 0 ? [open, notice] : [open],
    ])
  })
  return { composer, commands: [{ command: 'rating', text: words.command }] }
}

function line({ name, state, grade, result }: Rating, t: Say): string {
  const said = grade
    ? t(words.final, { grade: gradeName(grade) })
    : result.projected
      ? t(words.projected, { grade: gradeName(result.projected) })
      : t(words.noGrade)
  return t(words.one, { name, state: stateName(state), score: saidScore(result.score), grade: said })
}

/** Until when the own grades are on notice, the periods each once, and where one objects. */
function noticeLines(cycle: Cycle, seen: readonly Rating[], t: Say): readonly string[] {
  const contact = objectToOf(cycle)
  const ends = new Set(onNotice(seen).flatMap(({ notice }) => (notice ? [notice.until] : [])))
  return [...ends].map(until =>
    contact
      ? t(noticeWords.chatUntil, { until, contact: contactParts(contact, t).join(t(noticeWords.comma)) })
      : t(noticeWords.chatUntilPlain, { until }),
  )
}

function counted(seen: readonly Rating[], year: number, t: Say): string {
  const lines = states.flatMap(state => {
    const n = seen.filter(rating => rating.state === state).length
    return n > 0 ? [t(words.count, { state: stateName(state), n })] : []
  })
  return [t(words.total, { year, n: seen.length }), ...lines].join('\n')
}
