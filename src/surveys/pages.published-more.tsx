import { percent } from '../shared/percent.ts'
import { punctuation } from '../shared/punctuation.ts'
import type { View } from '../shared/web/env.ts'
import { StackedTable } from '../shared/web/table.tsx'
import { RatePlot } from './chart.tsx'
import type { PublishedRound } from './published-round.ts'
import { rateText, validText } from './published-text.ts'
import { publishedWords } from './published-words.ts'
import { lastDayOf, type Round, reopeningReason } from './round.ts'
import { verdictClass, verdictWord } from './verdict-text.ts'
import { words } from './words.ts'

interface PublishedProps {
  readonly view: View
  readonly published: PublishedRound
}

/** That the round is open again, that another ending has newer figures, or that the last one changed none. */
export function EndingNotes({ view: { t }, published: { round, shown, endings, isClosed } }: PublishedProps) {
  const last = endings.at(-1)
  const { minimum } = round.standard
  return (
    <>
      {shown !== last && (
        <p class="notice">
          {t(publishedWords.olderEnding, { ending: shown.ending })}
          {t(punctuation.gap)}
          <a href={`/r/${round.id}`}>{t(publishedWords.newestEnding)}</a>
        </p>
      )}
      {shown === last && !isClosed && <p class="notice">{t(publishedWords.openAgain)}</p>}
      {shown.ending > 1 && (
        <p class="notice">
          {t(shown.told ? publishedWords.reopenedHow : publishedWords.reopenedFew, { minimum })}
        </p>
      )}
    </>
  )
}

/** The other questions over all units: how many answered, and the rate on its interval. */
export function PublishedThemes({ view, published: { round, results } }: PublishedProps) {
  const { t } = view
  const { target } = round.standard
  if (results.themes.length === 0) return null
  return (
    <>
      <h2>{t(words.themes)}</h2>
      <StackedTable headings={[t(words.theme), t(words.valid), t(words.rate), t(publishedWords.interval95)]}>
        {results.themes.map(theme => (
          <tr>
            <th scope="row">
              <span>
                {t(theme.title)}
                {theme.stands && <small>{t(publishedWords.stands)}</small>}
              </span>
            </th>
            <td data-label={t(words.valid)}>{validText(theme, round.standard, t)}</td>
            <td data-label={t(words.rate)}>
              {theme.rate ? rateText(theme.rate, t, target) : t(publishedWords.themeWithheld)}
            </td>
            <td class="chart" data-label={t(publishedWords.interval95)}>
              {theme.interval ? (
                <span>
                  <small>{theme.interval.map(end => percent(end, target)).join('–')}</small>{' '}
                  <RatePlot view={view} {...theme} target={target} />
                </span>
              ) : (
                t(words.noRate)
              )}
            </td>
          </tr>
        ))}
      </StackedTable>
    </>
  )
}

/** What the rounds of the same form published, the oldest first. */
export function PublishedTrend({ view, published: { round, trend } }: PublishedProps) {
  const { t } = view
  if (trend.length < 2) return null
  return (
    <>
      <h2>{t(publishedWords.publicTrend)}</h2>
      <StackedTable
        headings={[
          t(words.round),
          t(words.units),
          t(words.valid),
          t(words.rate),
          t(publishedWords.interval95),
          t(words.verdict),
        ]}
      >
        {trend.map(({ round: other, isAlike, total }) => (
          <tr>
            <th scope="row">
              <RoundName view={view} round={other} isThis={other.id === round.id} />
            </th>
            <td data-label={t(words.units)}>
              <span>
                {t(words.unitCount, { count: other.units.length })}
                {!isAlike && <small>{t(publishedWords.otherUnits)}</small>}
              </span>
            </td>
            <td data-label={t(words.valid)}>{validText(total, other.standard, t)}</td>
            <td data-label={t(words.rate)}>
              {total.rate ? rateText(total.rate, t, other.standard.target) : t(words.noRate)}
            </td>
            <td class="chart" data-label={t(publishedWords.interval95)}>
              {total.interval ? (
                <RatePlot view={view} {...total} target={other.standard.target} />
              ) : (
                t(words.noRate)
              )}
            </td>
            <td data-label={t(words.verdict)}>
              {total.verdict ? (
                <span class={verdictClass(total.verdict)}>{t(verdictWord(total.verdict))}</span>
              ) : (
                t(publishedWords.verdictWithheld)
              )}
            </td>
          </tr>
        ))}
      </StackedTable>
      <p>
        <small>{t(publishedWords.publicTrendHow)}</small>
      </p>
    </>
  )
}

function RoundName({ view: { t }, round, isThis }: { view: View; round: Round; isThis: boolean }) {
  const name = t(words.from, { opens: round.opens, closes: lastDayOf(round) })
  return isThis ? <strong>{name}</strong> : <a href={`/r/${round.id}`}>{name}</a>
}

/** Every publication of a round that ended more than once, and why it was opened again. */
export function Endings({ view: { t }, published: { round, shown, endings } }: PublishedProps) {
  if (endings.length < 2) return null
  return (
    <>
      <h2>{t(publishedWords.endings)}</h2>
      <ol class="plain">
        {endings.map(one => {
          const told = t(publishedWords.endingLine, {
            ...{ ending: one.ending, closes: one.on, date: one.published, count: one.size },
          })
          const reason = reopeningReason(round, one.ending)
          return (
            <li>
              {one === shown ? (
                <strong>{told}</strong>
              ) : (
                <a href={`/r/${round.id}?ending=${one.ending}`}>{told}</a>
              )}
              {reason && <small>{t(publishedWords.endingReason, { reason })}</small>}
            </li>
          )
        })}
      </ol>
    </>
  )
}
