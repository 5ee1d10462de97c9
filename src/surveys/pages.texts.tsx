import type { Form } from '../forms/form.ts'
import type { View } from '../shared/web/env.ts'
import type { Round, RoundUnit } from './round.ts'
import type { Written } from './texts.ts'
import { words } from './words.ts'

interface TextsProps {
  readonly view: View
  readonly round: Round
  readonly form: Form
  readonly units: readonly RoundUnit[]
  readonly written: readonly Written[]
}

/** What residents wrote, by unit and question. */
export function TextsPage({ view: { t }, round, form, units, written }: TextsProps) {
  return (
    <>
      <h1>{t(words.texts)}</h1>
      <p>
        <a href={`/surveys/${round.id}`}>{t(round.form.title)}</a>
      </p>
      {written.length === 0 && <p class="empty">{t(words.noTexts)}</p>}
      {units.map(unit => {
        const own = written.filter(one => one.unit === unit.code)
        if (own.length === 0) return null
        return (
          <section>
            <h2>{unit.name}</h2>
            {own.map(({ question, texts }) => (
              <>
                <h3>{t(form.question(question)?.title ?? { 'zh-CN': question, en: question })}</h3>
                <ul>
                  {texts.map(text => (
                    <li>{text}</li>
                  ))}
                </ul>
              </>
            ))}
          </section>
        )
      })}
    </>
  )
}
