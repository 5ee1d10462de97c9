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
  (subdistricts: readonly Unit[], { t }: View, cycle: string, subdistrict?: string, state?: string) => (
    <form method="get" action={`/ratings/${cycle}`} class="actions">
      <select name="subdistrict" aria-label={t(words.subdistrict)}>
        <option value="">
          {t(words.subdistrict)}
          {t(punctuation.colon)}
          {t(words.all)}
        </option>
        {subdistricts.map(unit => (
          <option value={unit.id} selected={subdistrict === unit.id}>
            {unit.name}
          </option>
        ))}
      </select>
      <select name="state" aria-label={t(words.state)}>
        <option value="">
          {t(words.state)}
          {t(punctuation.colon)}
          {t(words.all)}
        </option>
        {states.map(each => (
          <option value={each} selected={state === each}>
            {t(stateName(each))}
          </option>
        ))}
      </select>
      <button type="submit" class="secondary">
        {t(words.filter)}
      </button>
    </form>
  ),
  30,
)

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
