import { punctuation } from '../shared/punctuation.ts'
import type { View } from '../shared/web/env.ts'
import type { Board } from './board.ts'
import { isComing, type Meeting } from './meeting.ts'
import { words } from './words.ts'

/** Before the meeting is over, how many must come; that nobody has come yet is no fault. */
function Quorum({ t, tally, coming }: Pick<View, 't'> & { tally: Board['tally']; coming: boolean }) {
  const { quorate, quorum } = tally
  if (quorate || !coming) {
    return (
      <>
        <div class={`figure ${quorate ? 'ok' : 'warn'}`}>{quorate ? '✓' : '–'}</div>
        {t(quorate ? words.quorate : words.notQuorate)}
      </>
    )
  }
  return (
    <>
      <div class="figure">{quorum}</div>
      {t(words.quorumIs)}
    </>
  )
}

/** The part that is replaced while people sign in. */
export function BoardView({
  view: { t },
  meeting,
  board,
  seeNames,
}: {
  view: Pick<View, 't'>
  meeting: Meeting
  board: Board
  seeNames: boolean
}) {
  const { tally, rows, vacant } = board
  return (
    <>
      <h2>{t(words.attendanceTitle)}</h2>
      <div class="cards">
        <article>
          <div class="figure">
            {tally.present} / {tally.expected}
          </div>
          {t(words.attended)}
        </article>
        {meeting.level !== 'community' && (
          <article>
            <div class="figure">{tally.missing}</div>
            {t(words.missingNow)}
          </article>
        )}
        <article>
          <Quorum {...{ t, tally, coming: isComing(meeting) }} />
        </article>
      </div>
      {seeNames && rows.length > 0 && (
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">{t(words.unit)}</th>
              <th scope="col">{t(words.person)}</th>
              <th scope="col">{t(words.stateLabel)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr>
                <th scope="row">{row.unit}</th>
                <td data-label={t(words.person)}>{row.names}</td>
                <td data-label={t(words.stateLabel)} class={row.look}>
                  <span>
                    {row.state}
                    {row.corrected && <small> {t(words.correctedMark, row.corrected)}</small>}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {seeNames && board.observers.length > 0 && (
        <p>
          {t(words.observer)}
          {t(punctuation.colon)}
          {board.observers.join(t(words.comma))}
        </p>
      )}
      {seeNames && vacant.length > 0 && (
        <p class="muted">
          {t(words.vacantUnits, { names: vacant.map(unit => unit.name).join(t(words.comma)) })}
        </p>
      )}
    </>
  )
}
