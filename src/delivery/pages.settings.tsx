import type { View } from '../shared/web/env.ts'
import { type Faults, Field, type Typed } from '../shared/web/form.tsx'
import type { DeliverySettings } from './settings.ts'
import { words } from './words.ts'

interface SettingsProps {
  readonly view: View
  readonly settings: DeliverySettings
  readonly typed?: Typed
  readonly faults?: Faults
}

/** When chats are left in peace, and how long messages are kept. */
export function SettingsPage({ view, settings, faults, ...given }: SettingsProps) {
  const { t } = view
  const typed = given.typed ?? {
    from: settings.quiet?.from ?? '',
    to: settings.quiet?.to ?? '',
    keepMessagesDays: String(settings.keepMessagesDays),
    keepFailuresDays: String(settings.keepFailuresDays),
  }
  const common = { view, typed, faults }
  return (
    <>
      <h1>{t(words.settings)}</h1>
      <form method="post" action="/deliveries/settings">
        <p>{t(words.quietMore)}</p>
        <div class="cards">
          <Field {...common} name="from" label={t(words.quietFrom)} type="time" optional />
          <Field {...common} name="to" label={t(words.quietTo)} type="time" optional />
        </div>
        <Field {...common} name="keepMessagesDays" label={t(words.keepMessages)} type="number" />
        <Field {...common} name="keepFailuresDays" label={t(words.keepFailures)} type="number" />
        <button type="submit">{t(words.saveSettings)}</button>
      </form>
      <p>
        <a href="/deliveries">{t(words.deliveries)}</a>
      </p>
    </>
  )
}
