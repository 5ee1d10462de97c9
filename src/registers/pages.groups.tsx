import type { AssessmentYear } from '../shared/assessment-year.ts'
import type { PlainDate } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { Field } from '../shared/web/form.tsx'
import type { Unit } from '../units/unit.ts'
import { activeMonths, type Group, type GroupList, goodsOf, isProposed, openGroups } from './groups.ts'
import type { Standards } from './standards.ts'
import { words } from './words.ts'

interface Props {
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

/** A community's member groups: what they did each month, who is five-good, and the roster. */
export function GroupsPage(props: Props) {
  const { view, unit, year, list, carryable, fault, timeText } = props
  const { t } = view
  const open = openGroups(list)
  const path = `/registers/${year.id}/${unit.id}/groups`
  return (
    <>
      <h1>
        {unit.name} · {t(words.groupsTitle)}
      </h1>
      <p class="muted">
        {t(words.yearTitle, { year: year.id })} ·{' '}
        <a href={`/registers/${year.id}/${unit.id}`}>{t(words.toSheet)}</a>
      </p>
      {fault && (
        <p class="faults" role="alert">
          {fault}
        </p>
      )}
      {open.length === 0 ? <p class="empty">{t(words.noGroups)}</p> : <MonthForm {...props} path={path} />}
      {carryable > 0 && list.groups.length === 0 && (
        <form method="post" action={`${path}/carry`}>
          <button type="submit">{t(words.carry, { count: carryable })}</button>
        </form>
      )}
      {props.mayAppraise && <ToConfirm {...props} path={path} />}
      {list.groups.length > 0 && (
        <>
          <h2>{t(words.roster)}</h2>
          {list.groups.map(group => (
            <GroupPart {...props} path={path} group={group} />
          ))}
        </>
      )}
      <AddForm {...props} path={path} />
      <History {...{ view, list, timeText }} />
    </>
  )
}

function MonthForm({ view: { t }, path, year, list, month, today }: Props & { path: string }) {
  const begun = year.months.filter(each => each <= today.slice(0, 7))
  return (
    <>
      <h2>{t(words.monthTitle, { month })}</h2>
      <form method="get" action={path} class="actions">
        <select name="month" aria-label={t(words.month)}>
          {begun.map(each => (
            <option value={each} selected={each === month}>
              {each}
            </option>
          ))}
        </select>
        <button type="submit" class="secondary">
          {t(words.showMonth)}
        </button>
      </form>
      <form method="post" action={`${path}/month`}>
        <input type="hidden" name="month" value={month} />
        <p>
          <small>{t(words.monthHint)}</small>
        </p>
        <table class="tight">
          <thead>
            <tr>
              <th scope="col">{t(words.group)}</th>
              <th scope="col">{t(words.activities)}</th>
              <th scope="col">{t(words.publicity)}</th>
            </tr>
          </thead>
          <tbody>
            {openGroups(list).map(group => (
              <tr>
                <th scope="row">{group.name}</th>
                {(['activities', 'publicity'] as const).map(what => (
                  <td>
                    <input
                      name={`${what}-${group.no}`}
                      type="text"
                      inputmode="numeric"
                      size={3}
                      value={String(group.months[month]?.[what] ?? '')}
                      aria-label={`${group.name} ${t(words[what])}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <button type="submit">{t(words.save)}</button>
      </form>
    </>
  )
}

function ToConfirm({ view: { t }, path, list, standards, year, today }: Props & { path: string }) {
  const waiting = openGroups(list).filter(
    group => !group.appraisal && isProposed(group, standards, year.months, today),
  )
  if (waiting.length === 0) return null
  return (
    <>
      <h2>{t(words.toConfirm)}</h2>
      <p>{waiting.map(({ name }) => name).join('、')}</p>
      <form method="post" action={`${path}/appraisal`}>
        <input type="hidden" name="outcome" value="confirmed" />
        {waiting.map(({ no }) => (
          <input type="hidden" name="group" value={String(no)} />
        ))}
        <button type="submit">{t(words.confirmAll, { count: waiting.length })}</button>
      </form>
    </>
  )
}

function GroupPart(props: Props & { path: string; group: Group }) {
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

function FiveGoodBadge({ view: { t }, group, standards, year, today }: Props & { group: Group }) {
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
}: Props & {
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

function Appraisal({ view, path, group, standards, year, today }: Props & { path: string; group: Group }) {
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

function AddForm({ view: { t }, path, list, lines }: Props & { path: string }) {
  return (
    <details open={list.groups.length === 0 || lines !== undefined}>
      <summary>{t(words.addGroups)}</summary>
      <form method="post" action={path}>
        <label for="lines">{t(words.addHint)}</label>
        <textarea id="lines" name="lines" rows={6} required>
          {lines ?? ''}
        </textarea>
        <button type="submit">{t(words.addButton)}</button>
      </form>
    </details>
  )
}

function History({ view: { t }, list, timeText }: Pick<Props, 'view' | 'list' | 'timeText'>) {
  if (list.history.length === 0) return null
  return (
    <details>
      <summary>{t(words.history)}</summary>
      <ul>
        {list.history.toReversed().map(({ at, byName, deed }) => (
          <li>
            {timeText(at)} {byName}：{deed}
          </li>
        ))}
      </ul>
    </details>
  )
}
