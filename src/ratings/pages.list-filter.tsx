import { punctuation } from '../shared/punctuation.ts'
import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import type { Unit } from '../units/unit.ts'
import { stateName, states } from './steps.ts'
import { words } from './words.ts'

export interface ListFilter {
  readonly subdistrict?: string | undefined
  readonly state?: string | undefined
  readonly page: number
}

/** Narrows the list to a subdistrict and a state. */
export const filterForm = drawOnce(
  (subdistricts: readonly Unit[], view: View, cycle: string, subdistrict?: string, state?: string) => (
    <form method="get" action={`/ratings/${cycle}`} class="actions">
      <Choice
        view={view}
        name="subdistrict"
        label={view.t(words.subdistrict)}
        options={subdistricts.map(({ id, name }) => [id, name])}
        chosen={subdistrict}
      />
      <Choice
        view={view}
        name="state"
        label={view.t(words.state)}
        options={states.map(each => [each, view.t(stateName(each))])}
        chosen={state}
      />
      <button type="submit" class="secondary">
        {view.t(words.filter)}
      </button>
    </form>
  ),
  30,
)

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly chosen: string | undefined
  readonly view: View
}

/** One of several, or all. */
function Choice({ name, label, options, chosen, view: { t } }: ChoiceProps) {
  return (
    <select name={name} aria-label={label}>
      <option value="">
        {label}
        {t(punctuation.colon)}
        {t(words.all)}
      </option>
      {options.map(([value, text]) => (
        <option value={value} selected={chosen === value}>
          {text}
        </option>
      ))}
    </select>
  )
}

/** From page to page of a long list, as it is narrowed. */
export function Pager({
  view: { t },
  page,
  pages,
  filter,
}: {
  view: View
  page: number
  pages: number
  filter: ListFilter
}) {
  const to = (n: number) =>
    `?${new URLSearchParams({ subdistrict: filter.subdistrict ?? '', state: filter.state ?? '', page: String(n) })}`
  return (
    <p class="actions">
      {page > 1 && <a href={to(page - 1)}>{t(words.previous)}</a>}
      <span>{t(words.pageOf, { page, pages })}</span>
      {page < pages && <a href={to(page + 1)}>{t(words.following)}</a>}
    </p>
  )
}
