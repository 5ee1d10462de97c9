import type { View } from '../shared/web/env.ts'
import type { FigureName } from './figures.ts'
import type { Earlier } from './prefill.ts'
import type { Rating } from './rating.ts'
import type { Item, Rubric } from './rubric.ts'
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
export function RecordedFigures({ view: { t }, rubric, rating, item }: Props) {
  const specs = figuresOf(rubric, item)
  if (specs.length === 0) return null
  return (
    <>
      {specs.map(spec => {
        const figure = rating.figures[spec.name]
        if (!figure) return null
        const source = t(words.asOf, { source: sourceName(spec.source), date: figure.asOf })
        return (
          <div>
            {t(spec.title)} <strong>{saidFigure(rubric, spec, figure, t)}</strong>{' '}
            <small>{figure.link ? <a href={figure.link}>{source}</a> : source}</small>
          </div>
        )
      })}
    </>
  )
}

/** The present state of an item: what was reported, in the words of the questions, and what is on record. */
export function PresentState(props: Props & { readonly earlier?: Earlier | undefined }) {
  const { view, rating, item, earlier } = props
  return (
    <>
      {askedOf(item, rating).map(question => (
        <div>
          <span class="muted">{view.t(question.title)}</span>{' '}
          {saidAnswer(question, rating.values[question.name], view.t)}
          {earlier && sameAs(earlier.values[question.name], rating.values[question.name]) && (
            <>
              {' '}
              <small>{view.t(words.sameAsEarlier, { year: earlier.cycle })}</small>
            </>
          )}
        </div>
      ))}
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

/** The figures that an item reads, whether or not they are known. */
export function figuresOf(rubric: Rubric, item: Item) {
  const names = new Set<string>([...item.names, ...item.questions.map(question => question.name)])
  return rubric.figures.filter(spec => names.has(spec.name))
}

/** Figures that only records can give and that are not there yet. */
export function awaits(rubric: Rubric, rating: Rating, item: Item): boolean {
  const asked = new Set<string>(item.questions.map(question => question.name))
  const missing = (name: FigureName) => rating.figures[name] === undefined && !asked.has(name)
  return figuresOf(rubric, item).some(spec => missing(spec.name))
}
