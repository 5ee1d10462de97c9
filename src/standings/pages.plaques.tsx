import { gradeName } from '../ratings/grades.ts'
import { punctuation } from '../shared/punctuation.ts'
import { dateOf, type PlainDate } from '../shared/time.ts'
import { type Again, AgainFaults, sentTo } from '../shared/web/again.tsx'
import type { View } from '../shared/web/env.ts'
import { Field } from '../shared/web/form.tsx'
import { StackedTable } from '../shared/web/table.tsx'
import type { Text } from '../shared/words.ts'
import { Back } from './pages.tsx'
import { offReasonName } from './plaque.ts'
import { statusWords } from './plaque-table.ts'
import type { PlaqueRow } from './read.ts'
import { words } from './words.ts'

interface Props {
  readonly view: View
  readonly rows: readonly PlaqueRow[]
  readonly subdistrictName: (code: string) => string
  readonly today: PlainDate
  readonly zone: string
  /** The district hands over and takes off; everybody else reads. */
  readonly mayAct: boolean
  readonly again?: Again | undefined
}

const statusLook = { toHandOver: 'warn', toTakeOff: 'bad', hanging: 'ok', off: 'muted' } as const

/** Every plaque from the hand-over to the day it came off. */
export function PlaquesPage(props: Props) {
  const { view, rows, mayAct, again } = props
  const { t } = view
  const waiting = rows.filter(({ status }) => status === 'toHandOver')
  const off = rows.filter(({ status }) => status === 'toTakeOff')
  const hanging = rows.filter(({ status }) => status === 'hanging')
  const gone = rows.filter(({ status }) => status === 'off')
  return (
    <>
      <h1>{t(words.plaques)}</h1>
      <AgainFaults {...{ view, again }} labels={{ rating: words.choose, on: words.date, note: words.note }} />
      {rows.length === 0 && <p class="empty">{t(words.noPlaques)}</p>}
      {waiting.length > 0 && (
        <>
          <h2>
            {t(words.toHandOver)}
            {t(punctuation.remark, { text: waiting.length })}
          </h2>
          {mayAct ? <HandOverForm {...props} rows={waiting} /> : <Names view={view} rows={waiting} />}
        </>
      )}
      <Part {...props} title={words.toTakeOff} rows={off} isOpen />
      <Part {...props} title={words.hanging} rows={hanging} isOpen={hanging.length <= mostOpen} />
      <Part {...props} title={words.off} rows={gone} />
      <p class="actions">
        <a class="button secondary" href="/standings/plaques.xlsx">
          {t(words.download)} XLSX
        </a>
        <a class="button secondary" href="/standings/plaques.csv">
          {t(words.download)} CSV
        </a>
        <a href="/named">{t(words.named)}</a>
      </p>
      <Back t={t} />
    </>
  )
}

function Names({ view: { t }, rows }: Pick<Props, 'view' | 'rows'>) {
  return <p>{rows.map(({ rating }) => rating.name).join(t(punctuation.list))}</p>
}

/** Plaques are handed over at one ceremony: one day for all that are chosen. */
function HandOverForm({ view, rows, today, subdistrictName, again }: Props) {
  const { t } = view
  const { open, chosen, typed, ...sent } = sentTo(again, 'hand-over')
  return (
    <form method="post" action="/standings/plaques/hand-over">
      <fieldset id="hand-over-rating">
        <legend>{t(words.choose)}</legend>
        {rows.map(({ rating }) => (
          <label>
            <input
              type="checkbox"
              name="rating"
              value={rating.id}
              checked={!open || chosen.rating?.includes(rating.id)}
            />{' '}
            {rating.name}{' '}
            <span class="muted">
              {subdistrictName(rating.subdistrict)} · {t(gradeName(rating.grade ?? 'notQualified'))} ·{' '}
              <span class="nowrap">{rating.certificate?.number}</span>
            </span>
          </label>
        ))}
        {sent.faults?.rating && <span class="fault">{sent.faults.rating}</span>}
      </fieldset>
      <Field
        {...{ view, ...sent }}
        name="on"
        type="date"
        label={t(words.handedOver)}
        typed={typed ?? { on: today }}
      />
      <button type="submit">{t(words.handOver)}</button>
    </form>
  )
}

