import { percent } from '../shared/percent.ts'
import type { View } from '../shared/web/env.ts'
import { StackedTable } from '../shared/web/table.tsx'
import { Fillings, RatePlot } from './chart.tsx'
import { LevelsSection } from './levels-section.tsx'
import { CorrectionsSection } from './pages.corrections.tsx'
import { EndingNotes, Endings, PublishedThemes, PublishedTrend } from './pages.published-more.tsx'
import type { PublishedGroup } from './published.ts'
import type { Published } from './published-line.ts'
import type { PublishedRound } from './published-round.ts'
import { rateText, spanText, validText, verdictSentence } from './published-text.ts'
import { publishedWords } from './published-words.ts'
import { receiptWords } from './receipt-words.ts'
import type { Round } from './round.ts'
import { verdictClass, verdictWord } from './verdict-text.ts'
import { words } from './words.ts'

interface PublishedProps {
  readonly view: View
  readonly published: PublishedRound
}

/** The result of one of a round's endings, for everybody. */
export function PublishedPage({ view, published }: PublishedProps) {
  const { t } = view
  const { round, results, shown, excludedLater, endings } = published
  const { groups } = results
  const { minimum, smallCell, target } = round.standard
  const of = shown === endings.at(-1) ? '' : `?ending=${shown.ending}`
  return (
    <>
      <Fillings />
      <h1>
        {round.asker} · {t(round.form.title)}
      </h1>
      <p>
        {t(words.from, { opens: round.opens, closes: shown.on })} ·{' '}
        {t(round.basis === 'broad' ? words.broadLong : words.strictLong)} ·{' '}
        {t(publishedWords.targetIs, { target: percent(target) })} ·{' '}
        {t(publishedWords.publishedOn, { date: shown.published })}
      </p>
      <EndingNotes view={view} published={published} />
      <CorrectionsSection view={view} published={published} />
      <Headline view={view} published={published} />
      {results.levels && results.total.valid && (
        <LevelsSection view={view} round={round} levels={results.levels} valid={results.total.valid} />
      )}
      <PublishedThemes view={view} published={published} />
      {shown.excluded > 0 && (
        <p>
          {t(publishedWords.excludedPublic, { count: shown.excluded })}
          {results.rateWithAll &&
            t(publishedWords.rateWithAll, { rate: rateText(results.rateWithAll, t, target) })}
        </p>
      )}
      {excludedLater && <p>{t(publishedWords.excludedLater, { ...excludedLater })}</p>}
      <h2>
        {t(
          groups.some(({ subdistrict }) => subdistrict)
            ? publishedWords.bySubdistrict
            : publishedWords.byUnit,
        )}
      </h2>
      {groups.map(group => (
        <Group view={view} round={round} group={group} />
      ))}
      <PublishedTrend view={view} published={published} />
      <p>
        <small>{t(publishedWords.publishedHow, { minimum, smallCell })}</small>
      </p>
      <h2>{t(publishedWords.openData)}</h2>
      <p class="actions">
        <a class="button secondary" href={`/r/${round.id}/results.csv${of}`}>
          {t(publishedWords.openCsv)}
        </a>
        <a class="button secondary" href={`/r/${round.id}/themes.csv${of}`}>
          {t(publishedWords.openThemes)}
        </a>
        <a class="button secondary" href={`/r/${round.id}/trend.csv${of}`}>
          {t(publishedWords.openTrend)}
        </a>
        <a class="button secondary" href={`/r/${round.id}/results.json${of}`}>
          {t(publishedWords.openJson)}
        </a>
        <a class="button secondary" href={`/r/${round.id}/receipts${of}`}>
          {t(receiptWords.receipts)}
        </a>
      </p>
      <Endings view={view} published={published} />
    </>
  )
}

