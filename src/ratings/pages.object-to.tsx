import { punctuation } from '../shared/punctuation.ts'
import { dateOf, timeOf } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import type { Cycle } from './cycle.ts'
import { type NoticeStage, noticeStages } from './notice.ts'
import { noticeWords as words } from './notice-words.ts'
import { contactParts, type ObjectTo } from './object-to.ts'
import { noticePath, objectToPath } from './paths.ts'
import { words as ratingWords } from './words.ts'

/** Where one objects: the office, then its telephone, address and hours. */
export function Contact({ view: { t }, contact }: { view: View; contact: ObjectTo }) {
  const [office, phone, address, hours] = contactParts(contact, t)
  return (
    <section class="notice" aria-label={t(words.objectTo)}>
      <strong>{t(words.objectTo)}</strong>
      <dl>
        <dt>{t(words.office)}</dt>
        <dd>{office}</dd>
        <dt>{t(words.phone)}</dt>
        <dd>{phone}</dd>
        <dt>{t(words.address)}</dt>
        <dd>{address}</dd>
        <dt>{t(words.hours)}</dt>
        <dd>{hours}</dd>
      </dl>
    </section>
  )
}

/** Which of the cycle's communities were on notice, are, and will be. */
function Stages({ view: { t }, counts }: Pick<Props, 'view' | 'counts'>) {
  const some = noticeStages.filter(stage => counts[stage] > 0)
  const said = some.map(stage =>
    t(stage === 'over' ? words.stageOver : words[stage], { count: counts[stage] }),
  )
  return <p class="muted">{t(words.stages, { list: said.join(t(words.comma)) })}</p>
}

interface Props {
  readonly view: View
  readonly cycle: Cycle
  readonly zone: string
  /** How many are on notice, were, or will be. */
  readonly counts: Readonly<Record<NoticeStage, number>>
  /** How many would begin the same period below 合格, and so are not listed. */
  readonly below: number
  /** Whether the notices are over, so that it stays as it is. */
  readonly over: boolean
  /** What the form begins with; from an earlier cycle's where `offeredFrom` says so. */
  readonly typed: Typed
  readonly offeredFrom?: number | undefined
  readonly faults?: Faults | undefined
}

/** For the district: where one objects, as a form, and the versions so far. */
export function ObjectToPage(props: Props) {
  const { view, cycle, zone, counts, below, over, typed, offeredFrom, faults } = props
  const { t } = view
  const { ready } = counts
  const given = { view, typed, faults }
  const versions = cycle.objectTo ?? []
  const pair = (name: 'office' | 'address' | 'hours', hint?: string) => (
    <>
      <Field {...given} name={name} label={t(words[name])} {...(hint ? { hint } : {})} />
      <Field {...given} name={`${name}En`} label={t(words.inEnglish, { what: words[name] })} optional />
    </>
  )
  return (
    <>
      <p>
        <a href={`/ratings/${cycle.id}`}>{t(ratingWords.backToCycle)}</a>
      </p>
      <h1>{t(words.title, { year: cycle.year })}</h1>
      <p>{t(words.intro)}</p>
      <Stages view={view} counts={counts} />
      {over ? (
        <p class="notice">
          {t(words.over)}
          {counts.notYet > 0 && t(punctuation.gap) + t(words.overNotYet)}
        </p>
      ) : (
        <>
          {offeredFrom !== undefined && <p class="notice">{t(words.offered, { year: offeredFrom })}</p>}
          <FaultList view={view} faults={faults} labels={words} />
          <form method="post" action={objectToPath(cycle)}>
            {pair('office')}
            <Field {...given} name="phone" type="tel" label={t(words.phone)} hint={t(words.phoneHint)} />
            {pair('address')}
            {pair('hours', t(words.hoursHint))}
            <div class="actions">
              {ready > 0 && (
                <button type="submit" name="go" value="announce">
                  {t(words.saveAndAnnounce, { count: ready })}
                </button>
              )}
              <button type="submit" name="go" value="save" class={ready > 0 ? 'secondary' : undefined}>
                {t(words.save)}
              </button>
            </div>
            {ready > 0 && below > 0 && <small>{t(words.below, { count: below })}</small>}
          </form>
        </>
      )}
      {versions.length > 0 && (
        <>
          <h2>{t(words.versions)}</h2>
          <ol reversed>
            {versions.toReversed().map(version => (
              <li>
                {t(words.versionLine, {
                  time: `${dateOf(version.at, zone)} ${timeOf(version.at, zone)}`,
                  who: version.byName,
                })}
                {contactParts(version, t).join(t(words.comma))}
              </li>
            ))}
          </ol>
        </>
      )}
      <p>
        <a href={noticePath(cycle)}>{t(ratingWords.noticeLink)}</a>
      </p>
    </>
  )
}
