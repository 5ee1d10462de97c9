import { doStep } from '../../ratings/doing.ts'
import type { Hand } from '../../ratings/perform.ts'
import type { Rating } from '../../ratings/rating.ts'
import { type Reviewer, reviewOf, scoresBelow } from '../../ratings/review.ts'
import { saveSection } from '../../ratings/self-assessment.ts'
import type { Action } from '../../ratings/steps.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Standing } from './present-state.ts'

export type Rule = (rating: Rating, hand: Hand) => Rating | Refusal

const opinions: Record<Reviewer, string> = {
  subdistrict: '资料齐全，情况属实。（示例）',
  district: '经现场核查，情况属实。（示例）',
}

/** Nobody's: made up, and recognisable as such. */
export const sampleContact = {
  office: {
    'zh-CN': '示例区计划生育协会办公室（示例）',
    en: 'Office of the sample district’s association (sample)',
  },
  phone: '000-00000000',
  address: { 'zh-CN': '示例路 1 号（示例地址）', en: '1 Sample Road (sample address)' },
  hours: { 'zh-CN': '工作日 9:00–12:00，15:00–18:00', en: 'workdays 9:00–12:00 and 15:00–18:00' },
}

/** The self-assessment, section by section; a draft is given up after three. */
export async function fillIn(
  change: (rule: Rule) => Promise<Rating>,
  standing: Standing,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  let sections: readonly string[] = ['A']
  for (let at = 0; at < sections.length; at++) {
    await change((rating, hand) => {
      sections = hand.rubric.sections.map(({ id }) => id).slice(0, standing === 'draft' ? 3 : undefined)
      const section = hand.rubric.sections[at]
      const names = new Set(section?.items.flatMap(item => item.questions.map(({ name }) => name)))
      const own = Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)))
      return saveSection(
        rating,
        { section: section?.id ?? '', base: rating.revision, values: own, notes: {} },
        hand,
      )
    })
  }
}

/** A reviewer's score sheet: the scores from below, now and then a point less with its reason. */
export function scored(rating: Rating, level: Reviewer, { rubric }: Hand, at: number) {
  const below = scoresBelow(rubric, rating, level)
  const doubted = at % 5 === 2 ? 'A5' : undefined
  const less = doubted ? Math.max(0, (below[doubted] ?? 0) - 1) : 0
  const lowered = doubted !== undefined && below[doubted] !== less
  return {
    base: rating.revision,
    scores: lowered && doubted ? { ...below, [doubted]: less } : below,
    reasons: lowered && doubted ? { [doubted]: '档案缺一类记录。（示例）' } : {},
    gates: reviewOf(rating, level).gates,
    opinion: opinions[level],
  }
}

export function step(action: Action, reason = '', items: readonly string[] = []): Rule {
  const never = () => {
    throw new Error(`${action} begins no notice`)
  }
  return (rating, hand) => doStep(rating, { action, reason, items, passed: true }, never, hand)
}
