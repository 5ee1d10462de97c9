import type { View } from '../shared/web/env.ts'
import type { Cycle } from './cycle.ts'
import { gradeName } from './grades.ts'
import { objectionsOf } from './objections.ts'
import type { Rating } from './rating.ts'
import { words } from './words.ts'

interface Props {
  readonly view: View
  readonly cycle: Cycle
  /** Every rating of the cycle. */
  readonly ratings: readonly Rating[]
  readonly subdistrictName: (code: string) => string
}

/** For everyone: what is about to be named 合格 or 一流, until when one may object, and what was named. */
export function NoticePage({ view: { t }, cycle, ratings, subdistrictName }: Props) {
  const running = ratings.filter(
    ({ state, result }) => state === 'publicNotice' && result.projected !== 'notQualified',
  )
  const named = ratings.filter(rating => rating.grade !== null && rating.grade !== 'notQualified')
  const objections = objectionsOf(ratings)
  return (
    <>
      <h1>{t(words.noticeTitle, { year: cycle.year })}</h1>
      {running.length === 0 && named.length === 0 && <p class="empty">{t(words.noticeNone)}</p>}
      {running.length > 0 && <p>{t(words.noticeHint)}</p>}
      {objections.raised > 0 && <p>{t(words.noticeObjections, { ...objections })}</p>}
      {running.length > 0 && (
        <table class="stack">
          <thead>
            <tr>
              {[words.community, words.subdistrict, words.proposedGrade, words.noticePeriod].map(word => (
                <th scope="col">{t(word)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {running.map(rating => (
              <tr>
                <th scope="row">{rating.name}</th>
                <td data-label={t(words.subdistrict)}>{subdistrictName(rating.subdistrict)}</td>
                <td data-label={t(words.proposedGrade)}>
                  {t(gradeName(rating.result.projected ?? 'notQualified'))}
                </td>
                <td data-label={t(words.noticePeriod)}>
                  {rating.notice?.from} – {rating.notice?.until}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {named.length > 0 && (
        <>
          <h2>{t(words.namedTitle)}</h2>
          <table class="stack">
            <thead>
              <tr>
                {[words.community, words.subdistrict, words.grade, words.certificateNumber].map(word => (
                  <th scope="col">{t(word)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {named.map(rating => (
                <tr>
                  <th scope="row">{rating.name}</th>
                  <td data-label={t(words.subdistrict)}>{subdistrictName(rating.subdistrict)}</td>
                  <td data-label={t(words.grade)}>{t(gradeName(rating.grade ?? 'notQualified'))}</td>
                  <td data-label={t(words.certificateNumber)}>{rating.certificate?.number ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}
