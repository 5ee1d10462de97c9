import { ratingParts } from '../../src/rating-parts.ts'
import { begin, decide } from '../../src/ratings/decision.ts'
import { ratingDesk } from '../../src/ratings/desk.ts'
import type { ComputedFigures } from '../../src/ratings/figures.ts'
import type { Target } from '../../src/ratings/grades.ts'
import type { Hand } from '../../src/ratings/perform.ts'
import type { Rating } from '../../src/ratings/rating.ts'
import { saveReview, scoresBelow } from '../../src/ratings/review.ts'
import { saveSection, submit } from '../../src/ratings/self-assessment.ts'
import { ratings } from '../../src/ratings/store.ts'
import type { Actor } from '../../src/shared/actor.ts'
import { isRefusal, type Refusal } from '../../src/shared/refusal.ts'
import { plainDate } from '../../src/shared/time.ts'
import { district, newWorld } from '../helpers/world.ts'
import { excellent, rubricJson } from './rubric.ts'

export const staff: Actor = {
  id: 's-1',
  name: '街道甲',
  lang: 'zh-CN',
  duties: [{ role: 'subdistrict', unit: '350203001000' }],
}
export const leadOf = (unit: string): Actor => ({
  id: `lead-${unit}`,
  name: unit,
  lang: 'zh-CN',
  duties: [{ role: 'lead', unit }],
})

/** Where one objects; an office of the tests. */
export const contact = {
  office: { 'zh-CN': '试验区计划生育协会办公室', en: 'Office of the trial district' },
  phone: '000-0000000 转 8',
  address: { 'zh-CN': '试验路 1 号' },
  hours: { 'zh-CN': '工作日 9:00–12:00', en: 'workdays 9:00–12:00' },
}
/** The same as the form of the page sends it. */
export const contactFields = {
  office: contact.office['zh-CN'],
  officeEn: contact.office.en,
  phone: contact.phone,
  address: contact.address['zh-CN'],
  hours: contact.hours['zh-CN'],
  hoursEn: contact.hours.en,
}

export const asOf = plainDate('2026-10-20')
const known: ComputedFigures = Object.fromEntries(
  [
    ['residents', 6000],
    ['leadersExpected', 168],
    ['leadersPresent', 140],
    ['meetingsDue', 12],
    ['meetingsHeld', 12],
    ['inspectionMean', 92],
    ['resolutionsDue', 10],
    ['resolutionsOnTime', 9],
    ['satisfactionValid', 60],
    ['satisfactionRate', 0.95],
    ['negativeCases', 0],
    ['negativeAnswered', 0],
    ['majorOpen', 0],
    ['majorOverdue', 0],
  ].map(([name, value]) => [name, { value, asOf }]),
)

/** Two communities that the year's tests follow. */
export const [first, second] = ['350203001001', '350203001004'] as const

/** A cycle of the sample district with figures on record; `workdays` by the real calendar instead of one fixed day. */
export async function aYear({ workdays = false } = {}) {
  const world = await newWorld({ now: '2026-10-20T01:00:00Z' })
  const desk = ratingDesk(world.kit, {
    figuresOf: async () => known,
    workdays: workdays
      ? ratingParts(world.kit).workdays
      : async () => () => ({ date: plainDate('2026-12-15'), unsure: false }),
    rubricJson: async () => rubricJson(),
  })
  const opened = await desk.openYear(district, 2026)
  if (isRefusal(opened)) throw new Error(opened.text.en)
  const acts = async (actor: Actor, code: string, rule: (rating: Rating, hand: Hand) => Rating | Refusal) => {
    const outcome = await desk.change(actor, '2026', code, rule)
    if (isRefusal(outcome)) throw new Error(outcome.code)
    return outcome
  }
  return {
    ...world,
    desk,
    acts,
    rating: (code: string) => world.store.get(ratings, `2026-${code}`),
    refused: async (actor: Actor, code: string, rule: (rating: Rating, hand: Hand) => Rating | Refusal) => {
      const outcome = await desk.change(actor, '2026', code, rule)
      return isRefusal(outcome) ? outcome.code : undefined
    },
    async apply(code: string, target: Target, state: Record<string, unknown> = {}) {
      for (const section of ['A', 'B', 'C', 'D', 'E', 'F']) {
        await acts(leadOf(code), code, (rating, hand) => {
          const asked = hand.rubric.sections
            .find(each => each.id === section)
            ?.items.flatMap(item => item.questions)
            .filter(({ name }) => !(name in rating.figures))
          const all: Record<string, unknown> = { ...excellent, ...state }
          const values = Object.fromEntries((asked ?? []).map(({ name }) => [name, all[name]]))
          const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
          return saveSection(rating, { section, base: rating.revision, values: given, notes: {} }, hand)
        })
      }
      return acts(leadOf(code), code, (rating, hand) => submit(rating, target, hand))
    },
    /** Accepts, or verifies, with the scores of the level below and these deviations. */
    async decides(actor: Actor, code: string, deviations: Record<string, number> = {}) {
      const level = actor.duties.some(({ role }) => role === 'district') ? 'district' : 'subdistrict'
      await acts(actor, code, (rating, hand) => {
        const begun = begin(rating, hand)
        if (isRefusal(begun)) return begun
        const scores = { ...scoresBelow(hand.rubric, begun, level), ...deviations }
        const reasons = Object.fromEntries(Object.keys(deviations).map(item => [item, '现场核查不符']))
        const input = { base: begun.revision, scores, reasons, gates: {}, opinion: '' }
        return saveReview(begun, level, input, hand)
      })
      return acts(actor, code, (rating, hand) =>
        decide(
          rating,
          { action: level === 'subdistrict' ? 'accept' : 'verify', reason: '', items: [] },
          hand,
        ),
      )
    },
  }
}

/** Two communities whose 一流 the district has proposed; the second one with these deviations from what was accepted. */
export async function proposed(deviations: Record<string, number> = {}) {
  const year = await aYear()
  for (const code of [first, second]) await year.apply(code, 'firstClass')
  year.clock.set('2026-12-01T01:00:00Z')
  for (const code of [first, second]) await year.decides(staff, code)
  await year.decides(district, first)
  await year.decides(district, second, deviations)
  year.actAs(district)
  return year
}
