import { dayTime } from '../shared/time.ts'
import type { View } from '../shared/web/env.ts'
import { Choice } from '../shared/web/form.tsx'
import type { Unit } from '../units/unit.ts'
import type { Feed } from './feed.ts'
import { words } from './words.ts'

interface FeedsProps {
  readonly view: View
  readonly zone: string
  readonly feeds: readonly Feed[]
  readonly units: readonly Unit[]
  readonly unit: string | undefined
  /** The address that was just made; shown this once. */
  readonly made?: string | undefined
}

/** Calendar addresses of the viewer: make one, see which there are, end them. */
export function FeedsPage({ view, zone, feeds, units, unit, made }: FeedsProps) {
  const { t } = view
  const nameOf = (id: string) => units.find(each => each.id === id)?.name ?? id
  return (
    <>
      <h1>{t(words.feedTitle)}</h1>
      <p>{t(words.feedIntro)}</p>
      {made && (
        <div class="notice good" role="status">
          <p>{t(words.feedMade)}</p>
          <p>
            <code>{made}</code>
          </p>
        </div>
      )}
      <form method="post" action="/meetings/feeds">
        <Choice
          view={view}
          name="unit"
          label={t(words.unit)}
          options={units.map(each => [each.id, each.name] as const)}
          typed={unit ? { unit } : {}}
        />
        <button type="submit">{t(words.feedMake)}</button>
      </form>
      {feeds.length > 0 && (
        <>
          <h2>{t(words.feedList)}</h2>
          <ul>
            {feeds.map(feed => (
              <li>
                <form method="post" action={`/meetings/feeds/${feed.id}/revoke`} class="actions">
                  <span>
                    {nameOf(feed.unit)} · {dayTime(feed.since, zone)}
                  </span>
                  <button type="submit" class="secondary">
                    {t(words.feedRevoke)}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
