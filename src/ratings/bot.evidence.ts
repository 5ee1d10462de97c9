import { Composer, GrammyError } from 'grammy'
import type { Message } from 'grammy/types'
import type { Actor } from '../shared/actor.ts'
import { type BotContext, isPress } from '../shared/bot/context.ts'
import { type Buttons, keyboardOf, rowsOf } from '../shared/bot/keyboard.ts'
import { makePress, parsePress } from '../shared/bot/press.ts'
import type { Kit } from '../shared/kit.ts'
import { isRefusal, type Refusal } from '../shared/refusal.ts'
import { plusHours } from '../shared/time.ts'
import type { Say } from '../shared/words.ts'
import { scopeOf } from '../units/scope.ts'
import { readTree } from '../units/store.ts'
import { words } from './bot-words.ts'
import { type Opened, type RatingParts, ratingDesk } from './desk.ts'
import { attachingAs, missingEvidence } from './evidence.ts'
import { evidenceDesk } from './evidencing.ts'
import type { Rating } from './rating.ts'
import { no } from './refusals.ts'
import { type Item, itemOf } from './rubric.ts'
import { evidenceTalks, newestCycle } from './store.ts'

const action = 'evidence'
/** How long files go to the item that was asked for. */
const hoursToSend = 2
const perRow = 5

/** An item of one association's rating. */
interface Place extends Pick<Rating, 'cycle' | 'community'> {
  readonly item: string
}

/** What came in of one album so far, and the message that says so. */
interface Album {
  readonly id: string
  readonly message: number
  readonly count: number
  readonly refused: readonly string[]
}

/**
 * Evidence by chat: pressing an item asks for its files; a photo or document goes to the item whose message it answers,
 * whose number its caption begins with, or that was asked for last. Every file is checked and kept as on the web.
 */
