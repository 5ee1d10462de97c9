import type { Question } from '../forms/form.ts'
import { rememberBeside } from '../shared/remember.ts'
import type { View } from '../shared/web/env.ts'
import { drawFrame } from '../shared/web/frame.ts'
import type { FigureName } from './figures.ts'
import type { Earlier } from './prefill.ts'
import type { Rating } from './rating.ts'
import type { FigureSpec, Item, Rubric } from './rubric.ts'
import { saidAnswer, saidFigure, sourceName } from './say.ts'
import { askedOf } from './self-assessment.ts'
import { words } from './words.ts'

interface Props {
  readonly view: View
  readonly rubric: Rubric
  readonly rating: Rating
  readonly item: Item
}

/** The figures of an item that come from records, each with its source and day, linked to the records. */
export function RecordedFigures({ view, rubric, rating, item }: Props) {
  const { t } = view
  return figuresOf(rubric, item).map(spec => {
    const figure = rating.figures[spec.name]
    if (!figure) return null
    const said = saidFigure(rubric, spec, figure, t)
    const source = t(words.asOf, { source: sourceName(spec.source), date: figure.asOf })
    return figure.link
      ? linkedFigure({ said, source, link: figure.link }, spec, view)
      : plainFigure({ said, source }, spec, view)
  })
}

const linkedFigure = drawFrame(['said', 'source', 'link'], (gap, spec: FigureSpec, { t }: View) => (
  <div>
    {t(spec.title)} <strong>{gap.said}</strong>{' '}
    <small class="nowrap">
      <a href={gap.link}>{gap.source}</a>
    </small>
  </div>
))

const plainFigure = drawFrame(['said', 'source'], (gap, spec: FigureSpec, { t }: View) => (
  <div>
    {t(spec.title)} <strong>{gap.said}</strong> <small class="nowrap">{gap.source}</small>
  </div>
))

const answerLine = drawFrame(['answer', 'same'], (gap, question: Question, { t }: View) => (
  <div>
    <span class="muted">{t(question.title)}</span> {gap.answer}
    {gap.same}
  </div>
))

/** The present state of an item: what was reported, in the words of the questions, and what is on record. */
export function PresentState(props: Props & { readonly earlier?: Earlier | undefined }) {
  const { view, rating, item, earlier } = props
  return (
    <>
      {askedOf(item, rating).map(question => {
        const answer = saidAnswer(question, rating.values[question.name], view.t)
        const same = earlier && sameAs(earlier.values[question.name], rating.values[question.name]) && (
          <>
            {' '}
            <small>{view.t(words.sameAsEarlier, { year: earlier.cycle })}</small>
          </>
        )
        return answerLine({ answer, same }, question, view)
      })}
      <RecordedFigures {...props} />
      {rating.notes[item.id] && (
        <div>
          <small>{rating.notes[item.id]}</small>
        </div>
      )}
    </>
  )
}

/** The same answer as in the cycle before, and not merely a yes: for a reviewer a hint to look twice. */
function sameAs(before: unknown, now: unknown): boolean {
  return typeof before === 'number' && before !== 0 && before === now
}

const specsOf = rememberBeside((item: Item, rubric: Rubric): readonly FigureSpec[] => {
  const names = new Set<string>([...item.names, ...item.questions.map(question => question.name)])
  return rubric.figures.filter(spec => names.has(spec.name))
})

/** The figures that an item reads, whether or not they are known. */
export function figuresOf(rubric: Rubric, item: Item): readonly FigureSpec[] {
  return specsOf(item, rubric)
}

/** Figures that only records can give and that are not there yet. */
export function awaits(rubric: Rubric, rating: Rating, item: Item): boolean {
  const asked = new Set<string>(item.questions.map(question => question.name))
  const missing = (name: FigureName) => rating.figures[name] === undefined && !asked.has(name)
  return figuresOf(rubric, item).some(spec => missing(spec.name))
}