/** The figure of all units together, and what it rests on. */
function Headline({ view, published: { round, channels, onlineOnly, results } }: PublishedProps) {
  const { t } = view
  const { total, levels } = results
  const { standard } = round
  return (
    <section aria-label={t(publishedWords.rateOfAll)}>
      <h2>{t(publishedWords.rateOfAll)}</h2>
      {total.rate && <p class="figure">{rateText(total.rate, t, standard.target)}</p>}
      {total.stands && (
        <p>
          <small>{t(publishedWords.stands)}</small>
        </p>
      )}
      <RatePlot view={view} {...total} target={standard.target} isWide />
      <p>
        <strong>{verdictSentence(total, standard, t)}</strong>
      </p>
      <p>
        {t(publishedWords.restsOn, { valid: validText(total, standard, t) })}
        {levels?.dontKnow && t(publishedWords.besides, { count: levels.dontKnow })}
        {channels.length > 0 &&
          t(publishedWords.byChannel, {
            channels: channels
              .map(({ channel, share }) => t(words[channel]) + (share === null ? '' : ` ${percent(share)}`))
              .join(t(words.listSeparator)),
          })}
      </p>
      {levels?.otherRate && (
        <p>
          {t(round.basis === 'broad' ? publishedWords.strictRate : publishedWords.broadRate, {
            rate: rateText(levels.otherRate, t, standard.target),
          })}
          {levels.index !== null && t(publishedWords.indexIs, { index: levels.index.toFixed(1) })}
        </p>
      )}
      {onlineOnly && <p class="notice">{t(words.selfSelected)}</p>}
    </section>
  )
}

interface GroupProps {
  readonly view: View
  readonly round: Round
  readonly group: PublishedGroup
}

/** A subdistrict, unfolding to its units; or units that are in none. */
function Group({ view, round, group: { subdistrict, units } }: GroupProps) {
  if (!subdistrict) return <UnitTable view={view} round={round} units={units} />
  const { t } = view
  return (
    <details class="group">
      <summary>
        <strong>{subdistrict.name}</strong>{' '}
        <span>{subdistrict.rate && rateText(subdistrict.rate, t, round.standard.target)}</span>{' '}
        <VerdictBadge view={view} line={subdistrict} />
      </summary>
      <p>
        {t(publishedWords.restsOn, { valid: validText(subdistrict, round.standard, t) })}
        {subdistrict.interval &&
          t(publishedWords.intervalIs, {
            interval: spanText(
              subdistrict.interval.map(end => percent(end, round.standard.target)),
              t,
            ),
          })}
        {subdistrict.stands && <small>{t(publishedWords.stands)}</small>}
      </p>
      <RatePlot view={view} {...subdistrict} target={round.standard.target} isWide />
      <UnitTable view={view} round={round} units={units} />
    </details>
  )
}

interface UnitTableProps {
  readonly view: View
  readonly round: Round
  readonly units: readonly Published[]
}

function UnitTable({ view, round, units }: UnitTableProps) {
  const { t } = view
  return (
    <StackedTable headings={[t(words.unit), t(words.valid), t(words.rate), t(words.verdict)]}>
      {units.map(unit => (
        <tr>
          <th scope="row">
            <span>
              {unit.name}
              {unit.stands && <small>{t(publishedWords.stands)}</small>}
            </span>
          </th>
          <td data-label={t(words.valid)}>{validText(unit, round.standard, t)}</td>
          <td data-label={t(words.rate)}>
            {unit.rate ? rateText(unit.rate, t, round.standard.target) : t(words.noRate)}
          </td>
          <td data-label={t(words.verdict)}>
            <VerdictBadge view={view} line={unit} />
          </td>
        </tr>
      ))}
    </StackedTable>
  )
}

function VerdictBadge({ view: { t }, line: { verdict } }: { view: View; line: Published }) {
  if (verdict === null) return <span>{t(publishedWords.verdictWithheld)}</span>
  return <span class={verdictClass(verdict)}>{t(verdictWord(verdict))}</span>
}