export function evidenceBot(kit: Kit, parts: RatingParts) {
  const { store, now } = kit
  const desk = ratingDesk(kit, parts)
  const evidence = evidenceDesk(kit, desk, parts.files)
  const composer = new Composer<BotContext>()
  const alone = composer.chatType('private')
  /** The last album of each chat: its photos come as messages of their own and are answered by one. */
  const albums = new Map<number, Album>()

  async function openFor(actor: Actor, { cycle, community }: Pick<Place, 'cycle' | 'community'>) {
    const opened = await desk.open(actor, cycle, community)
    if (isRefusal(opened)) return opened
    return attachingAs(opened.rating, opened.hand) ? opened : no.evidenceClosed()
  }

  const keepTalk = (person: string, place: Place) =>
    store.write(person, async tx => {
      const talk = { id: person, ...place, expires: plusHours(now(), hoursToSend) }
      if (await tx.find(evidenceTalks, person)) await tx.change(evidenceTalks, person, () => talk)
      else await tx.add(evidenceTalks, talk)
    })

  async function endTalk(person: string) {
    if (await store.find(evidenceTalks, person))
      await store.write(person, tx => tx.remove(evidenceTalks, person))
  }

  async function list(opened: Opened, t: Say) {
    const missing = missingEvidence(opened.hand.rubric, await evidence.of(opened.rating.id))
    const text = missing.length === 0 ? t(words.noneMissing) : t(words.missing, { count: missing.length })
    const buttons = missing.map(item => ({ label: item.id, data: pressFor(opened.rating, item.id) }))
    return { text, buttons: rowsOf(buttons, perRow) }
  }

  /** Under `/rating`: the way to the files of every association for which the person may add some now. */
  async function ways(actor: Actor, seen: readonly Rating[], t: Say): Promise<Buttons> {
    if (!actor.duties.some(({ role }) => role === 'lead')) return []
    const found = await Promise.all(seen.slice(0, perRow).map(rating => openFor(actor, rating)))
    return found.flatMap(opened =>
      isRefusal(opened) || attachingAs(opened.rating, opened.hand) !== 'lead'
        ? []
        : [[{ label: t(words.evidenceOf, { name: opened.rating.name }), data: pressFor(opened.rating) }]],
    )
  }

  alone.filter(isPress(action), async (ctx, next) => {
    const place = placeOf(ctx.press)
    if (!ctx.actor || !place) return next()
    const opened = await openFor(ctx.actor, place)
    if (isRefusal(opened)) return ctx.answer(said(opened, ctx.say))
    const item = itemOf(opened.hand.rubric, place.item)
    if (!item) {
      await endTalk(ctx.actor.id)
      const { text, buttons } = await list(opened, ctx.say)
      return ctx.show(text, buttons)
    }
    await keepTalk(ctx.actor.id, place)
    const own = (await evidence.of(opened.rating.id)).filter(file => file.item === item.id)
    const { fileMegabytes: limit } = opened.hand.rubric.evidence
    const about = { item: item.id, title: item.title, text: item.evidence, limit }
    return ctx.answer(ctx.say(words.ask, about), under(place, own.length, ctx.say))
  })

  alone.on(['message:photo', 'message:document'], async (ctx, next) => {
    const { actor } = ctx
    const place = actor && (await placeFor(ctx, actor))
    if (!actor || !place) return next()
    const opened = await openFor(actor, place)
    if (isRefusal(opened)) return ctx.answer(said(opened, ctx.say))
    const item = itemOf(opened.hand.rubric, place.item)
    if (!item) return next()
    const sent = await ctx.file(opened.hand.rubric.evidence)
    if (!sent) return next()
    const { cycle, community } = place
    const outcome = isRefusal(sent) ? sent : await evidence.add(actor, cycle, community, item.id, [sent])
    return told(ctx, place, item, outcome)
  })

  // Whatever else somebody sends who was asked for files: what cannot be evidence is said to be none.
  alone.on(['message:video', 'message:voice', 'message:audio', 'message:video_note'], async (ctx, next) => {
    const place = ctx.actor && (await placeFor(ctx, ctx.actor))
    return place ? ctx.answer(ctx.say(words.wrongKind)) : next()
  })

  // Another subject: what is sent after it is no evidence, unless it says so.
  alone.on(['message:text', 'callback_query'], async (ctx, next) => {
    if (ctx.actor) await endTalk(ctx.actor.id)
    return next()
  })

  /** Answers a file; those of one album by one message, which is brought up to date. */
  async function told(
    ctx: BotContext & { readonly message: Message },
    place: Place,
    item: Item,
    outcome: Refusal | readonly unknown[],
  ): Promise<void> {
    const { id: chat } = ctx.message.chat
    const { media_group_id: album } = ctx.message
    const before = album === undefined ? undefined : albums.get(chat)
    const known = before?.id === album ? before : undefined
    const count = (known?.count ?? 0) + (isRefusal(outcome) ? 0 : 1)
    const refusal = isRefusal(outcome) ? [ctx.say(words.refusedFile, { reason: said(outcome, ctx.say) })] : []
    const refused = [...(known?.refused ?? []), ...refusal.filter(line => !known?.refused.includes(line))]
    const rating = `${place.cycle}-${place.community}`
    const all = (await evidence.of(rating)).filter(file => file.item === item.id).length
    const line = ctx.say(words.received, { item: item.id, title: item.title, count, all })
    const text = [...(count > 0 ? [line] : []), ...refused].join('\n')
    const message = await write(ctx, chat, known?.message, text, under(place, all, ctx.say))
    if (album !== undefined) albums.set(chat, { id: album, message, count, refused })
  }

  /** Where a file belongs that somebody sends. */
  async function placeFor(ctx: BotContext, actor: Actor): Promise<Place | undefined> {
    const { message, me } = ctx
    const asked = message?.reply_to_message
    if (asked && asked.from?.id === me.id) {
      const buttons = asked.reply_markup?.inline_keyboard.flat() ?? []
      const places = buttons.flatMap(button => {
        const press = 'callback_data' in button ? parsePress(button.callback_data) : undefined
        const place = press?.action === action ? placeOf(press) : undefined
        return place && place.item !== '' ? [place] : []
      })
      // A list of items says of no single one that it is answered.
      if (places.length === 1) return places[0]
    }
    const named = /^([A-Z]\d{1,2})(?![A-Z\d])/.exec(ctx.plain.toUpperCase())?.[1]
    const own = named === undefined ? undefined : await onlyOwn(actor)
    if (named !== undefined && own) return { ...own, item: named }
    const talk = await store.find(evidenceTalks, actor.id)
    return talk && talk.expires > now() ? talk : undefined
  }

  /** The one association that a lead leads, in the newest cycle. */
  async function onlyOwn(actor: Actor): Promise<Pick<Place, 'cycle' | 'community'> | undefined> {
    const cycle = await newestCycle(store)
    const seen = scopeOf(actor, await readTree(store)).filter(({ level }) => level === 'community')
    const [only] = seen
    return cycle && only && seen.length === 1 ? { cycle: cycle.id, community: only.id } : undefined
  }

  return { composer, ways }
}

/** Writes an answer, or brings the one up to date that is there; which message it is. */
async function write(
  ctx: BotContext,
  chat: number,
  known: number | undefined,
  text: string,
  buttons: Buttons,
): Promise<number> {
  const other = { reply_markup: { inline_keyboard: keyboardOf(buttons) } }
  if (known !== undefined) {
    try {
      await ctx.api.editMessageText(chat, known, text, other)
      return known
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
      if (/not modified/.test(error.description)) return known
    }
  }
  return (await ctx.api.sendMessage(chat, text, other)).message_id
}

/** Under what is said of an item: how much it shows, by which a reply finds it again, and the way back. */
function under(place: Place, count: number, t: Say): Buttons {
  const have = { label: t(words.have, { item: place.item, count }), data: pressFor(place, place.item) }
  return [[have, { label: t(words.toList), data: pressFor(place) }]]
}

function pressFor({ cycle, community }: Pick<Place, 'cycle' | 'community'>, item = ''): string {
  return makePress(action, `${cycle}-${community}`, item)
}

function placeOf({ id, arg: item }: { readonly id: string; readonly arg: string }): Place | undefined {
  const [, cycle, community] = /^(\d{4})-(\d{12})$/.exec(id) ?? []
  return cycle && community ? { cycle, community, item } : undefined
}

function said(refusal: Refusal, t: Say): string {
  return t(refusal.text, refusal.values)
}
