import fc from 'fast-check'
import { expect, test } from 'vitest'
import { announce, downgrade, expire, finalise, reopen, reviewYearly, veto } from '../../src/ratings/award.ts'
import { newRating } from '../../src/ratings/cycle.ts'
import { type Decision, decide, decisions } from '../../src/ratings/decision.ts'
import { type Hand, mayDo, perform } from '../../src/ratings/perform.ts'
import { type Rating, ratingSchema } from '../../src/ratings/rating.ts'
import { saveReview, scoresBelow } from '../../src/ratings/review.ts'
import { saveSection, submit } from '../../src/ratings/self-assessment.ts'
import { type Action, actions, states } from '../../src/ratings/steps.ts'
import { roles } from '../../src/shared/actor.ts'
import { isRefusal, type Refusal } from '../../src/shared/refusal.ts'
import { instant, plainDate, plusDays } from '../../src/shared/time.ts'
import { excellent, theRubric } from './rubric.ts'

const rubric = theRubric()

const step = fc.record({
  action: fc.constantFrom(...actions),
  role: fc.constantFrom(...roles),
  reason: fc.constantFrom('', '复核发现'),
  points: fc.integer({ min: 0, max: 5 }),
  days: fc.integer({ min: 0, max: 400 }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

test('no walk reaches an undefined state, loses history or does what was not allowed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), steps => {
      let rating = newRating('2026', '350203001001', '甲社区', '350203001000')
      let today = plainDate('2026-10-05')
      for (const each of steps) {
        today = plusDays(today, each.days)
        const hand: Hand = {
          by: { id: `${each.role}-1`, name: each.role },
          roles: [each.role],
          now: instant(`${today}T01:00:00Z`),
          today,
          rubric,
        }
        const before = rating
        const may = mayDo(before, hand)
        const after = walk(before, each, hand)
        if (isRefusal(after)) continue
        expect(may).toContain(each.action)
        expect(states).toContain(after.state)
        expect(after.history.slice(0, before.history.length)).toEqual(before.history)
        expect(after.history.length - before.history.length).toBeLessThanOrEqual(1)
        if (after !== before)
          expect(after.history.at(-1)).toMatchObject({ level: each.role, action: each.action })
        expect(after.revision).toBeGreaterThanOrEqual(before.revision)
        expect(ratingSchema.safeParse(after).success).toBe(true)
        if (after.vetoed) expect(after.grade).not.toBe('firstClass')
        rating = after
      }
      expect(rating.history.map(event => event.from)).toEqual(
        ['draft', ...rating.history.map(event => event.to)].slice(0, rating.history.length),
      )
    }),
    { numRuns: 150 },
  )
})

function walk(rating: Rating, { action, reason, points }: Step, hand: Hand): Rating | Refusal {
  const deed = { action, reason, items: ['A1'] }
  switch (action) {
    case 'save':
      return saveSection(
        rating,
        { section: 'A', base: rating.revision, values: valuesOf('A', points), notes: {} },
        hand,
      )
    case 'submit':
      return submit(rating, points > 2 ? 'firstClass' : 'qualified', hand)
    case 'score':
    case 'check': {
      const level = action === 'score' ? 'subdistrict' : 'district'
      const scores = { ...scoresBelow(rubric, rating, level), E1: points }
      const input = { base: rating.revision, scores, reasons: { E1: '现场核对' }, gates: {}, opinion: '' }
      return saveReview(rating, level, input, hand)
    }
    case 'announce':
      return announce(rating, { date: plusDays(hand.today, 7), unsure: false }, hand)
    case 'finalise':
      return finalise(rating, hand)
    case 'review':
      return reviewYearly(rating, points > 2, reason, hand)
    case 'downgrade':
      return downgrade(rating, reason, hand)
    case 'expire':
      return expire(rating, hand)
    case 'veto':
      return veto(rating, reason, hand)
    case 'upholdAppeal':
      return reopen(rating, reason, hand)
    case 'recall':
    case 'selfCheck':
    case 'midYear':
      return perform(rating, deed, hand)
    default:
      return isDecision(action) ? decide(rating, { ...deed, action }, hand) : rating
  }
}

function isDecision(action: Action): action is Decision {
  return (decisions as readonly Action[]).includes(action)
}

function valuesOf(section: string, points: number) {
  const asked = rubric.sections.find(each => each.id === section)?.items.flatMap(item => item.questions) ?? []
  const all: Record<string, unknown> = { ...excellent, councilSize: 6 + points }
  return Object.fromEntries(asked.map(question => [question.name, all[question.name]]))
}
