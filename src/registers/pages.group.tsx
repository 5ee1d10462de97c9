import type { AssessmentYear } from '../shared/assessment-year.ts'
import type { PlainDate } from '../shared/time.ts'
import { type Again, ReasonForm, sentTo } from '../shared/web/again.tsx'
import type { View } from '../shared/web/env.ts'
import { Field, type Typed } from '../shared/web/form.tsx'
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
  readonly again?: Again | undefined
  readonly timeText: (at: GroupList['history'][number]['at']) => string
}

/** One group of the roster: its goods, the subdistrict’s word, and what it is called. */
export function GroupPart(props: GroupsProps & { path: string; group: Group }) {
  const { view, path, group, standards, year, today, again } = props
  const { t } = view
  const { open, chosen: _, ...sent } = sentTo(again, `group-${group.no}`)
  const isRefused = ['group', 'marks', 'appraisal'].some(form => again?.form === `${form}-${group.no}`)
  const typed = sent.typed ?? { name: group.name, covers: group.covers, ...yesIf(group) }
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
    <details open={isRefused}>
      <summary>
        <strong>{group.name}</strong> <FiveGoodBadge {...props} />{' '}
        <small>{group.closed ? t(words.closed) : facts.join(' · ')}</small>
      </summary>
      {!group.closed && <Goods {...props} goods={goods} />}
      {props.mayAppraise && !group.closed && <Appraisal {...props} />}
      <form method="post" action={`${path}/${group.no}`}>
        <Field {...{ view, ...sent, typed }} name="name" label={t(words.groupName)} />
        <Field {...{ view, ...sent, typed }} name="covers" label={t(words.covers)} optional />
        <label>
          <input type="checkbox" name="leader" value="yes" checked={typed.leader === 'yes'} />{' '}
          {t(words.leaderFilled)}
        </label>
        <label>
          <input type="checkbox" name="closed" value="yes" checked={typed.closed === 'yes'} />{' '}
          {t(words.close)}
        </label>
        <button type="submit" class="secondary">
          {t(words.save)}
        </button>
      </form>
    </details>
  )
}

/** The two marks of a group as its form sends them. */
function yesIf({ leader, closed }: Group): Typed {
  return { ...(leader ? { leader: 'yes' } : {}), ...(closed ? { closed: 'yes' } : {}) }
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
  again,
}: GroupsProps & {
  path: string
  group: Group
  goods: ReadonlySet<string>
}) {
  const settled = group.appraisal?.outcome === 'confirmed'
  const { faults } = sentTo(again, `marks-${group.no}`)
  return (
    <form method="post" action={`${path}/${group.no}/marks`}>
      <fieldset id={`marks-${group.no}-mark`}>
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
        {faults?.mark && <span class="fault">{faults.mark}</span>}
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
  again,
}: GroupsProps & { path: string; group: Group }) {
  const { t } = view
  const ready = isProposed(group, standards, year.months, today) && group.appraisal?.outcome !== 'confirmed'
  if (!ready && !group.appraisal) return null
  return (
    <ReasonForm
      {...{ view, again }}
      action={`${path}/appraisal`}
      form={`appraisal-${group.no}`}
      label={t(words.reason)}
      hint={t(words.reasonWhen)}
      most={300}
      optional="unmarked"
      buttons={[...(ready ? ['confirmed' as const] : []), 'declined' as const].map(outcome => ({
        name: 'outcome',
        value: outcome,
        label: t(outcome === 'confirmed' ? words.confirm : words.decline),
      }))}
      quiet={!ready}
    >
      <input type="hidden" name="group" value={String(group.no)} />
    </ReasonForm>
  )
}
