import type { AssessmentYear } from '../shared/assessment-year.ts'
import type { PlainDate } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { Field } from '../shared/web/form.tsx'
import type { Unit } from '../units/unit.ts'
import { activeMonths, goodsOf, isProposed } from './five-good.ts'
import type { Group, GroupList } from './groups.ts'
import type { Standards } from './standards.ts'
import { words } from './words.ts'

export interface GroupsProps {
  readonly view: View
  readonly unit: Unit
  readonly year: AssessmentYear
  readonly today: PlainDate
  readonly list: GroupList
  /** How many groups of last year could be taken over. */
  readonly carryable: number
  readonly standards: Standards
  /** The month whose counts are shown. */
  readonly month: string
  /** Whether the person confirms five-good groups. */
  readonly mayAppraise: boolean
  readonly fault?: string | undefined
  /** What was typed into the field for new groups. */
  readonly lines?: string | undefined
  readonly timeText: (at: GroupList['history'][number]['at']) => string
}

/** One group of the roster: its goods, the subdistrict’s word, and what it is called. */
export function GroupPart(props: GroupsProps & { path: string; group: Group }) {
  const { view, path, group, standards, year, today } = props
  const { t } = view
  const over = year.months.filter(month => month < today.slice(0, 7))
  const goods = goodsOf(group, standards, year.months, today)
  const { fiveGood } = standards.groups
  const facts = [
    ...(group.covers === '' ? [] : [group.covers]),
    ...(group.leader ? [] : [t(words.leaderVacant)]),
    t(words.activeOf, { active: activeMonths(group, over), over: over.length }),
    t(words.goodsOf, { n: goods.size, all: fiveGood.length }),
  ]
  return (
    <details>
      <summary>
        <strong>{group.name}</strong> <FiveGoodBadge {...props} />{' '}
        <small>{group.closed ? t(words.closed) : facts.join(' · ')}</small>
      </summary>
      {!group.closed && <Goods {...props} goods={goods} />}
      {props.mayAppraise && !group.closed && <Appraisal {...props} />}
      <form method="post" action={`${path}/${group.no}`}>
        <Field view={view} name="name" label={t(words.groupName)} typed={{ name: group.name }} />
        <Field view={view} name="covers" label={t(words.covers)} typed={{ covers: group.covers }} optional />
        <label>
          <input type="checkbox" name="leader" value="yes" checked={group.leader} /> {t(words.leaderFilled)}
        </label>
        <label>
          <input type="checkbox" name="closed" value="yes" checked={group.closed} /> {t(words.close)}
        </label>
        <button type="submit" class="secondary">
          {t(words.save)}
        </button>
      </form>
    </details>
  )
}

function FiveGoodBadge({ view: { t }, group, standards, year, today }: GroupsProps & { group: Group }) {
  const { appraisal } = group
  if (appraisal?.outcome === 'confirmed') return <span class="badge ok">{t(words.confirmed)}</span>
  if (appraisal) return <span class="badge bad">{t(words.declined, { reason: appraisal.reason })}</span>
  if (isProposed(group, standards, year.months, today))
    return <span class="badge warn">{t(words.proposed)}</span>
  return null
}

/** The five goods: those from the records with their state, the others to be marked. */
function Goods({
  view: { t },
  path,
  group,
  goods,
  standards,
}: GroupsProps & {
  path: string
  group: Group
  goods: ReadonlySet<string>
}) {
  const settled = group.appraisal?.outcome === 'confirmed'
  return (
    <form method="post" action={`${path}/${group.no}/marks`}>
      <fieldset>
        <legend>{t(words.fiveGood)}</legend>
        {standards.groups.fiveGood.map(good => (
          <label>
            <input
              type="checkbox"
              name="mark"
              value={good.id}
              checked={goods.has(good.id)}
              disabled={settled || good.from !== 'marked'}
            />{' '}
            {t(good.title)} {good.from !== 'marked' && <span class="muted">{t(words.fromRecords)}</span>}
          </label>
        ))}
      </fieldset>
      {!settled && (
        <button type="submit" class="secondary">
          {t(words.mark)}
        </button>
      )}
    </form>
  )
}

function Appraisal({
  view,
  path,
  group,
  standards,
  year,
  today,
}: GroupsProps & { path: string; group: Group }) {
  const { t } = view
  const ready = isProposed(group, standards, year.months, today) && group.appraisal?.outcome !== 'confirmed'
  if (!ready && !group.appraisal) return null
  return (
    <form method="post" action={`${path}/appraisal`}>
      <input type="hidden" name="group" value={String(group.no)} />
      <Field view={view} name="reason" label={t(words.reason)} optional />
      <p class="actions">
        {ready && (
          <button type="submit" name="outcome" value="confirmed">
            {t(words.confirm)}
          </button>
        )}
        <button type="submit" name="outcome" value="declined" class="secondary">
          {t(words.decline)}
        </button>
      </p>
    </form>
  )
}
