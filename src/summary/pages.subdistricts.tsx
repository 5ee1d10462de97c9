import { percent } from '../shared/percent.ts'
import type { View } from '../shared/web/env.ts'
import { num, StackedTable } from '../shared/web/table.tsx'
import { keyText } from './figures-text.ts'
import type { SubdistrictRow } from './roll-up.ts'
import type { Target } from './target.ts'
import { words } from './words.ts'

/** The targets of every subdistrict, in the order of their rank. */
export function Subdistricts({ view: { t }, rows }: { view: View; rows: readonly SubdistrictRow[] }) {
  const targets = rows[0]?.targets.map(({ key }) => num(t(keyText(key)))) ?? []
  return (
    <>
      <h2>{t(words.bySubdistrict)}</h2>
      <StackedTable
        headings={[t(words.subdistrict), num(t(words.communities)), ...targets, num(t(words.rank))]}
      >
        {rows.map(row => (
          <tr>
            <th scope="row">{row.name}</th>
            <td class="num" data-label={t(words.communities)}>
              {row.communities}
            </td>
            {row.targets.map(target => (
              <td class="num" data-label={t(keyText(target.key))}>
                <Reached target={target} />
              </td>
            ))}
            <td class="num" data-label={t(words.rank)}>
              {row.rank}
            </td>
          </tr>
        ))}
      </StackedTable>
    </>
  )
}

function Reached({ target }: { target: Target }) {
  const counted = target.base === 0 ? '' : ` (${target.count}/${target.base})`
  return (
    <span>
      {target.base === 0 ? '–' : percent(target.value, target.target)}
      <small>{counted}</small>
    </span>
  )
}
