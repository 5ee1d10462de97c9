import type { View } from '../shared/web/env.ts'
import { StackedTable } from '../shared/web/table.tsx'
import type { Say } from '../shared/words.ts'
import { correctionWords } from './correction-words.ts'
import type { Correction } from './corrections.ts'
import type { Published } from './published-line.ts'
import type { PublishedRound } from './published-round.ts'
import { rateText, validText } from './published-text.ts'
import { publishedWords } from './published-words.ts'
import { reopeningReason } from './round.ts'
import type { Standard } from './standard.ts'
import { verdictWord } from './verdict-text.ts'
import { words } from './words.ts'

interface CorrectionsProps {
  readonly view: View
  readonly published: PublishedRound
}

/** That a result was published again, why, and what it says otherwise than before. */
export function CorrectionsSection({ view: { t }, published }: CorrectionsProps) {
  const { round, shown, corrected } = published
  if (!corrected) return null
  const { standard } = round
  const { total, lines } = corrected.what
  const before = corrected.before.published
  return (
    <section>
      <h2>{t(correctionWords.title)}</h2>
      <p>
        {t(correctionWords.why, {
          before,
          now: shown.published,
          reason: reopeningReason(round, shown.ending) ?? '–',
        })}
      </p>
      <p>{total ? totalText(total, standard, t) : t(correctionWords.same)}</p>
      {lines.length > 0 && (
        <details>
          <summary>{t(correctionWords.lines, { count: lines.length })}</summary>
          <StackedTable
            headings={[t(words.unit), t(correctionWords.publishedBefore, { before }), t(correctionWords.now)]}
          >
            {lines.map(line => (
              <tr>
                <th scope="row">{line.now.name}</th>
                <td data-label={t(correctionWords.publishedBefore, { before })}>
                  {figureText(line.before, standard, t)}
                </td>
                <td data-label={t(correctionWords.now)}>{figureText(line.now, standard, t)}</td>
              </tr>
            ))}
          </StackedTable>
        </details>
      )}
    </section>
  )
}

/** The figures of all units together: those that are told otherwise. */
function totalText({ before, now }: Correction, standard: Standard, t: Say): string {
  const told = [
    [correctionWords.rate, (of: Published) => rateOf(of, standard, t)],
    [correctionWords.valid, (of: Published) => validText(of, standard, t)],
    [correctionWords.verdict, (of: Published) => verdictText(of, t)],
  ] as const
  return told
    .filter(([, text]) => text(before) !== text(now))
    .map(([sentence, text]) => t(sentence, { old: text(before), new: text(now) }))
    .join('')
}

function figureText(line: Published, standard: Standard, t: Say): string {
  if (!line.valid) return t(correctionWords.tooFew, { minimum: standard.minimum })
  return t(correctionWords.figure, {
    rate: rateOf(line, standard, t),
    valid: validText(line, standard, t),
    verdict: verdictText(line, t),
  })
}

function rateOf({ rate }: Published, standard: Standard, t: Say): string {
  return rate ? rateText(rate, t, standard.target) : t(correctionWords.noRate)
}

function verdictText({ verdict }: Published, t: Say): string {
  return t(verdict === null ? publishedWords.verdictWithheld : verdictWord(verdict))
}
