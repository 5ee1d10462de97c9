import { punctuation } from '../shared/punctuation.ts'
import type { View } from '../shared/web/env.ts'
import { FaultList, type Faults, Field } from '../shared/web/form.tsx'
import { StackedTable } from '../shared/web/table.tsx'
import type { Cycle } from './cycle.ts'
import { gradeName } from './grades.ts'
import type { Preview, PreviewRow } from './preview.ts'
import { previewWords } from './preview-words.ts'
import type { GateChange, SettingChange } from './setting-changes.ts'
import { baseWords, settingWords } from './setting-words.ts'
import { words } from './words.ts'

interface Props {
  readonly view: View
  readonly cycle: Cycle
  readonly found?: { readonly preview: Preview; readonly version: string }
  readonly faults?: Faults
}

/** A draft of the rubric held against a cycle's scores; nothing is kept. */
export function PreviewPage({ view, cycle, found, faults }: Props) {
  const { t } = view
  return (
    <>
      <p>
        <a href={`/ratings/${cycle.id}`}>{t(words.backToCycle)}</a>
      </p>
      <h1>{t(previewWords.previewTitle, { year: cycle.year })}</h1>
      <p>{t(previewWords.previewHint)}</p>
      <FaultList view={view} faults={faults} />
      <form method="post" action={`/ratings/${cycle.id}/preview`} enctype="multipart/form-data">
        <Field
          view={view}
          name="file"
          type="file"
          label={t(previewWords.previewFile)}
          accept="application/json,.json"
        />
        <button type="submit">{t(previewWords.previewCompare)}</button>
      </form>
      {found && <Found view={view} {...found} />}
    </>
  )
}

function Found({ view, preview, version }: { view: View; preview: Preview; version: string }) {
  const { t } = view
  const { added, removed, rescored, settings, gates, counts, rows, compared } = preview
  const list = (ids: readonly string[]) => (ids.length === 0 ? '–' : ids.join(t(punctuation.list)))
  return (
    <section aria-live="polite">
      <h2>{t(previewWords.previewFound, { version, count: compared })}</h2>
      <ul>
        <li>{t(previewWords.previewAdded, { items: list(added) })}</li>
        <li>{t(previewWords.previewRemoved, { items: list(removed) })}</li>
        <li>{t(previewWords.previewRescored, { items: list(rescored) })}</li>
      </ul>
      {settings.length + gates.length > 0 && <Settings {...{ view, settings, gates }} />}
      <table>
        <thead>
          <tr>
            <th scope="col">{t(words.grade)}</th>
            <th scope="col" class="num">
              {t(previewWords.previewBefore)}
            </th>
            <th scope="col" class="num">
              {t(previewWords.previewAfter)}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ grade, before, after }) => (
            <tr>
              <th scope="row">{t(gradeName(grade))}</th>
              <td class="num">{before}</td>
              <td class="num">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? (
        <p class="empty">{t(previewWords.previewSame)}</p>
      ) : (
        <Rows view={view} rows={rows} />
      )}
    </section>
  )
}

/** The limits, targets, dates and gates that would be others: as it was, and by the draft. */
function Settings({
  view: { t },
  settings,
  gates,
}: Pick<Preview, 'settings' | 'gates'> & { readonly view: View }) {
  const headings = [previewWords.previewSetting, previewWords.previewBefore, previewWords.previewAfter]
  const saidValue = ({ setting }: SettingChange, value: SettingChange['from']) => {
    if (value === null) return '–'
    if (setting === 'shares.firstClassBase')
      return t(value === 'all' ? baseWords.all : baseWords.qualifiedOrBetter)
    return typeof value === 'object' ? value.join(t(punctuation.list)) : String(value)
  }
  const saidGate = ({ from, to }: GateChange, one: GateChange['from']) => {
    if (!one) return t(previewWords.previewNone)
    // Where only the rule was changed and not its words, the rule itself tells the two apart.
    return from && to && t(from.text) === t(to.text) ? one.rule : t(one.text)
  }
  const lines = [
    ...settings.map(each => [
      t(settingWords[each.setting]),
      ...[each.from, each.to].map(value => saidValue(each, value)),
    ]),
    ...gates.map(each => [
      t(previewWords.previewGate, { gate: each.gate, grade: gradeName(each.target) }),
      ...[each.from, each.to].map(one => saidGate(each, one)),
    ]),
  ]
  return (
    <>
      <h3>{t(previewWords.previewSettings)}</h3>
      <StackedTable headings={headings.map(word => t(word))}>
        {lines.map(([label, from, to]) => (
          <tr>
            <th scope="row">{label}</th>
            <td data-label={t(previewWords.previewBefore)}>{from}</td>
            <td data-label={t(previewWords.previewAfter)}>{to}</td>
          </tr>
        ))}
      </StackedTable>
    </>
  )
}

function Rows({ view: { t }, rows }: { view: View; rows: readonly PreviewRow[] }) {
  const headings = [words.community, previewWords.previewBefore, previewWords.previewAfter, words.items]
  const told = ({ score, grade }: PreviewRow['before']) => `${score} · ${t(gradeName(grade))}`
  return (
    <StackedTable headings={headings.map(word => t(word))}>
      {rows.map(row => (
        <tr>
          <th scope="row">{row.name}</th>
          <td data-label={t(previewWords.previewBefore)}>{told(row.before)}</td>
          <td data-label={t(previewWords.previewAfter)}>
            <span class={row.before.grade === row.after.grade ? '' : 'warn'}>{told(row.after)}</span>
          </td>
          <td data-label={t(words.items)}>
            <div>
              {row.items
                .map(({ item, from, to }) => `${item} ${from ?? '–'}→${to ?? '–'}`)
                .join(t(punctuation.list))}
              {row.unanswered.length > 0 && (
                <small>
                  {' '}
                  {t(previewWords.previewUnanswered, { items: row.unanswered.join(t(punctuation.list)) })}
                </small>
              )}
            </div>
          </td>
        </tr>
      ))}
    </StackedTable>
  )
}
