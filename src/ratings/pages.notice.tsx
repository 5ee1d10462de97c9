import { punctuation } from '../shared/punctuation.ts'
import type { View } from '../shared/web/env.ts'
import { StackedTable } from '../shared/web/table.tsx'
import type { Cycle } from './cycle.ts'
import { gradeName } from './grades.ts'
import { namedOf, onNotice } from './notice.ts'
import { noticeWords } from './notice-words.ts'
import { objectToOf } from './object-to.ts'
import { objectionsOf } from './objections.ts'
import { Contact } from './pages.object-to.tsx'
import { noticePath } from './paths.ts'
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
export function NoticePage({ view, cycle, ratings, subdistrictName }: Props) {
  const { t } = view
  const running = onNotice(ratings)
  const named = namedOf(ratings)
  const objections = objectionsOf(ratings)
  const contact = objectToOf(cycle)
  return (
    <>
      <h1>{t(words.noticeTitle, { year: cycle.year })}</h1>
      {running.length === 0 && named.length === 0 && <p class="empty">{t(words.noticeNone)}</p>}
      {running.length > 0 && <p>{t(contact ? noticeWords.hint : words.noticeHint)}</p>}
      {running.length > 0 && contact && <Contact view={view} contact={contact} />}
      {objections.raised > 0 && <p>{t(words.noticeObjections, { ...objections })}</p>}
      {running.length > 0 && (
        <StackedTable
          headings={[words.community, words.subdistrict, words.proposedGrade, words.noticePeriod].map(word =>
            t(word),
          )}
        >
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
        </StackedTable>
      )}
      {named.length > 0 && (
        <>
          <h2>{t(words.namedTitle)}</h2>
          <StackedTable
            headings={[words.community, words.subdistrict, words.grade, words.certificateNumber].map(word =>
              t(word),
            )}
          >
            {named.map(rating => (
              <tr>
                <th scope="row">{rating.name}</th>
                <td data-label={t(words.subdistrict)}>{subdistrictName(rating.subdistrict)}</td>
                <td data-label={t(words.grade)}>{t(gradeName(rating.grade ?? 'notQualified'))}</td>
                <td data-label={t(words.certificateNumber)}>{rating.certificate?.number ?? '–'}</td>
              </tr>
            ))}
          </StackedTable>
        </>
      )}
      {cycle.draws.length > 0 && <Draws {...{ view, cycle, ratings }} />}
      <p class="actions">
        {running.length > 0 && <a href={`${noticePath(cycle)}/print`}>{t(noticeWords.print)}</a>}
        <a href={`${noticePath(cycle)}/list.xlsx`}>{t(noticeWords.download)} XLSX</a>
        <a href={`${noticePath(cycle)}/list.csv`}>{t(noticeWords.download)} CSV</a>
      </p>
    </>
  )
}

/** The spot checks with their seeds, so that anybody can draw them again. */
function Draws({ view: { t }, cycle, ratings }: Pick<Props, 'view' | 'cycle' | 'ratings'>) {
  const names = new Map(ratings.map(({ community, name }) => [community, name]))
  return (
    <details>
      <summary>{t(noticeWords.draws)}</summary>
      <p>{t(noticeWords.drawsHow)}</p>
      <ul>
        {cycle.draws.map(({ seed, from, drawn }) => (
          <li>
            {t(noticeWords.drawLine, { seed, from: from.length, drawn: drawn.length })}
            {drawn.map(code => names.get(code) ?? code).join(t(punctuation.list))}
          </li>
        ))}
      </ul>
      <p>
        <a href={`${noticePath(cycle)}/draws.json`}>{t(noticeWords.drawsFile)}</a>
      </p>
    </details>
  )
}
