import type { View } from '../shared/web/env.ts'
import { Qr } from '../shared/web/qr.tsx'
import type { Board } from './board.ts'
import type { Meeting } from './meeting.ts'
import { whenText } from './saying.ts'
import { standards } from './standards-file.ts'
import { words } from './words.ts'

interface RoomProps {
  readonly view: Pick<View, 't'>
  readonly meeting: Meeting
  readonly board: Board
  /** What the code opens. */
  readonly url: string
}

/** The page on the room's screen: the code that changes, and how many are there. */
export function RoomPage(props: RoomProps & { readonly zone: string }) {
  const { t } = props.view
  return (
    <>
      <h1>{props.meeting.title}</h1>
      <p>
        {whenText(props.meeting, props.zone, t)} {props.meeting.place}
      </p>
      <section class="room" aria-live="polite" data-live={`/meetings/${props.meeting.id}/room/live`}>
        <RoomView {...props} />
      </section>
      <script src="/live.js" defer></script>
    </>
  )
}

export function RoomView({ view: { t }, board, url }: RoomProps) {
  const { present, expected, missing, quorate } = board.tally
  const scan = t(words.roomScan, { n: standards.signIn.codeSeconds })
  return (
    <>
      <p>
        <Qr text={url} title={scan} size={360} />
      </p>
      <p>{scan}</p>
      <p class="figure">
        {present} / {expected} · {t(words.missingNow)} {missing} ·{' '}
        {t(quorate ? words.quorate : words.notQuorate)}
      </p>
    </>
  )
}

/** What a phone shows that scanned the code: one press signs in whoever is signed in on it. */
export function ScanPage({
  view: { t },
  meeting,
  code,
  name,
  expected,
}: Pick<RoomProps, 'view' | 'meeting'> & {
  readonly code: string
  readonly name: string
  /** Whoever is not expected can only observe. */
  readonly expected: boolean
}) {
  return (
    <>
      <h1>{meeting.title}</h1>
      <form method="post" action={`/meetings/${meeting.id}/scan/${code}`}>
        <p>{t(words.scanAs, { name })}</p>
        {!expected && <input type="hidden" name="as" value="observer" />}
        <button type="submit">{t(expected ? words.signInButton : words.observeButton)}</button>
      </form>
    </>
  )
}

/** A sheet to be signed by hand: those expected by name, or empty rows where people are counted. */
export function SheetPage({
  view: { t },
  meeting,
  board,
  zone,
}: Omit<RoomProps, 'url'> & { readonly zone: string }) {
  const counted = meeting.level === 'community'
  const empty = Array.from({ length: counted ? Math.max(meeting.headCount ?? 0, 20) : 5 }, () => ['', ''])
  const rows = [...board.rows.map(row => [row.unit, row.names]), ...empty]
  return (
    <>
      <h1>{t(words.sheetOf, { title: meeting.title })}</h1>
      <p>
        {whenText(meeting, zone, t)} {meeting.place}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(words.number)}</th>
            <th scope="col">{t(words.unit)}</th>
            <th scope="col">{t(words.person)}</th>
            <th scope="col">{t(words.signature)}</th>
            <th scope="col">{t(words.signedTime)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([unit, names], at) => (
            <tr>
              <td>{at + 1}</td>
              <td>{unit}</td>
              <td>{names}</td>
              <td></td>
              <td></td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
