import { percent } from '../shared/percent.ts'
import type { View } from '../shared/web/env.ts'
import { Fillings, RatePlot } from './chart.tsx'
import { LevelsSection } from './levels-section.tsx'
import type { Publication } from './publication.ts'
import type { PublishedGroup } from './published.ts'
import type { Published } from './published-line.ts'
import { rateText, spanText, validText, verdictSentence } from './published-text.ts'
import { lastDayOf, type Round } from './round.ts'
import { verdictClass, verdictWord } from './verdict-text.ts'
import { words } from './words.ts'

interface PublishedProps {
  readonly view: View
  readonly round: Round
  readonly publication: Publication
}

/** The result of a closed round, for everybody. */
export function PublishedPage({ view, round, publication }: PublishedProps) {
  const { t } = view
  const { results, excluded } = publication
  const { groups } = results
  const { minimum, smallCell, target } = round.standard
  return (
    <>
      <Fillings />
      <h1>
        {round.asker} · {t(round.form.title)}
      </h1>
      <p>
        {t(words.from, { opens: round.opens, closes: lastDayOf(round) })} ·{' '}
        {t(round.basis === 'broad' ? words.broadLong : words.strictLong)} ·{' '}
        {t(words.targetIs, { target: percent(target) })}
      </p>
      <Headline view={view} round={round} publication={publication} />
      {results.levels && <LevelsSection view={view} round={round} levels={results.levels} />}
      {excluded > 0 && (
        <p>
          {t(words.excludedPublic, { count: excluded })}
          {results.rateWithAll && t(words.rateWithAll, { rate: rateText(results.rateWithAll, t, target) })}
        </p>
      )}
      <h2>{t(groups.some(({ subdistrict }) => subdistrict) ? words.bySubdistrict : words.byUnit)}</h2>
      {groups.map(group => (
        <Group view={view} round={round} group={group} />
      ))}
      <p>
        <small>{t(words.publishedHow, { minimum, smallCell })}</small>
      </p>
      <h2>{t(words.openData)}</h2>
      <p class="actions">
        <a class="button secondary" href={`/r/${round.id}/results.csv`}>
          {t(words.openCsv)}
        </a>
        <a class="button secondary" href={`/r/${round.id}/results.json`}>
          {t(words.openJson)}
        </a>
        <a class="button secondary" href={`/r/${round.id}/receipts`}>
          {t(words.receipts)}
        </a>
      </p>
    </>
  )
}

/** The figure of all units together, and what it rests on. */
function Headline({ view, round, publication }: PublishedProps) {
  const { t } = view
  const { channels, onlineOnly, results } = publication
  const { total, levels } = results
  const { standard } = round
  return (
    <section aria-label={t(words.rateOfAll)}>
      <h2>{t(words.rateOfAll)}</h2>
      {total.rate && <p class="figure">{rateText(total.rate, t, standard.target)}</p>}
      <RatePlot view={view} {...total} target={standard.target} isWide />
      <p>
        <strong>{verdictSentence(total, standard, t)}</strong>
      </p>
      <p>
        {t(words.restsOn, { valid: validText(total, standard, t) })}
        {levels?.dontKnow && t(words.besides, { count: levels.dontKnow })}
        {channels.length > 0 &&
          t(words.byChannel, {
            channels: channels
              .map(({ channel, share }) => t(words[channel]) + (share === null ? '' : ` ${percent(share)}`))
              .join(t(words.listSeparator)),
          })}
      </p>
      {levels?.otherRate && (
        <p>
          {t(round.basis === 'broad' ? words.strictRate : words.broadRate, {
            rate: rateText(levels.otherRate, t, standard.target),
          })}
          {levels.index !== null && t(words.indexIs, { index: levels.index.toFixed(1) })}
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
        {t(words.restsOn, { valid: validText(subdistrict, round.standard, t) })}
        {subdistrict.interval &&
          t(words.intervalIs, {
            interval: spanText(
              subdistrict.interval.map(end => percent(end, round.standard.target)),
              t,
            ),
          })}
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
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{t(words.unit)}</th>
          <th scope="col">{t(words.valid)}</th>
          <th scope="col">{t(words.rate)}</th>
          <th scope="col">{t(words.verdict)}</th>
        </tr>
      </thead>
      <tbody>
        {units.map(unit => (
          <tr>
            <th scope="row">{unit.name}</th>
            <td data-label={t(words.valid)}>{validText(unit, round.standard, t)}</td>
            <td data-label={t(words.rate)}>
              {unit.rate ? rateText(unit.rate, t, round.standard.target) : t(words.noRate)}
            </td>
            <td data-label={t(words.verdict)}>
              <VerdictBadge view={view} line={unit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function VerdictBadge({ view: { t }, line: { verdict } }: { view: View; line: Published }) {
  if (verdict === null) return <span>{t(words.verdictWithheld)}</span>
  return <span class={verdictClass(verdict)}>{t(verdictWord(verdict))}</span>
}
