import { punctuation } from '../shared/punctuation.ts'
import { AgainFaults, sentTo } from '../shared/web/again.tsx'
import { Field } from '../shared/web/form.tsx'
import { deedWords } from './deed-words.ts'
import { sayDeed } from './deeds.ts'
import { proposedGroups } from './five-good.ts'
import { openGroups } from './groups.ts'
import { GroupPart, type GroupsProps } from './pages.group.tsx'
import { words } from './words.ts'

/** A community's member groups: what they did each month, who is five-good, and the roster. */
export function GroupsPage(props: GroupsProps) {
  const { view, unit, year, list, carryable, again, timeText } = props
  const { t } = view
  const open = openGroups(list)
  const path = `/registers/${year.id}/${unit.id}/groups`
  return (
    <>
      <h1>
        {unit.name} · {t(words.groupsTitle)}
      </h1>
      <p class="muted">
        {t(words.ofYear, { year: year.id })} ·{' '}
        <a href={`/registers/${year.id}/${unit.id}`}>{t(words.toSheet)}</a> ·{' '}
        <a href={`/registers/${year.id}`}>{t(words.backToYear)}</a>
      </p>
      <AgainFaults {...{ view, again, labels }} />
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
      <History {...{ view, list, standards: props.standards, timeText }} />
    </>
  )
}

/** For what is wrong with a field, where the sentence does not name it. */
const labels = {
  lines: words.addGroups,
  name: words.groupName,
  covers: words.covers,
  reason: words.reason,
  group: words.group,
  mark: words.fiveGood,
}

function MonthForm({ view: { t }, path, year, list, month, today, again }: GroupsProps & { path: string }) {
  const { open, typed, faults } = sentTo(again, 'month')
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
        {faults?.counts && <p class="fault">{faults.counts}</p>}
        <table class="tight" id="month-counts">
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
                      value={
                        open ? typed?.[`${what}-${group.no}`] : String(group.months[month]?.[what] ?? '')
                      }
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
      <p>
        <a href={`/registers/${year.id}/months/import`}>{t(words.importMonths)}</a>
      </p>
    </>
  )
}

function ToConfirm({ view: { t }, path, list, standards, year, today }: GroupsProps & { path: string }) {
  const waiting = proposedGroups(list, standards, year.months, today)
  if (waiting.length === 0) return null
  return (
    <>
      <h2 id="to-confirm">{t(words.toConfirm)}</h2>
      <p>{waiting.map(({ name }) => name).join(t(punctuation.list))}</p>
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

function AddForm({ view, path, list, again, year }: GroupsProps & { path: string }) {
  const { t } = view
  const { open, ...sent } = sentTo(again, 'add')
  return (
    <details open={list.groups.length === 0 || open}>
      <summary>{t(words.addGroups)}</summary>
      <form method="post" action={path}>
        <Field {...{ view, ...sent }} name="lines" label={t(words.addHint)} rows={6} />
        <button type="submit">{t(words.addButton)}</button>
      </form>
      <p>
        <a href={`/registers/${year.id}/groups/import`}>{t(words.importGroups)}</a>
      </p>
    </details>
  )
}

function History({
  view: { t },
  list,
  standards,
  timeText,
}: Pick<GroupsProps, 'view' | 'list' | 'standards' | 'timeText'>) {
  if (list.history.length === 0) return null
  const goodTitle = (id: string) => standards.groups.fiveGood.find(good => good.id === id)?.title
  return (
    <details>
      <summary>{t(words.history)}</summary>
      <ul>
        {list.history.toReversed().map(({ at, byName, deed }) => (
          <li>{t(deedWords.line, { at: timeText(at), who: byName, deed: sayDeed(deed, t, goodTitle) })}</li>
        ))}
      </ul>
    </details>
  )
}
