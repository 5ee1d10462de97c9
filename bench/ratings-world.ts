import { pino } from 'pino'
import { collections, factLogs } from '../src/collections.ts'
import { runCommand } from '../src/commands.ts'
import type { Question } from '../src/forms/form.ts'
import { people, sessions } from '../src/people/store.ts'
import { ratingParts } from '../src/rating-parts.ts'
import { begin, decide } from '../src/ratings/decision.ts'
import { ratingDesk } from '../src/ratings/desk.ts'
import type { Hand } from '../src/ratings/perform.ts'
import type { Rating } from '../src/ratings/rating.ts'
import { type Reviewer, saveReview, scoresBelow } from '../src/ratings/review.ts'
import { saveSection, submit } from '../src/ratings/self-assessment.ts'
import { ratings } from '../src/ratings/store.ts'
import type { Role } from '../src/shared/actor.ts'
import { hashOf, newId, newSecret } from '../src/shared/ids.ts'
import type { Kit } from '../src/shared/kit.ts'
import { isRefusal, type Refusal } from '../src/shared/refusal.ts'
import { openJsonStore } from '../src/shared/store/json/open.ts'
import { dateOf, instantOf, plusHours } from '../src/shared/time.ts'
import { communityCode, districtCode, unitsFile } from './staff-world.ts'

/** Ends a run that would otherwise measure refusals. */
function granted<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.code}`)
  return outcome
}

/** Everybody who reads and writes in the bench, by the secret of their session. */
export const office = 'bench-office'
export const reviewer = 'bench-reviewer'
/** The leads of so many associations that are filling in their forms, and which these are. */
export const writers = 20
export const writer = (n: number) => ({ secret: `bench-lead-${n}`, community: communityOf(n) })
/** Whose table the reviewer opens. */
export const reviewed = communityCode(10)

/** The ratings stand in the order of the codes: every fourth is a draft. */
const communityOf = (n: number) => communityCode(n * 40)

/**
 * A district with so many communities, whose ratings stand all along their way: a quarter filled in, a quarter handed in, a
 * quarter accepted and a quarter checked. Written at once; the server that opens the folder has everything on disk.
 */
export async function prepareRatings(folder: string, communities: number, year: number): Promise<void> {
  const now = () => instantOf(new Date())
  const log = pino({ level: 'silent' })
  const store = await openJsonStore({ folder, collections, factLogs, now, log, sync: async () => undefined })
  const kit: Kit = { store, now, newId, newSecret, publicUrl: '', zone: 'Asia/Shanghai', files: folder, log }
  const readFile = async () => Buffer.from(unitsFile(communities))
  const imported = await runCommand(kit, { argv: ['units', 'import', 'units.csv'], lang: 'zh-CN', readFile })
  if (imported.code !== 0) throw new Error(imported.err)
  const desk = ratingDesk(kit, ratingParts(kit))
  const { cycle } = granted(await desk.openYear({ id: 'bench' }, year))
  const rubric = await desk.rubricOf(cycle)
  const as = (role: 'lead' | Reviewer): Hand => ({
    by: { id: `bench-${role}`, name: role },
    roles: [role],
    now: now(),
    today: dateOf(now(), kit.zone),
    rubric,
  })
  const grown = (await store.list(ratings, 'cycle', cycle.id)).map((rating, n) => grow(rating, n, as))
  await store.write('bench', async tx => {
    for (const rating of grown) await tx.change(ratings, rating.id, () => rating)
    const enter = async (secret: string, role: Role, unit: string) => {
      const at = now()
      const duties = [{ role, unit, since: at }]
      const id = hashOf(secret)
      await tx.add(people, { id, name: secret, lang: 'zh-CN', former: [], since: at, joined: at, duties })
      const days = { since: at, seen: at, expires: plusHours(at, 24) }
      await tx.add(sessions, { id, person: id, device: 'computer' as const, ...days })
    }
    await enter(office, 'district', districtCode)
    await enter(reviewer, 'subdistrict', `${reviewed.slice(0, 9)}000`)
    for (let n = 0; n < writers; n += 1) {
      const { secret, community } = writer(n)
      await enter(secret, 'lead', community)
    }
  })
  await store.close()
}

function grow(draft: Rating, n: number, as: (role: 'lead' | Reviewer) => Hand): Rating {
  const lead = as('lead')
  let rating = draft
  for (const section of lead.rubric.sections) {
    const questions = section.items.flatMap(item => item.questions)
    const values = Object.fromEntries(questions.map((each, at) => [each.name, answer(each, n + at)] as const))
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
    const input = { section: section.id, base: rating.revision, values: given, notes: {} }
    rating = granted(saveSection(rating, input, lead))
  }
  if (n % 4 === 0) return rating
  rating = granted(submit(rating, 'qualified', lead))
  if (n % 4 === 1) return rating
  rating = score({ ...rating, sampled: true, sampleDrawn: true }, 'subdistrict', n, as('subdistrict'))
  return n % 4 === 2 ? rating : score(rating, 'district', n, as('district'))
}

function score(before: Rating, level: Reviewer, n: number, hand: Hand): Rating {
  const begun = granted(begin(before, hand))
  const below = scoresBelow(hand.rubric, begun, level)
  const changed = hand.rubric.items.filter((_, at) => (n + at) % 5 === 0).map(({ id }) => id)
  const less = changed.map(id => [id, below[id] == null ? null : Math.max(0, (below[id] ?? 0) - 1)] as const)
  const scores = { ...below, ...Object.fromEntries(less) }
  const reasons = Object.fromEntries(changed.map(id => [id, '现场核对后扣分']))
  const input = { base: begun.revision, scores, reasons, gates: {}, opinion: '' }
  const saved = granted(saveReview(begun, level, input, hand))
  const action = level === 'subdistrict' ? 'accept' : 'verify'
  return granted(decide(saved, { action, reason: '', items: [] }, hand))
}

/** An answer that the question takes, another one for another community. */
function answer(question: Question, n: number): unknown {
  if (question.type === 'boolean') return n % 3 === 0 ? question.valueFalse : question.valueTrue
  if (question.type === 'checkbox')
    return question.choices.slice(0, 1 + (n % question.choices.length)).map(({ value }) => value)
  if ('choices' in question) return question.choices[n % question.choices.length]?.value
  return question.type === 'text' && question.inputType === 'number' ? 1 + (n % 2) : undefined
}
