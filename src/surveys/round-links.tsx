import type { View } from '../shared/web/env.ts'
import type { Results } from './figures.ts'
import { isFolded } from './figures-table.tsx'
import type { Round } from './round.ts'
import { words } from './words.ts'

interface LinksProps {
  readonly view: View
  readonly round: Round
  readonly results: Results
  readonly publicUrl: string
}

/** Where residents of each unit answer: links, posters and paper forms. */
export function RoundLinks({ view: { t }, round, results, publicUrl }: LinksProps) {
  const units = results.units.map(({ unit }) => unit)
  const listed = isFolded(results) ? units.filter(({ subdistrict }) => subdistrict === null) : units
  const subdistricts = new Map(
    units.flatMap(({ subdistrict }) => (subdistrict ? [[subdistrict.code, subdistrict.name]] : [])),
  )
  return (
    <>
      <p class="actions">
        <a class="button secondary" href={`/surveys/${round.id}/posters`}>
          {t(words.posters)}
        </a>
      </p>
      {subdistricts.size > 1 && (
        <ul>
          {[...subdistricts].map(([code, name]) => (
            <li>
              <a href={`/surveys/${round.id}/posters?of=${code}`}>
                {t(words.postersOf, { name: name ?? '' })}
              </a>
            </li>
          ))}
        </ul>
      )}
      {listed.length < units.length && <p>{t(words.linksBySubdistrict)}</p>}
      <details open={listed.length <= 12}>
        <summary>{t(words.unitCount, { count: listed.length })}</summary>
        <ul>
          {listed.map(unit => (
            <li>
              {unit.name} <a href={`/s/${unit.link}`}>{`${publicUrl}/s/${unit.link}`}</a>{' '}
              <a href={`/surveys/${round.id}/posters?of=${unit.code}`}>{t(words.poster)}</a>{' '}
              <a href={`/surveys/${round.id}/paper?of=${unit.code}`}>{t(words.paperForm)}</a>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
