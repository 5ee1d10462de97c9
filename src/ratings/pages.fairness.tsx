import type { View } from '../shared/web/env.ts'
import type { Cycle } from './cycle.ts'
import type { Fairness } from './fairness.ts'
import { fairnessWords } from './fairness-words.ts'
import { Subdistricts } from './pages.leniency.tsx'
import { intervalWords, signed } from './say-differences.ts'
import type { Mean } from './statistics.ts'
import { words } from './words.ts'

interface Props {
  readonly view: View
  readonly cycle: Cycle
  readonly fairness: Fairness
  readonly nameOf: (subdistrict: string) => string
}

/** How fair the cycle is: every picture is followed by a table that says the same. */
export function FairnessPage(props: Props) {
  const { view, cycle, fairness } = props
  const { t } = view
  const { selfAgainstAcceptance: self, acceptanceAgainstCheck: check } = fairness
  return (
    <>
      <p>
        <a href={`/ratings/${cycle.id}`}>{t(words.backToCycle)}</a>
      </p>
      <h1>{t(fairnessWords.fairnessTitle, { year: cycle.year })}</h1>
      <p>{t(fairnessWords.fairnessHint)}</p>
      {self.n === 0 ? (
        <p class="empty">{t(fairnessWords.fairnessNone)}</p>
      ) : (
        <>
          <div class="cards">
            <MeanCard view={view} title={t(fairnessWords.selfAgainstAcceptance)} mean={self} />
            <MeanCard view={view} title={t(fairnessWords.acceptanceAgainstCheck)} mean={check} />
          </div>
          <h2>{t(fairnessWords.selfAgainstAcceptance)}</h2>
          <Scatter {...props} />
          <Bands {...props} />
          <h2>{t(fairnessWords.leniencyTitle)}</h2>
          <Subdistricts view={view} subdistricts={fairness.subdistricts} nameOf={props.nameOf} />
          <h2>{t(fairnessWords.discriminationTitle)}</h2>
          <p>
            <small>{t(fairnessWords.discriminationHint)}</small>
          </p>
          <Items {...props} />
        </>
      )}
    </>
  )
}

function MeanCard({ view: { t }, title, mean }: { view: View; title: string; mean: Mean }) {
  return (
    <article>
      <div class="muted">{title}</div>
      <div class="figure">{signed(mean.mean)}</div>
      <small>
        {t(fairnessWords.pairs, { n: mean.n })}{' '}
        {mean.interval && t(fairnessWords.intervalOf, intervalWords(mean.interval))}
      </small>
    </article>
  )
}

const size = 320

/** Acceptance against self-score; on the line both are the same. The larger a dot, the more associations stand there. */
function Scatter({ view: { t }, fairness: { points, selfAgainstAcceptance } }: Props) {
  const lowest = Math.min(...points.flatMap(({ self, accepted }) => [self, accepted]), 90)
  const least = Math.max(0, Math.floor(lowest / 10) * 10)
  const at = (value: number) => Math.round((30 + ((value - least) / (100 - least)) * (size - 40)) * 10) / 10
  const ticks = [least, (least + 100) / 2, 100]
  return (
    <svg
      class="plot"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={t(fairnessWords.scatterLabel, { n: selfAgainstAcceptance.n })}
    >
      <line x1={at(least)} y1={size - at(least)} x2={at(100)} y2={size - at(100)} class="track" />
      {ticks.map(tick => (
        <>
          <text x={at(tick)} y={size - 8} text-anchor="middle">
            {tick}
          </text>
          <text x={24} y={size - at(tick) + 4} text-anchor="end">
            {tick}
          </text>
        </>
      ))}
      <text x={size - 10} y={size - 24} text-anchor="end">
        {t(words.selfScore)}
      </text>
      <text x={30} y={14}>
        {t(words.subdistrictScore)}
      </text>
      {points.map(({ self, accepted, count }) => (
        <circle cx={at(self)} cy={size - at(accepted)} r={Math.min(9, 2 + Math.sqrt(count))} class="dot" />
      ))}
    </svg>
  )
}

/** The picture in numbers: by how much the acceptance was below the self-score. */
function Bands({ view: { t }, fairness: { points } }: Props) {
  const bands = [
    { title: t(fairnessWords.bandAbove), holds: (d: number) => d < 0 },
    { title: t(fairnessWords.bandSame), holds: (d: number) => d === 0 },
    { title: t(fairnessWords.bandBelow, { from: 1, to: 5 }), holds: (d: number) => d > 0 && d <= 5 },
    { title: t(fairnessWords.bandBelow, { from: 6, to: 10 }), holds: (d: number) => d > 5 && d <= 10 },
    { title: t(fairnessWords.bandFarBelow, { from: 10 }), holds: (d: number) => d > 10 },
  ]
  const countOf = (holds: (d: number) => boolean) =>
    points.filter(({ self, accepted }) => holds(self - accepted)).reduce((sum, { count }) => sum + count, 0)
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t(fairnessWords.acceptanceWas)}</th>
          <th scope="col" class="num">
            {t(fairnessWords.associations)}
          </th>
        </tr>
      </thead>
      <tbody>
        {bands.map(({ title, holds }) => (
          <tr>
            <th scope="row">{title}</th>
            <td class="num">{countOf(holds)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Items({ view: { t }, fairness: { items } }: Props) {
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{t(words.item)}</th>
          <th scope="col" class="num">
            {t(fairnessWords.shareGiven)}
          </th>
          <th scope="col" class="num">
            {t(fairnessWords.discrimination)}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ item, n, share, discrimination }) => (
          <tr>
            <th scope="row">
              {item.id} {t(item.title)}
            </th>
            <td class="num" data-label={t(fairnessWords.shareGiven)}>
              {share === null ? '–' : `${Math.round(share * 100)}%`} ({n})
            </td>
            <td class="num" data-label={t(fairnessWords.discrimination)}>
              {discrimination === null ? t(fairnessWords.neverVaries) : discrimination.toFixed(2)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
