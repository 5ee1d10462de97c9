import { dayTime } from '../shared/time.ts'
import type { MeetingProps } from './meeting-props.ts'
import { urgeName } from './urge-words.ts'
import { words } from './words.ts'

/** For whoever convenes the meeting: urges those who have not answered, and says who was urged when. */
export function Urging({ view: { t }, zone, meeting, may, urging, nameOf }: MeetingProps) {
  const urged = meeting.urged ?? []
  if (!may.convene || (!urging && urged.length === 0)) return null
  return (
    <section id="urging">
      <h2>{t(words.urgeTitle)}</h2>
      {urging?.rest && (
        <p class="muted">
          {t(words.urgeRest, {
            last: dayTime(urging.rest.last, zone),
            again: dayTime(urging.rest.again, zone),
          })}
        </p>
      )}
      {urging && !urging.rest && (
        <form method="post" action={`/meetings/${meeting.id}/urge`}>
          <button type="submit" class="secondary">
            {t(urgeName(urging.stage))}
          </button>
        </form>
      )}
      {urged.length > 0 && (
        <ul>
          {urged.map(({ at, by, persons }) => (
            <li>
              {t(words.urgeLine, {
                ...{ at: dayTime(at, zone), by: nameOf(by), n: persons.length },
                names: persons.map(nameOf).join(t(words.comma)),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
