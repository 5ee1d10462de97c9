import { percent } from '../shared/percent.ts'
import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import { num, StackedTable } from '../shared/web/table.tsx'
import { keyText } from './figures-text.ts'
import type { SubdistrictRow } from './summary.ts'
import type { Target } from './target.ts'
import { words } from './words.ts'

/** The targets of every subdistrict, in the order of their rank; of several, each leads to a summary of its own. */
export const subdistrictTable = drawOnce((rows: readonly SubdistrictRow[], { t }: View) => {
  const targets = rows[0]?.targets.map(({ key }) => num(t(keyText(key)))) ?? []
  return (
    <>
      <h2>{t(words.bySubdistrict)}</h2>
      <StackedTable
        headings={[t(words.subdistrict), num(t(words.communities)), ...targets, num(t(words.rank))]}
      >
        {rows.map(row => (
          <tr>
            <th scope="row">
              {rows.length > 1 ? <a href={`/summary?of=${row.code}`}>{row.name}</a> : row.name}
            </th>
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
})

function Reached({ target }: { target: Target }) {
  const counted = target.base === 0 ? '' : ` (${target.count}/${target.base})`
  return (
    <span>
      {target.base === 0 ? '–' : percent(target.value, target.target)}
      <small>{counted}</small>
    </span>
  )
}
