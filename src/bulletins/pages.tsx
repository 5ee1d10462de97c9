import { PaperView } from '../shared/papers/page.tsx'
import type { Paper } from '../shared/papers/paper.ts'
import { Dated } from '../shared/web/dated.tsx'
import type { View } from '../shared/web/env.ts'
import { FaultList, type Faults, Field, type Typed } from '../shared/web/form.tsx'
import { Empty } from '../shared/web/notice.tsx'
import type { Bulletin } from './bulletin.ts'
import type { Period } from './issuing.ts'
import { words } from './words.ts'

interface ListProps {
  readonly view: View
  /** The newest first. */
  readonly issued: readonly Bulletin[]
  readonly mayIssue: boolean
  readonly typed: Typed
  readonly faults?: Faults
}

/** The bulletins that were issued, and for the district the way to the next. */
export function BulletinsPage({ view, issued, mayIssue, typed, faults }: ListProps) {
  const { t } = view
  return (
    <>
      <h1>{t(words.title)}</h1>
      <FaultList view={view} faults={faults} />
      {issued.length === 0 && (
        <Empty title={t(words.none)}>
          <p>{t(words.noneMore)}</p>
        </Empty>
      )}
      {years(issued).map(year => (
        <>
          <h2>{year}</h2>
          <ul>
            {issued
              .filter(each => each.year === year)
              .map(({ id, no, content: { from, to }, issued: { on } }) => (
                <li>
                  <a href={`/bulletins/${id}`}>
                    <Dated text={t(words.line, { no, from, to })} />
                  </a>{' '}
                  <small>
                    <Dated text={t(words.issuedOn, { date: on })} />
                  </small>
                </li>
              ))}
          </ul>
        </>
      ))}
      {mayIssue && (
        <form method="get" action="/bulletins/new">
          <h2>{t(words.draftTitle)}</h2>
          <div class="grid">
            <Field {...{ view, typed, faults }} name="from" type="date" label={t(words.from)} />
            <Field {...{ view, typed, faults }} name="to" type="date" label={t(words.to)} />
          </div>
          <button type="submit">{t(words.draftButton)}</button>
        </form>
      )}
    </>
  )
}

const years = (issued: readonly Bulletin[]) => [...new Set(issued.map(({ year }) => year))]

interface DraftProps {
  readonly view: View
  readonly paper: Paper
  readonly period: Period
  readonly no: number
}

/** What would be issued, to be looked at, and the step that issues it. */
export function DraftPage({ view, paper, period, no }: DraftProps) {
  const { t } = view
  return (
    <>
      <p>
        <a href="/bulletins">{t(words.back)}</a>
      </p>
      <PaperView paper={paper} />
      <form method="post" action="/bulletins">
        <h2>{t(words.issueTitle, { no })}</h2>
        <input type="hidden" name="from" value={period.from} />
        <input type="hidden" name="to" value={period.to} />
        <input type="hidden" name="no" value={String(no)} />
        <label for="remark">{t(words.remark)}</label>
        <textarea id="remark" name="remark" rows={4} maxlength={2000} aria-describedby="remark-hint" />
        <small id="remark-hint">{t(words.remarkHint)}</small>
        <p>{t(words.issueHint)}</p>
        <button type="submit">{t(words.issueButton)}</button>
      </form>
    </>
  )
}
