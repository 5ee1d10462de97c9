import type { View } from '../shared/web/env.ts'
import type { Fairness, Leniency } from './fairness.ts'
import { fairnessWords } from './fairness-words.ts'
import { intervalWords, signed } from './say-differences.ts'
import type { Mean } from './statistics.ts'
import { words } from './words.ts'

interface Props {
  readonly view: View
  readonly subdistricts: Fairness['subdistricts']
  readonly nameOf: (subdistrict: string) => string
}

/** How lenient each subdistrict's acceptance was, against the district's check. */
export function Subdistricts({ view: { t }, subdistricts, nameOf }: Props) {
  const reach = Math.max(
    5,
    ...subdistricts.flatMap(({ leniency }) =>
      (leniency.interval ?? []).map(bound => Math.min(20, Math.abs(bound))),
    ),
  )
  const heads = [
    words.subdistrict,
    fairnessWords.selfMinusAccepted,
    fairnessWords.leniency,
    fairnessWords.interval95,
    fairnessWords.verdictWord,
  ]
  return (
    <table class="stack">
      <thead>
        <tr>
          {heads.map((head, at) => (
            <th scope="col" class={at > 0 && at < 3 ? 'num' : undefined}>
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {subdistricts.map(({ subdistrict, corrected, leniency, verdict }) => (
          <tr>
            <th scope="row">{nameOf(subdistrict)}</th>
            <td class="num" data-label={t(fairnessWords.selfMinusAccepted)}>
              {signed(corrected.mean)} ({corrected.n})
            </td>
            <td class="num" data-label={t(fairnessWords.leniency)}>
              {signed(leniency.mean)} ({leniency.n})
            </td>
            <td data-label={t(fairnessWords.interval95)}>
              <div>
                <IntervalBar mean={leniency} reach={reach} />
                <small>
                  {leniency.interval ? t(fairnessWords.intervalOf, intervalWords(leniency.interval)) : '–'}
                </small>
              </div>
            </td>
            <td data-label={t(fairnessWords.verdictWord)}>
              <span class={verdictLook[verdict]}>{t(fairnessWords[verdict])}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The interval around nought, drawn for the eye; the numbers stand beside it. */
function IntervalBar({ mean, reach }: { mean: Mean; reach: number }) {
  if (!mean.interval || mean.mean === null) return null
  const at = (value: number) =>
    Math.round((50 + (Math.max(-reach, Math.min(reach, value)) / reach) * 48) * 10) / 10
  const [low, high] = [at(mean.interval[0]), at(mean.interval[1])]
  return (
    <svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="5" width="100" height="2" class="track" />
      <rect x="49.7" y="0" width="0.6" height="12" class="mark" />
      <rect x={low} y="4" width={Math.max(0.5, high - low)} height="4" class="fill" />
    </svg>
  )
}

const verdictLook: Readonly<Record<Leniency, string>> = {
  lenient: 'badge warn',
  strict: 'badge warn',
  undecided: 'badge muted',
  tooFew: 'badge muted',
}
