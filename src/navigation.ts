import { words as bulletinWords } from './bulletins/words.ts'
import { unreadCount } from './delivery/overview.ts'
import { words as deliveryWords } from './delivery/words.ts'
import { words as followUpWords } from './followups/words.ts'
import { words as inspectionWords } from './inspections/words.ts'
import { words as meetingWords } from './meetings/words.ts'
import { words as peopleWords } from './people/words.ts'
import { words as ratingWords } from './ratings/words.ts'
import { words as registerWords } from './registers/words.ts'
import type { Actor } from './shared/actor.ts'
import type { Kit } from './shared/kit.ts'
import { rememberBeside } from './shared/remember.ts'
import type { Nav, NavItem, View } from './shared/web/env.ts'
import type { Text } from './shared/words.ts'
import { words as standingWords } from './standings/words.ts'
import { words as summaryWords } from './summary/words.ts'
import { words as surveyWords } from './surveys/words.ts'
import { holds } from './units/scope.ts'
import { words as unitWords } from './units/words.ts'

interface Section {
  readonly path: string
  readonly text: Text
  /** Whether it is of use to this person; to everyone when not given. */
  readonly for?: (actor: Actor) => boolean
}

/** What people open day by day: a phone shows these, and the rest behind “more”. */
const mainSections: readonly Section[] = [
  { path: '/', text: summaryWords.home },
  { path: '/ratings', text: ratingWords.navigation },
  { path: '/meetings', text: meetingWords.title },
  { path: '/followups', text: followUpWords.title },
  { path: '/surveys', text: surveyWords.navigation },
]

const moreSections: readonly Section[] = [
  { path: '/summary', text: summaryWords.title },
  { path: '/registers', text: registerWords.title },
  { path: '/standings', text: standingWords.title },
  { path: '/inspections', text: inspectionWords.title },
  { path: '/bulletins', text: bulletinWords.title },
  { path: '/units', text: unitWords.title },
  { path: '/people', text: peopleWords.title },
  {
    path: '/deliveries',
    text: deliveryWords.deliveries,
    for: actor => holds(actor, 'district', 'subdistrict'),
  },
]

/** What stands at the head of every page for somebody who is signed in. */
export async function navOf(
  { store, now }: Pick<Kit, 'store' | 'now'>,
  actor: Actor,
  view: View,
): Promise<Nav> {
  const { t } = view
  const n = await unreadCount(store, actor.id, now())
  const useful = sections.filter(section => section.for?.(actor) ?? true).map(({ path }) => path)
  const inbox = n > 0 ? t(deliveryWords.inboxCount, { n }) : t(deliveryWords.inbox)
  return {
    sections: sectionsSaid(view, useful.join(' ')),
    own: [
      { path: '/inbox', label: inbox, place: 'own' },
      { path: '/account', label: actor.name, place: 'own' },
    ],
  }
}

const sections = [...mainSections, ...moreSections]

/** The sections of these paths, in the reader's language. */
const sectionsSaid = rememberBeside(({ t }: View, paths: string): readonly NavItem[] => {
  const wanted = paths.split(' ')
  return sections
    .filter(({ path }) => wanted.includes(path))
    .map(section => ({
      path: section.path,
      label: t(section.text),
      place: mainSections.includes(section) ? 'main' : 'more',
    }))
})

export const noNav: Nav = { sections: [], own: [] }
