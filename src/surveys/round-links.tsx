import { drawOnce } from '../shared/web/drawn.ts'
import type { View } from '../shared/web/env.ts'
import type { Round, RoundUnit } from './round.ts'
import { words } from './words.ts'

/** So many units are listed without being asked. */
const mostOpen = 12

/**
 * Where residents of each unit answer: links, posters and paper forms; `isFolded`: without the units of subdistricts, which
 * stand on the pages of these.
 */
export const roundLinks = drawOnce(
  (units: readonly RoundUnit[], view: View, round: Round, publicUrl: string, isFolded: boolean) => {
    const { t } = view
    const listed = isFolded ? units.filter(({ subdistrict }) => subdistrict === null) : units
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
        {isFolded && <p>{t(words.linksBySubdistrict)}</p>}
        {listed.length > 0 && (
          <details open={listed.length <= mostOpen}>
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
        )}
      </>
    )
  },
)