/** More lines than these are opened by whoever wants them: on a phone they are very long. */
const mostOpen = 20

/** The plaques of one state, counted; what has to be done about them stands open. */
function Part({ title, isOpen = false, ...props }: Props & { title: Text; isOpen?: boolean }) {
  const { view, rows, again } = props
  if (rows.length === 0) return null
  const isRefused = rows.some(({ plaque }) => plaque && sentTo(again, plaque.id).open)
  return (
    <details open={isOpen || isRefused}>
      <summary>
        <strong>
          {view.t(title)}
          {view.t(punctuation.remark, { text: rows.length })}
        </strong>
      </summary>
      <PlaqueTable {...props} />
    </details>
  )
}

function PlaqueTable(props: Props) {
  const { view, rows, mayAct } = props
  const { t } = view
  const headings = [words.community, words.grade, words.number, words.until, words.state, words.reviews]
  return (
    <StackedTable headings={(mayAct ? [...headings, words.takeOff] : headings).map(word => t(word))}>
      {rows.map(row => (
        <PlaqueLine {...props} row={row} />
      ))}
    </StackedTable>
  )
}

function PlaqueLine(props: Props & { row: PlaqueRow }) {
  const { view, row, subdistrictName, mayAct } = props
  const { t } = view
  const { rating, plaque, status, due } = row
  if (!plaque) return null
  const { takenOff } = plaque
  return (
    <tr>
      <th scope="row">
        <div>
          <a href={`/ratings/${rating.cycle}/${rating.community}`}>{rating.name}</a>{' '}
          <small>{subdistrictName(rating.subdistrict)}</small>
        </div>
      </th>
      <td data-label={t(words.grade)}>{t(gradeName(plaque.grade))}</td>
      <td class="nowrap" data-label={t(words.number)}>
        {plaque.number}
      </td>
      <td class="nowrap" data-label={t(words.until)}>
        {plaque.until}
      </td>
      <td data-label={t(words.state)}>
        <div>
          <span class={`badge ${statusLook[status]}`}>{t(statusWords[status])}</span>{' '}
          <small>
            {plaque.handedOver.on}
            {due && ` · ${t(offReasonName(due))}`}
            {takenOff && ` – ${takenOff.on} · ${t(offReasonName(takenOff.reason))}`}
            {takenOff?.note && ` · ${takenOff.note}`}
          </small>
        </div>
      </td>
      <td data-label={t(words.reviews)}>
        <Reviews {...props} />
      </td>
      {mayAct && (
        <td data-label={t(words.takeOff)}>{takenOff ? '' : <TakeOffForm {...props} id={plaque.id} />}</td>
      )}
    </tr>
  )
}

function Reviews({ view: { t }, row: { rating, reviews }, zone }: Props & { row: PlaqueRow }) {
  if (reviews.done.length === 0 && !reviews.isDue) return <span>–</span>
  return (
    <div>
      {reviews.done.map(({ at, passed }) => (
        <small>
          {t(passed ? words.reviewPassed : words.reviewFailed, { date: dateOf(at, zone) })}
          <br />
        </small>
      ))}
      {reviews.isDue && (
        <a class="badge warn" href={`/ratings/${rating.cycle}/reviews`}>
          {t(words.reviewDue)}
        </a>
      )}
    </div>
  )
}

function TakeOffForm({ view, row: { due }, today, id, again }: Props & { row: PlaqueRow; id: string }) {
  const { t } = view
  const { open, chosen, typed, ...sent } = sentTo(again, id)
  const form = (
    <form method="post" action={`/standings/plaques/${id}/take-off`}>
      <Field
        {...{ view, ...sent }}
        name="on"
        type="date"
        label={t(words.takenOff)}
        typed={typed ?? { on: today }}
      />
      <Field
        {...{ view, typed, ...sent }}
        name="note"
        label={t(words.note)}
        most={300}
        optional={due ? true : 'unmarked'}
      />
      <button type="submit" class="secondary">
        {t(words.takeOff)}
      </button>
    </form>
  )
  if (due) return form
  return (
    <details open={open}>
      <summary>{t(words.takeOffOther)}</summary>
      {form}
    </details>
  )
}
