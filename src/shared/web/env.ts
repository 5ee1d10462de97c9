import type { Context } from 'hono'
import type { Actor } from '../actor.ts'
import { type Lang, type Say, speaker } from '../words.ts'

/** One entry of the navigation, already said in the viewer's language. */
export interface NavItem {
  readonly path: string
  readonly label: string
  /** Where it stands: among the few that a phone shows, among those behind “more”, or beside the person's name. */
  readonly place: 'main' | 'more' | 'own'
}

export interface Nav {
  /** The same list for all who have the same sections and language: by it the menu is drawn once. */
  readonly sections: readonly NavItem[]
  /** The person's own, beside the name. */
  readonly own: readonly NavItem[]
}

/** What the root puts into every request before a feature's page runs. */
export interface WebEnv {
  Variables: {
    lang: Lang
    t: Say
    actor: Actor | undefined
    nav: Nav
    /** The store holds the sample district: every page says so. */
    sample?: boolean
    secureHeadersNonce?: string
  }
}

export type Web = Context<WebEnv>

/** What a page needs to know of its viewer. */
export interface View {
  readonly lang: Lang
  readonly t: Say
}

const views: Readonly<Record<Lang, View>> = {
  'zh-CN': { lang: 'zh-CN', t: speaker('zh-CN') },
  en: { lang: 'en', t: speaker('en') },
}

/** Always the same one for a language: by it what was drawn for one reader is found for the next. */
export function viewOf(c: Web): View {
  return views[c.get('lang')]
}

/** A page for signed-in people was asked for by somebody who is not; the root answers with the way in. */
export class SignInNeeded extends Error {
  override readonly name = 'SignInNeeded'
}

/** The signed-in person; throws `SignInNeeded`. */
export function actorOf(c: Web): Actor {
  const actor = c.get('actor')
  if (!actor) throw new SignInNeeded('this page needs a signed-in person')
  return actor
}
